/** What C++ shows, as docs/bridge.md says: members under their C++ names in camelCase, empty ones left out. */

export type Tone = "info" | "success" | "warning" | "danger";
export type Mark = "done" | "failed" | "unknown";
export type Phase = "waiting" | "checking" | "done" | "failed";

export interface Item {
  label: string;
  /** A scope's name. */
  detail?: string;
  mark?: Mark;
}

export interface Option {
  label: string;
  value: string;
}

interface Named {
  /** Unique on the screen and stable between updates: `choice:workable`, `field:subdomain`. */
  id: string;
  label: string;
}

export interface TextNode extends Named {
  kind: "text" | "heading";
}
export interface ListNode extends Named {
  kind: "list";
  items: Item[];
}
export interface ChoiceNode extends Named {
  kind: "choice";
  help?: string;
  /** Two letters. */
  tile?: string;
  recommended?: true;
  /** The parts of the label as they are painted, the second as a chip. */
  title?: string;
  chip?: string;
}
export interface FieldNode extends Named {
  kind: "field";
  input: "text" | "secret" | "search" | "select";
  /** Which field of the provider it is. */
  name?: string;
  help?: string;
  error?: string;
  /** Never of a secret. */
  value?: string;
  suffix?: string;
  example?: string;
  readonly?: true;
  /** select */
  options?: Option[];
}
export interface CheckNode extends Named {
  kind: "check";
  on: boolean;
}
export interface LinkNode extends Named {
  kind: "link";
  href: string;
}
export interface ButtonNode extends Named {
  kind: "button";
  /** The node it belongs to. */
  owner?: string;
}
/** The switch inside a secret field's box. */
export interface RevealNode extends Named {
  kind: "reveal";
  owner: string;
  shown: boolean;
}
export interface StatusNode extends Named {
  kind: "status";
  help?: string;
  phase: Phase;
}
export interface NoticeNode extends Named {
  kind: "notice";
  tone: Tone;
}

export type ViewNode =
  | TextNode
  | ListNode
  | ChoiceNode
  | FieldNode
  | CheckNode
  | LinkNode
  | ButtonNode
  | RevealNode
  | StatusNode
  | NoticeNode;
export type NodeKind = ViewNode["kind"];

export interface ViewButton {
  id: string;
  label: string;
  disabled?: boolean;
}

export interface ViewModel {
  screen: string;
  step?: number;
  steps?: number;
  progress?: string;
  heading?: string;
  lead?: string;
  nodes: ViewNode[];
  primary?: ViewButton;
  secondary: ViewButton[];
  canGoBack?: boolean;
  busy?: boolean;
  /** The large icon above the heading. */
  mood?: Tone;
  hostTile?: string;
  hostName?: string;
  atsTile?: string;
  atsName?: string;
  backLabel?: string;
  closeLabel?: string;
  helpLabel?: string;
  textViewLabel?: string;
  announce?: { text: string; assertive?: boolean };
  focus?: string;
  /** Focus is due when this or the screen changed. */
  turn?: number;
}

export type Region = "header" | "content" | "footer";

/** CSS px, relative to the top left of the region; content: to its unscrolled top. */
export interface Rect {
  region: Region;
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where ImGui drew everything. In a low window header and footer are 0 high and all rectangles are content. */
export interface Layout {
  width: number;
  header: number;
  content: number;
  footer: number;
  rects: Rect[];
}

/** What the user did. A secret field's `input` has no value. */
export interface Action {
  node: string;
  kind: "press" | "input" | "submit" | "toggle";
  value?: string;
}
