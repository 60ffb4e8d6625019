import { el } from "./dom.ts";
import { receivedPart } from "./received.ts";
import { type Choices, snippet } from "./try/choices.ts";
import { copyButton } from "./try/copy.ts";

/** The lines that did it, beside what came of them. */
export function behindPart(first: Choices): { element: HTMLElement; show(choices: Choices): void } {
  const code = el("code", {}, snippet(first));
  const said = el("span", { class: "muted", role: "status" });
  const copy = copyButton({ label: "Copy", name: "Copy the lines", text: () => code.textContent }, (text) => {
    said.textContent = text;
  });
  const element = el(
    "div",
    { class: "behind" },
    el(
      "section",
      { class: "panel", "aria-labelledby": "lines-title" },
      el("header", { class: "panel-head" }, el("h3", { id: "lines-title" }, "The lines that do it"), said, copy),
      el("pre", { tabindex: "0", role: "group", "aria-label": "Code of your page" }, code),
      el(
        "p",
        { class: "muted" },
        "They follow what you choose. ",
        el("a", { href: "/docs/quickstart.html" }, "The quickstart"),
        " has your backend’s part.",
      ),
    ),
    el(
      "section",
      { class: "panel", "aria-labelledby": "received-title" },
      el("header", { class: "panel-head" }, el("h3", { id: "received-title" }, "What your backend got")),
      receivedPart(),
    ),
  );
  return {
    element,
    show(choices) {
      code.textContent = snippet(choices);
    },
  };
}
