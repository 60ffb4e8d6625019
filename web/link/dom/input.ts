import type { FieldNode } from "../view_model.ts";
import { element, setAttribute, setText } from "./element.ts";
import { domId } from "./node_view.ts";

/** The native control of a field. Created with its screen, never lazily: managers look for fields before they are focused. */
export function createInput(node: FieldNode): HTMLInputElement | HTMLSelectElement {
  const input = node.input === "select" ? element("select", "input") : element("input", "input");
  input.id = domId(node.id);
  input.name = node.name ?? node.id;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.autocapitalize = "none";
  input.setAttribute("autocorrect", "off");
  input.translate = false;
  if (input instanceof HTMLInputElement) {
    input.type = node.input === "search" ? "search" : node.input === "secret" ? "password" : "text";
    input.enterKeyHint = node.input === "search" ? "search" : "next";
  }
  return input;
}

/** Attributes that follow the node. A secret's value is not among them, and no value ever becomes an attribute. */
export function updateInput(
  input: HTMLInputElement | HTMLSelectElement,
  node: FieldNode,
  descriptions: string[],
): void {
  setAttribute(input, "aria-describedby", descriptions.join(" "));
  setAttribute(input, "aria-invalid", node.error ? "true" : null);
  if (input instanceof HTMLInputElement) {
    input.readOnly = node.readonly === true;
    setAttribute(input, "placeholder", node.example);
  } else setOptions(input, node);
}

function setOptions(select: HTMLSelectElement, node: FieldNode): void {
  const wanted = [{ label: "", value: "" }, ...(node.options ?? [])];
  const same =
    select.options.length === wanted.length &&
    wanted.every(({ value }, index) => select.options[index]?.value === value);
  if (!same)
    select.replaceChildren(
      ...wanted.map(({ value }) => {
        const option = element("option");
        option.value = value;
        return option;
      }),
    );
  // They change with the language, which keeps what was chosen.
  [...select.options].forEach((option, index) => setText(option, wanted[index]?.label));
}
