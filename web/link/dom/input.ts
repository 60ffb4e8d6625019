import type { ViewNode } from "../view_model.ts";
import { element, setAttribute } from "./element.ts";
import { domId } from "./node_view.ts";

/** The native control of a field. Created with its screen, never lazily: managers look for fields before they are focused. */
export function createInput(node: ViewNode): HTMLInputElement | HTMLSelectElement {
  const input = node.input === "select" ? element("select", "input") : element("input", "input");
  input.id = domId(node.id);
  input.name = node.id.replace(/^field:/, "");
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
export function updateInput(input: HTMLInputElement | HTMLSelectElement, node: ViewNode, descriptions: string[]): void {
  setAttribute(input, "aria-describedby", descriptions.join(" "));
  setAttribute(input, "aria-invalid", node.error ? "true" : null);
  setAttribute(input, "autocomplete", node.input === "secret" ? "off" : node.autocomplete);
  if (input instanceof HTMLInputElement) {
    input.readOnly = node.state === "readonly";
    setAttribute(input, "placeholder", node.example);
  } else setOptions(input, node);
}

function setOptions(select: HTMLSelectElement, node: ViewNode): void {
  const items = node.items ?? [];
  const wanted = [{ label: "", detail: "" }, ...items];
  const same =
    select.options.length === wanted.length &&
    wanted.every((item, index) => select.options[index]?.value === (item.detail ?? ""));
  if (same) return;
  select.replaceChildren(
    ...wanted.map(({ label, detail }) => {
      const option = element("option", "", [label]);
      option.value = detail ?? "";
      option.hidden = label === "";
      return option;
    }),
  );
}
