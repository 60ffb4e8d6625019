/** What C++ shows, as docs/bridge.md says: members under their C++ names in camelCase, empty ones left out. */

export type NodeKind =
  "text" | "heading" | "list" | "choice" | "field" | "check" | "link" | "button" | "status" | "notice";

export interface Item {
  label: string;
  /** A scope's name; in a select, the option's value. */
  detail?: string;
  state?: string;
}

export interface ViewNode {
  /** Unique on the screen and stable between updates: `choice:workable`, `field:subdomain`. */
  id: string;
  kind: NodeKind;
  label?: string;
  help?: string;
  error?: string;
  value?: string;
  state?: string;
  href?: string;
  /** field: `text`, `secret`, `search`, `select`. */
  input?: string;
  suffix?: string;
  example?: string;
  autocomplete?: string;
  /** choice: two letters. */
  tile?: string;
  /** button: the node it belongs to. */
  owner?: string;
  items?: Item[];
}

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
  primary?: ViewButton | null;
  secondary: ViewButton[];
  canGoBack?: boolean;
  busy?: boolean;
  mood?: string;
  hostTile?: string;
  hostName?: string;
  atsTile?: string;
  atsName?: string;
  backLabel?: string;
  closeLabel?: string;
  helpLabel?: string;
  textViewLabel?: string;
  announce?: { text: string; assertive?: boolean } | null;
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
