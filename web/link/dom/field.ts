import type { FieldNode } from "../view_model.ts";
import { element, setText } from "./element.ts";
import { domId, type Hooks, type NodeView } from "./node_view.ts";
import { icon } from "./icons.ts";
import { createInput, updateInput } from "./input.ts";
import { entry } from "./entry.ts";
import { typedValue } from "./typed.ts";

/** Label, native control, suffix, help and error of one field. */
export function fieldView(first: FieldNode, hooks: Hooks): NodeView<FieldNode> {
  const { id } = first;
  const part = (name: string, tag: "p" | "span"): HTMLElement => {
    const made = element(tag, `field-${name}`);
    made.id = domId(id, name);
    return made;
  };
  const input = createInput(first);
  const label = element("label", "field-label");
  label.htmlFor = input.id;
  const suffix = part("suffix", "span");
  const help = part("help", "p");
  const error = part("error", "p");
  const words = element("span", "error-words");
  error.append(icon("warning"), words);
  const slot = element("div", "box", [input, suffix]);
  if (first.input === "search") slot.append(icon("search"));
  // Its own arrow goes with the browser's frame.
  if (first.input === "select") slot.append(icon("chevron"));
  const root = element("div", "field", [label, slot, error, help]);
  const typed = entry(input, first.input === "secret", {
    changed: (value) =>
      hooks.act({
        node: id,
        kind: "input",
        ...(value !== null && { value: typedValue(value) }),
      }),
    putSecret: (value) => hooks.putSecret(input.name, value),
  });
  if (first.input === "secret" && input instanceof HTMLInputElement) {
    input.value = hooks.takeSecret(input.name);
    // What cannot be seen is replaced as a whole: by paste or typing, however the focus comes.
    if (input.value) input.addEventListener("focus", () => setTimeout(() => input.select()), { once: true });
  }
  input.addEventListener("keydown", (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    if (first.input === "search" && key === "Enter" && !isComposing) hooks.act({ node: id, kind: "submit" });
  });
  root.dataset["input"] = first.input;
  // Addresses and keys run from left to right in any language; what is searched for, as its first letter does.
  const turn = (): void => void (input.dir = input.value && "auto");
  if (input.type === "search") {
    input.addEventListener("input", turn);
    if (input.value) turn();
  } else if (first.input !== "select") slot.dir = "ltr";
  return {
    root,
    target: input,
    slot,
    field: typed,
    trouble: () => (error.hidden ? null : error),
    update(node) {
      setText(label, node.label);
      setText(suffix, node.suffix);
      setText(help, node.help);
      setText(words, node.error);
      error.hidden = !node.error;
      root.classList.toggle("wrong", Boolean(node.error));
      // The error first: it is what the reader came back for.
      const described = [
        [node.error, error],
        [node.suffix, suffix],
        [node.help, help],
      ] as const;
      updateInput(
        input,
        node,
        described.filter(([text]) => text).map(([, target]) => target.id),
      );
      if (!typed.secret) typed.write(node.value ?? "");
    },
    places: () => [
      { rect: id, element: input },
      { rect: `${id}/label`, element: label },
      { rect: `${id}/suffix`, element: suffix, over: id },
      { rect: `${id}/help`, element: help },
      { rect: `${id}/error`, element: error },
    ],
  };
}
