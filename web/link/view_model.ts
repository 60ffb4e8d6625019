// Written by tools/build/bridge_types.ts from src/codec/bridge.json; change that one.
import type { Step } from "../types/index.ts";

/** What is on the screen, in words: no colours, no pixels, no secret. */
export interface ViewModel {
  /** empty: nothing is shown */
  screen: ScreenName;
  /** 0: not counted */
  step: number;
  steps: number;
  /** “Step 3 of 7” */
  progress?: string;
  /** empty: nothing is shown */
  heading: string;
  lead?: string;
  nodes: ViewNode[];
  /** which of the texts are English in a page of another language: the ATS's own, without a translation */
  english?: string[];
  primary?: ViewButton;
  secondary: ViewButton[];
  /** the node with which a second column begins where there is room for two */
  secondColumn?: string;
  /** only while there is one column */
  jump?: Jump;
  canGoBack: boolean;
  busy: boolean;
  /** the large icon above the heading */
  mood?: Tone;
  /** two letters */
  hostTile?: string;
  hostName?: string;
  /** as a choice's `logo` */
  hostLogo?: string;
  atsTile?: string;
  atsName?: string;
  /** as a choice's `logo` */
  atsLogo?: string;
  backLabel?: string;
  closeLabel?: string;
  helpLabel?: string;
  textViewLabel?: string;
  announce?: Announcement;
  /** the node to focus; without it the heading, on another screen */
  focus?: string;
  /** focus and announcement are due when this or the screen changed */
  turn: number;
}

export interface TextNode {
  kind: "text";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
}
export interface HeadingNode {
  kind: "heading";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
}
export interface ListNode {
  kind: "list";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  /** the label is the list's name */
  items: Item[];
}
export interface ChoiceNode {
  kind: "choice";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  help?: string;
  /** two letters */
  tile?: string;
  /** address of an image on the link origin, shown over the letters */
  logo?: string;
  recommended?: true;
  /** with `chip`: the parts of the label as they are painted */
  title?: string;
  chip?: string;
}
export interface FieldNode {
  kind: "field";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  input: Input;
  /** which field of the provider it is */
  name?: string;
  help?: string;
  error?: string;
  /** never of a secret */
  value?: string;
  suffix?: string;
  example?: string;
  readonly?: true;
  /** of a select */
  options?: Option[];
}
export interface StepNode {
  kind: "step";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
}
export interface SnippetNode {
  kind: "snippet";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  /** what the text to be copied, which is the label, means */
  help?: string;
  /** what is written on the button that copies it */
  button: string;
  /** the button's name, which begins with that */
  name: string;
  copied?: true;
}
export interface LinkNode {
  kind: "link";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  href: string;
}
export interface ButtonNode {
  kind: "button";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
}
export interface RevealNode {
  kind: "reveal";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  /** whether the secret can be read */
  shown: boolean;
}
export interface AddressNode {
  kind: "address";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  /** of an example, which the label tells how to read */
  before: string;
  /** what is asked for of it */
  part: string;
  after: string;
}
export interface StatusNode {
  kind: "status";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  help?: string;
  phase: Phase;
}
export interface NoticeNode {
  kind: "notice";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  tone: Tone;
}
export interface PictureNode {
  kind: "picture";
  /** unique on the screen, the same between updates: `choice:workable`, `field:subdomain` */
  id: string;
  label: string;
  /** the node before it that it belongs to: the step in whose item it stands, the field in the right end of whose box a `reveal` lies */
  owner?: string;
  /** CSS px at the usual text size, as of all that is in it */
  width: number;
  height: number;
  /** later ones lie over earlier ones; the label is the text alternative of all */
  shapes: Shape[];
}
/** One thing in the content. */
export type ViewNode =
  | TextNode
  | HeadingNode
  | ListNode
  | ChoiceNode
  | FieldNode
  | StepNode
  | SnippetNode
  | LinkNode
  | ButtonNode
  | RevealNode
  | AddressNode
  | StatusNode
  | NoticeNode
  | PictureNode;

/** A part of a schematic drawing of the ATS's own window. */
export interface Shape {
  form: Form;
  x: number;
  y: number;
  width: number;
  height: number;
  /** as the ATS shows it */
  label?: string;
  /** what is to be pressed there */
  pressed?: true;
}

/** A line of a list. */
export interface Item {
  label: string;
  /** small: a scope's name */
  detail?: string;
  mark?: Mark;
}

/** A choice of a select. */
export interface Option {
  label: string;
  value: string;
}

/** A button outside the content. */
export interface ViewButton {
  id: string;
  label: string;
  disabled?: true;
}

/** A button below the primary one that leads to a field out of sight. */
export interface Jump {
  label: string;
  /** the node that gets the focus */
  to: string;
}

/** What a screen reader says. */
export interface Announcement {
  text: string;
  assertive: boolean;
}

export type ScreenName = Step | "" | "loading" | "request" | "requested" | "close_question" | "help";
export type Tone = "info" | "success" | "warning" | "danger";
export type Mark = "done" | "failed" | "unknown";
export type Phase = "waiting" | "checking" | "done" | "failed";
export type Input = "text" | "secret" | "search" | "select";
export type Form =
  "window" | "bar" | "item" | "button" | "value" | "round" | "words" | "tick" | "secret" | "next" | "pointer";

/** Where ImGui drew everything, in CSS px. In a low window header and footer are 0 high and all rectangles are content. */
export interface Layout {
  width: number;
  header: number;
  content: number;
  footer: number;
  rects: Rect[];
}

/** Relative to the top left of the region; content: to its unscrolled top. */
export interface Rect {
  region: Region;
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Region = "header" | "content" | "footer";
