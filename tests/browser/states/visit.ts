import assert from "node:assert/strict";
import type { BrowserContextOptions, Frame, Page } from "playwright-core";
import { listen } from "../support/announcements.ts";
import { bringAxe } from "../support/axe.ts";
import { Gallery, setTextView, type Shot } from "../support/gallery.ts";
import { settle, type Size } from "../support/reflow.ts";
import { watchView } from "../support/told_view.ts";

/** How a state is looked at. */
export interface Look {
  view: "canvas" | "text";
  scheme: "light" | "dark";
  contrast: "no-preference" | "more";
  size: Size;
}

const sameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** One state in one language on the screen, for every check that looks at it. */
export class Visit implements Shot {
  readonly name: string;
  readonly locale: string;
  readonly page: Page;
  readonly frame: Frame;
  /** Plain screens, which come without the module, and pages from right to left have the Text view alone. */
  readonly views: readonly Look["view"][];
  readonly #first: Look;
  #now: Look;

  constructor(name: string, locale: string, shot: Shot, views: readonly Look["view"][], first: Look) {
    this.name = name;
    this.locale = locale;
    this.page = shot.page;
    this.frame = shot.frame;
    this.views = views;
    this.#first = { ...first, view: views[0] ?? "text" };
    this.#now = this.#first;
  }

  /** Whether a host can ask for another language: a plain screen has no module to ask, a hosted link has no host. */
  get listens(): boolean {
    return this.views.length > 1 && this.frame !== this.page.mainFrame();
  }

  /** Shows the state like this, and in what is not named as it first was: whatever the check before it has left. */
  async look(wanted: Partial<Look> = {}): Promise<void> {
    const now = this.#now;
    const next = { ...this.#first, ...wanted };
    this.#now = next;
    const resized = !sameSize(next.size, now.size);
    const recolored = next.scheme !== now.scheme || next.contrast !== now.contrast;
    if (recolored) await this.page.emulateMedia({ colorScheme: next.scheme, contrast: next.contrast });
    if (resized) await this.page.setViewportSize(next.size);
    if (next.view !== now.view) await setTextView(this.frame, next.view === "text");
    if (resized || recolored) await settle(this.frame);
  }
}

/** A canvas that does not come where it should would take half of the checks away, so that is a failure. */
async function viewsOf(frame: Frame, name: string): Promise<readonly Look["view"][]> {
  const [painted, alone] = await frame.evaluate(() => [
    document.querySelector("canvas")?.checkVisibility() === true,
    document.querySelector(".card.plain, [dir=rtl]") !== null,
  ]);
  assert.equal(painted, !alone, `${name} is painted, or has no canvas view`);
  return painted ? ["canvas", "text"] : ["text"];
}

/** Brings states up one after the other in one page, and keeps the last one for all of its checks. */
export class Visits {
  readonly #options: BrowserContextOptions;
  readonly #first: Look;
  #gallery: Promise<Gallery> | null = null;
  #page: Page | null = null;
  #current: Visit | null = null;

  constructor(size: Size, options: BrowserContextOptions = {}) {
    this.#first = { view: "canvas", scheme: "light", contrast: "no-preference", size };
    this.#options = { ...options, viewport: size, colorScheme: "light" };
  }

  /** The state in a language: the one that is there, there in another language, or loaded. */
  async to(name: string, locale: string): Promise<Visit> {
    const last = this.#current;
    if (last?.name === name && last.locale === locale) return last;
    this.#current = null;
    this.#gallery ??= Gallery.start();
    const gallery = await this.#gallery;
    let shot: Shot | null = null;
    if (last?.name === name && last.listens) {
      await last.look();
      await gallery.speak(last, locale);
      shot = last;
    }
    const { page, frame } = shot ?? (await this.#load(gallery, name, locale));
    await settle(frame);
    this.#current = new Visit(name, locale, { page, frame }, await viewsOf(frame, name), this.#first);
    return this.#current;
  }

  async #load(gallery: Gallery, name: string, locale: string): Promise<Shot> {
    const page = (this.#page ??= await this.#open(gallery));
    // What the state before has left. The text view belongs to the document and goes with it.
    await page.setViewportSize(this.#first.size);
    await page.emulateMedia({ colorScheme: this.#first.scheme, contrast: this.#first.contrast });
    return gallery.show(page, name, locale);
  }

  /**
   * After a check that failed or hangs: what it left must not make the next one fail too, so the state is loaded again in
   * a page of its own, and in a browser of its own where that crashed.
   */
  async leave(): Promise<void> {
    this.#current = null;
    const page = this.#page;
    this.#page = null;
    if (page?.context().browser()?.isConnected() === true) await page.context().close();
    else if (page) await this.stop();
  }

  async stop(): Promise<void> {
    const gallery = this.#gallery;
    this.#gallery = null;
    await (await gallery)?.stop();
  }

  async #open(gallery: Gallery): Promise<Page> {
    const page = await gallery.page(this.#options);
    await watchView(page);
    await listen(page);
    await bringAxe(page);
    return page;
  }
}
