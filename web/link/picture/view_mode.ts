/** What the browser or an extension did to the elements, and could not do to a picture. */
type Meddled = "recoloured" | "translated";

/** Why the wizard is shown as text. `unstable`: the context was lost twice within a minute. */
export type TextReason =
  "switch" | "no_webgl" | "save_data" | "lost" | "unstable" | "forced_colors" | "print" | "rtl" | Meddled;

export interface ViewMode {
  readonly textView: boolean;
  set(reason: TextReason, on: boolean): void;
  /** The user's switch: lives as long as the page, and cannot bring back a canvas that is not to be had. */
  toggle(): void;
  contextLost(nowMs: number): void;
  contextRestored(): void;
}

const MINUTE = 60_000;

/** Decides between the two views; tells only changes. */
export function createViewMode(changed: (textView: boolean) => void): ViewMode {
  const reasons = new Set<TextReason>();
  let lastLoss = Number.NEGATIVE_INFINITY;
  const set = (reason: TextReason, on: boolean): void => {
    const before = reasons.size > 0;
    if (on) reasons.add(reason);
    else reasons.delete(reason);
    if (before !== reasons.size > 0) changed(!before);
  };
  return {
    get textView() {
      return reasons.size > 0;
    },
    set,
    toggle: () => set("switch", !reasons.has("switch")),
    contextLost(nowMs) {
      if (nowMs - lastLoss < MINUTE) set("unstable", true);
      lastLoss = nowMs;
      set("lost", true);
    },
    contextRestored: () => set("lost", false),
  };
}
