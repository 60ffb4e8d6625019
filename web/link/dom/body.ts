import type { ViewModel, ViewNode } from "../view_model.ts";
import { arrange, element, setAttribute, setText } from "./element.ts";
import type { FieldView, Hooks, NodeView, Place } from "./node_view.ts";
import { showStateIcon } from "./icons.ts";
import { createView } from "./views.ts";

/** Nodes that share a list with those of their kind beside them. */
const LISTS: { readonly [kind: string]: [tag: "ol" | "ul", classes: string] | undefined } = {
  status: ["ul", "statuses"],
  step: ["ol", "steps"],
  snippet: ["ul", "snippets"],
};

/** DOM id of the one h1, which names the dialog. */
export const HEADING_ID = "ats-heading";
export const FORM_ID = "ats-form";

/** Heading, sentence and nodes of one screen. A form where there are fields, so that managers and Enter find one. */
export interface Body {
  root: HTMLElement;
  heading: HTMLElement;
  /** A place between the sentence and the nodes. */
  top: HTMLElement;
  isForm: boolean;
  update(view: ViewModel): void;
  find(node: string): NodeView | undefined;
  fields(): FieldView[];
  places(): Place[];
}

type KindView = NodeView & { kind: ViewNode["kind"] };
type Views = Map<string, KindView>;

export const needsForm = ({ nodes }: ViewModel): boolean => nodes.some(({ kind }) => kind === "field");

export function createBody(first: ViewModel, hooks: Hooks, submit: () => void): Body {
  const isForm = needsForm(first);
  const heading = element("h1", "heading");
  heading.id = HEADING_ID;
  heading.tabIndex = -1;
  const mood = element("span", "mood");
  const lead = element("p", "lead");
  const top = element("div", "top");
  const columns = [element("div", "column"), element("div", "column")] as const;
  const both = element("div", "columns", columns);
  const root: HTMLElement = isForm ? element("form", "body") : element("div", "body");
  if (heading.parentElement !== root) root.append(heading);
  if (root instanceof HTMLFormElement) {
    root.id = FORM_ID;
    root.method = "post";
    root.noValidate = true;
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
  }
  /** By the node's id. */
  let views: Views = new Map();
  const groups = new Map<string, HTMLElement>();

  const viewOf = (node: ViewNode): KindView => {
    const known = views.get(node.id);
    const view = known?.kind === node.kind ? known : Object.assign(createView(node, hooks), { kind: node.kind });
    view.target.dataset["node"] = node.id;
    view.update(node);
    return view;
  };
  const groupOf = (node: ViewNode, tag: "ol" | "ul", classes: string): HTMLElement => {
    const group = groups.get(node.id) ?? element(tag, classes);
    // Without it Safari drops the list role of a list without marks.
    group.setAttribute("role", "list");
    groups.set(node.id, group);
    return group;
  };
  /** Where each node stands: in the body, in the list that it shares with those beside it, or in what it belongs to. */
  const lay = ({ nodes, secondColumn, jump }: ViewModel, next: Views): void => {
    const inside = new Map<HTMLElement, HTMLElement[]>([[root, [mood, heading, lead]]]);
    const put = (parent: HTMLElement, child: HTMLElement): void => {
      inside.set(parent, [...(inside.get(parent) ?? []), child]);
    };
    const steps = new Map<string, HTMLElement>();
    let place: HTMLElement = root;
    if (jump) put(root, top);
    if (secondColumn) {
      put(root, both);
      [place] = columns;
    }
    // Of each parent, the list that the next of the same kind joins.
    const open = new Map<HTMLElement, { kind: string; group: HTMLElement }>();
    for (const node of nodes) {
      const { kind, owner = "" } = node;
      if (node.id === secondColumn) [, place] = columns;
      const view = next.get(node.id);
      if (!view) continue;
      const slot = kind === "reveal" && next.get(owner)?.slot;
      if (slot) {
        if (view.root.parentElement !== slot) slot.append(view.root);
        continue;
      }
      const parent = steps.get(owner) ?? place;
      const list = LISTS[kind];
      if (!list) {
        put(parent, view.root);
        open.delete(parent);
        continue;
      }
      let joined = open.get(parent);
      if (joined?.kind !== kind) {
        joined = { kind, group: groupOf(node, ...list) };
        put(parent, joined.group);
        open.set(parent, joined);
      }
      put(joined.group, view.root);
      if (kind !== "step") continue;
      steps.set(node.id, view.root);
      inside.set(view.root, [view.target]);
    }
    for (const [parent, children] of inside) arrange(parent, children);
  };
  return {
    root,
    heading,
    top,
    isForm,
    update(view) {
      showStateIcon(mood, view.mood);
      mood.hidden = !view.mood;
      setText(heading, view.heading);
      setText(lead, view.lead);
      setAttribute(root, "aria-busy", view.busy ? "true" : null);
      const next = new Map(view.nodes.map((node) => [node.id, viewOf(node)]));
      for (const [id, gone] of views) if (next.get(id) !== gone) gone.root.remove();
      views = next;
      lay(view, next);
      for (const node of view.nodes) if (node.kind === "reveal") next.get(node.owner ?? "")?.field?.reveal(node.shown);
    },
    find: (node) => views.get(node),
    fields: () => [...views.values()].flatMap((view) => (view.field ? [view.field] : [])),
    places: () => [
      { rect: "mood", element: mood },
      { rect: "heading", element: heading },
      { rect: "lead", element: lead },
      ...[...views.values()].flatMap((view) => view.places()),
    ],
  };
}
