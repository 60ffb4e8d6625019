import type { Inbound } from "../messages.ts";
import type { ViewNode } from "../view_model.ts";

/** An element and the rectangle it lies on. `within`: the rectangle of the element around it, if that one is placed too. */
export interface Place {
  rect: string;
  element: HTMLElement;
  within?: string;
  /** The rectangle of the field in whose right end it lies. */
  over?: string;
}

/** The real elements of one node. They stay the same objects as long as the node stays on the screen. */
export interface NodeView<Of extends ViewNode = ViewNode> {
  root: HTMLElement;
  update(node: Of): void;
  places(): Place[];
  /** What takes the focus when the flow asks for this node. */
  target: HTMLElement;
  /** field: where the switch that shows its value goes. */
  slot?: HTMLElement;
  field?: FieldView;
  /** field: the sentence that says what is wrong with it, if anything is. */
  trouble?: () => HTMLElement | null;
}

export interface FieldView {
  input: HTMLInputElement | HTMLSelectElement;
  secret: boolean;
  /** Shows a secret as text, on the same element and with the same selection. */
  reveal(shown: boolean): void;
  /** Hands a secret over if it changed since; `always`: even if no event said so. */
  handOver(always: boolean): void;
  clear(): void;
}

/** DOM id of a node or of a part of it. */
export const domId = (node: string, part = ""): string => `ats-${node}${part && `-${part}`}`;

/** What the user did. */
export type Action = Omit<Extract<Inbound, { type: "action" }>, "type">;

/** The only ways out of the DOM layer. */
export interface Hooks {
  act(action: Action): void;
  /** Hands the value of a secret field over; `field`: its name. */
  putSecret(field: string, value: string): void;
  /** What was handed over earlier, for a screen that is shown again; "" if nothing. */
  takeSecret(field: string): string;
  /** Which node has DOM focus; "" for none. For painting only. */
  focusMoved(node: string): void;
  toggleTextView(): void;
}
