import { hostedAddress, reach, readShown } from "./driver.ts";
import { type GalleryState, states } from "./states.ts";

declare const GALLERY_LOCALES: readonly string[];

const form = document.querySelector("form");
const main = document.querySelector("main");
const locales = form?.querySelector<HTMLSelectElement>("[name=locale]");
if (!form || !main || !locales) throw new Error("the page lacks its parts");
locales.append(...GALLERY_LOCALES.map((tag) => new Option(tag)));
locales.value = "en";

/** A browser keeps about sixteen WebGL contexts: a frame lives while it is near the window. */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const state = states.find(({ name }) => name === target.id);
      if (!state) continue;
      target.querySelector("iframe")?.remove();
      if (isIntersecting) void fill(target as HTMLElement, state);
    }
  },
  { rootMargin: "100px" },
);

async function fill(figure: HTMLElement, state: GalleryState): Promise<void> {
  const query = new URLSearchParams(new FormData(form ?? undefined) as unknown as Record<string, string>);
  const shown = readShown(query);
  const frame = document.createElement("iframe");
  frame.title = state.name;
  frame.style.width = `${query.get("width") ?? "440"}px`;
  figure.append(frame);
  // A hosted link is a page of its own: in a frame it would wait for a host.
  if (!state.hosted) await reach(frame, state, shown);
}

function lay(): void {
  observer.disconnect();
  main?.replaceChildren(
    ...states.map((state) => {
      const link = document.createElement("a");
      const { locale, view, theme = "light" } = readShown(new URLSearchParams(location.search));
      link.href = state.hosted
        ? hostedAddress(state, locale)
        : `state.html?state=${state.name}&view=${view}&theme=${theme}&locale=${locale}`;
      link.textContent = state.name;
      const caption = document.createElement("figcaption");
      caption.append(link);
      const figure = document.createElement("figure");
      figure.id = state.name;
      figure.append(caption);
      observer.observe(figure);
      return figure;
    }),
  );
}

form.addEventListener("change", lay);
lay();
