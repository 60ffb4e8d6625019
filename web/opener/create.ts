import type { LinkConfig, LinkHandler, OpenOptions } from "../types/index.ts";
import { failure } from "./failure.ts";
import { toPortConfig } from "./port_config.ts";
import { startSession, type Session } from "./session.ts";

/** A handler that owns nothing of the page until `open()`. */
export function create(config: LinkConfig): LinkHandler {
  let current = config;
  let extra: OpenOptions | undefined;
  let session: Session | undefined;
  let state: LinkHandler["state"] = "idle";
  let ignored = 0;
  let loaded!: () => void;
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const watcher = {
    tell(next: LinkHandler["state"]) {
      if (state !== "destroyed") state = next;
      if (next === "ready") loaded();
    },
    ignored: () => void ignored++,
  };
  return {
    ready,
    get state() {
      return state;
    },
    get ignored() {
      return ignored;
    },
    open(options) {
      if (state === "destroyed") return Promise.reject(failure("CONFIG_INVALID", "This handler is destroyed"));
      if (session?.alive()) session.show();
      else {
        void session?.exit("host", true); // The host has removed the frame: that session gets its onExit now.
        extra = options;
        session = startSession(() => ({ ...current, ...extra }), watcher);
      }
      return session.opened;
    },
    exit: async (options) => session?.exit("host", options?.force),
    update(patch) {
      const message = { type: "update", patch: toPortConfig(patch) } as const;
      current = { ...current, ...patch };
      if (state === "ready" || state === "open") session?.send(message);
    },
    back: async () => !!(await session?.back()),
    destroy() {
      state = "destroyed";
      void session?.exit("host", true);
    },
  };
}
