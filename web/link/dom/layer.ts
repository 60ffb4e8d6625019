import { isLow, padFields, place, unplace } from "./placement.ts";
import type { Layout, ViewModel } from "../view_model.ts";
import { type Body, createBody, HEADING_ID, needsForm } from "./body.ts";
import { element, isWritten, move, setEnglish, setText } from "./element.ts";
import { createFoot } from "./foot.ts";
import { createHead } from "./head.ts";
import type { Hooks, Place } from "./node_view.ts";
import { createJump } from "./jump.ts";
import { watchInput } from "./input_watch.ts";
import { makeScrollable, showField } from "./scrolling.ts";
import { createLive } from "./live.ts";
import { createSecrets } from "./secrets.ts";
import { focusDue, settleFocus } from "./focus.ts";

/** The real elements of the wizard, the same in both views. */
export interface Layer {
  card: HTMLElement;
  canvas: HTMLCanvasElement;
  scroller: HTMLElement;
  show(view: ViewModel): void;
  layout(layout: Layout): void;
  /** Lays a new screen on the rectangles of the one before, if it has got none of its own. */
  settle(): void;
  /** Canvas view: on the rectangles. Text view: in the flow, without the canvas, and by the user's wish or in its place. */
  setTextView(on: boolean, wished?: boolean): void;
  /** Text view has no painter to say that the window is too low for fixed bars. */
  fitBars(): void;
  /** Height that everything would take without scrolling; Text view only. */
  naturalHeight(): number;
  /** The heading is not what was written: something translates the page. */
  rewritten(): boolean;
  /** Clears every secret input. */
  wipe(): void;
}

/** The longest screen, which most ways back lead to. It holds no secret. */
const KEPT = "provider";

/** Without its rows, as the focus on the heading has the browser lay out what is in the page by then. */
function setAside(list: Body): Body | null {
  // A logo that did not come is asked for again; what a translator wrote is not kept.
  for (const logo of list.root.querySelectorAll("img[hidden]")) logo.remove();
  list.root.replaceChildren(list.heading);
  return isWritten(list.heading) ? list : null;
}

export function createLayer(outside: Hooks): Layer {
  let body: Body | null = null;
  // The elements of `KEPT`, while they are not in the page.
  let kept: Body | null = null;
  let shown: ViewModel | null = null;
  let drawn: Layout | null = null;
  let textView = false;
  // A new screen, whose rectangles are about to come.
  let unlaid = false;
  // What is to be scrolled into view once it has its place.
  let due: HTMLElement | null = null;

  const secrets = createSecrets(
    () => body?.fields() ?? [],
    () => shown,
    outside,
  );
  const hooks: Hooks = { ...outside, act: secrets.act };
  const head = createHead(hooks);
  const foot = createFoot(hooks);
  const jump = createJump((node) => body?.find(node)?.target);
  const live = createLive();
  const canvas = element("canvas");
  canvas.ariaHidden = "true";
  const sheet = element("div", "sheet");
  const scroller = element("div", "scroll", [sheet]);
  const card = element("section", "card", [canvas, head.root, scroller, foot.root, ...live.elements]);
  card.setAttribute("role", "dialog");
  card.ariaModal = "true";
  card.setAttribute("aria-labelledby", HEADING_ID);
  foot.setTextView(false);
  makeScrollable(scroller, sheet);
  watchInput(card, hooks, () => shown?.screen ?? "");
  secrets.watch();
  card.addEventListener("focusin", showField);

  const places = (): Place[] => [...head.places(), ...(body?.places() ?? []), ...foot.places(), ...jump.places()];
  /** In the foot; where that scrolls away, before what it leads past. */
  const putJump = (): void => {
    const low = foot.root.parentElement === sheet;
    const home = low ? body?.top : foot.root;
    if (home && jump.root.parentElement !== home) move(home, jump.root, low ? null : home.lastElementChild);
  };
  const setBars = (low: boolean): void => {
    if (low === (head.root.parentElement === sheet)) return;
    move(low ? sheet : card, head.root, low ? sheet.firstElementChild : scroller);
    move(low ? sheet : card, foot.root, low ? null : scroller.nextElementSibling);
    putJump();
  };
  /** With what would stand in the foot if that did not scroll away. */
  const barsHeight = (): number =>
    head.root.offsetHeight + foot.root.offsetHeight + (foot.root.parentElement === sheet ? jump.height() : 0);
  const setHeights = (layout: Layout | null): void => {
    const low = layout?.header === 0;
    head.root.style.height = layout && !low ? `${layout.header}px` : "";
    foot.root.style.height = layout && !low ? `${layout.footer}px` : "";
    sheet.style.height = layout ? `${layout.content}px` : "";
  };
  const apply = (): void => {
    unlaid = false;
    if (textView || !drawn || !body) return;
    setBars(drawn.header === 0);
    setHeights(drawn);
    const all = places();
    place(all, drawn);
    padFields(all, drawn);
  };
  /** What got the focus by itself is seen whole: a field that is wrong with its sentence, what stands where the focus was. */
  const showTrouble = (): void => {
    if (due) due.scrollIntoView({ block: "nearest" });
    due = null;
  };
  const leaveRectangles = (): void => {
    setHeights(null);
    for (const { element: placed } of [...places(), ...(kept?.places() ?? [])]) {
      placed.classList.remove("unplaced");
      unplace(placed);
    }
  };
  const submit = (): void => {
    const primary = shown?.primary;
    if (!primary || primary.disabled) return;
    const typed = shown?.nodes.some((node) => node.kind === "field" && !node.readonly);
    hooks.act({ node: "primary", kind: typed ? "submit" : "press" });
  };

  return {
    card,
    canvas,
    scroller,
    show(view) {
      const before = shown;
      const fresh = before?.screen !== view.screen || !body;
      const focused = document.activeElement;
      shown = view;
      // Before anything is written: later it would be one more layout.
      if (fresh && body) scroller.scrollTop = 0;
      setEnglish(view.english);
      if (fresh || !body) {
        const old = body;
        old?.fields().forEach((field) => field.clear());
        body = view.screen === KEPT && kept?.isForm === needsForm(view) ? kept : createBody(view, hooks, submit);
        setText(body.heading, view.heading);
        if (old) {
          old.root.after(body.root);
          // While it is all that is new, as a focus has the browser lay out what there is. Not from a field, which would
          // report what it was left with.
          const typing = old.fields().some(({ input }) => input === focused);
          if (!view.focus && !typing) focusDue(body.heading);
          old.root.remove();
          if (before?.screen === KEPT) kept = setAside(old);
        } else if (body.root.parentElement !== sheet) sheet.replaceChildren(body.root);
      }
      head.update(view);
      body.update(view);
      foot.update(view, fresh, body.isForm);
      jump.update(view);
      putJump();
      card.classList.toggle("wide", Boolean(view.secondColumn));
      // What the view names for the focus is scrolled to, so it needs a place at once; the heading is not.
      if (fresh && !view.focus) unlaid = true;
      else apply();
      // What was there before any script has the focus where the person put it.
      if (before || !card.contains(document.activeElement))
        settleFocus({ view, before, body, fresh, focused, card, caught: (target) => (due = target) });
      if (view.focus && (fresh || before.turn !== view.turn)) due = body.find(view.focus)?.trouble?.() ?? null;
      if (textView) showTrouble();
      if (fresh) live.hush();
      const said = !fresh && before.turn === view.turn ? before.announce?.text : undefined;
      if (view.announce && view.announce.text !== said) live.announce(view.announce.text, view.announce.assertive);
    },
    layout(layout) {
      drawn = layout;
      apply();
      showTrouble();
    },
    settle() {
      if (unlaid) apply();
    },
    setTextView(on, wished = on) {
      textView = on;
      foot.setTextView(wished);
      card.classList.toggle("text-view", on);
      card.classList.toggle("early", on && !wished);
      if (on) leaveRectangles();
      else apply();
    },
    fitBars() {
      if (textView) setBars(isLow(card.clientHeight, barsHeight()));
    },
    naturalHeight: () => Math.ceil((head.root.parentElement === sheet ? 0 : barsHeight()) + sheet.offsetHeight),
    rewritten: () => body !== null && !isWritten(body.heading),
    wipe: () => body?.fields().forEach((field) => field.clear()),
  };
}
