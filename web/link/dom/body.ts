import type { ViewModel, ViewNode } from "../view_model.ts";
import { arrange, element, setAttribute, setText } from "./element.ts";
import type { Hooks } from "./hooks.ts";
import { showStateIcon } from "./icons.ts";
import type { FieldView, NodeView, Place } from "./node_view.ts";
import { createView } from "./views.ts";

/** DOM id of the one h1, which names the dialog. */
export const HEADING_ID = "ats-heading";
export const FORM_ID = "ats-form";

/** Heading, sentence and nodes of one screen. A form where there are fields, so that managers and Enter find one. */
export interface Body {
  root: HTMLElement;
  heading: HTMLElement;
  isForm: boolean;
  update(view: ViewModel): void;
  find(node: string): NodeView | undefined;
  fields(): FieldView[];
  places(): Place[];
}

export function createBody(first: ViewModel, hooks: Hooks, submit: () => void): Body {
  const isForm = first.nodes.some((node) => node.kind === "field");
  const heading = element("h1", "heading");
  heading.id = HEADING_ID;
  heading.tabIndex = -1;
  const mood = element("span", "mood");
  const lead = element("p", "lead");
  const root: HTMLElement = isForm ? element("form", "body") : element("div", "body");
  if (root instanceof HTMLFormElement) {
    root.id = FORM_ID;
    root.method = "post";
    root.noValidate = true;
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
  }
  let views = new Map<string, NodeView>();
  const groups = new Map<string, HTMLUListElement>();

  const viewOf = (node: ViewNode): NodeView => {
    const key = `${node.kind} ${node.id}`;
    const view = views.get(key) ?? createView(node, hooks);
    view.target.dataset["node"] = node.id;
    view.update(node);
    return view;
  };
  /** Status lines in a row share a list. */
  const groupOf = (node: ViewNode): HTMLUListElement => {
    const group = groups.get(node.id) ?? element("ul", "statuses");
    group.setAttribute("role", "list");
    groups.set(node.id, group);
    return group;
  };
  const lay = (nodes: readonly ViewNode[], next: Map<string, NodeView>): HTMLElement[] => {
    const children: HTMLElement[] = [mood, heading, lead];
    let lines: HTMLElement[] = [];
    let group: HTMLElement | null = null;
    const close = (): void => {
      if (group) arrange(group, lines);
      group = null;
      lines = [];
    };
    for (const node of nodes) {
      const view = next.get(`${node.kind} ${node.id}`);
      if (!view) continue;
      if (node.kind === "status") {
        group ??= groupOf(node);
        if (lines.length === 0) children.push(group);
        lines.push(view.root);
        continue;
      }
      close();
      const slot = node.kind === "reveal" && next.get(`field ${node.owner}`)?.slot;
      if (!slot) children.push(view.root);
      else if (view.root.parentElement !== slot) slot.append(view.root);
    }
    close();
    return children;
  };
  return {
    root,
    heading,
    isForm,
    update(view) {
      showStateIcon(mood, view.mood);
      mood.hidden = !view.mood;
      setText(heading, view.heading);
      setText(lead, view.lead);
      setAttribute(root, "aria-busy", view.busy ? "true" : null);
      const next = new Map(view.nodes.map((node) => [`${node.kind} ${node.id}`, viewOf(node)]));
      for (const [key, gone] of views) if (!next.has(key)) gone.root.remove();
      views = next;
      arrange(root, lay(view.nodes, next));
      for (const node of view.nodes)
        if (node.kind === "reveal") next.get(`field ${node.owner}`)?.field?.reveal(node.shown);
    },
    find: (node) => [...views].find(([key]) => key.slice(key.indexOf(" ") + 1) === node)?.[1],
    fields: () => [...views.values()].flatMap((view) => (view.field ? [view.field] : [])),
    places: () => [
      { rect: "mood", element: mood },
      { rect: "heading", element: heading },
      { rect: "lead", element: lead },
      ...[...views.values()].flatMap((view) => view.places()),
    ],
  };
}
