import type { AtsLink, LinkConfig, LinkHandler, OpenOptions, PressEvent } from "../types/index.ts";
import { callable } from "../types/shape.ts";
import { invalid } from "./failure.ts";
import { toPortConfig } from "./port_config.ts";
import { createSession, type Kept, type Session } from "./session.ts";

/**
 * What the host gave, read once. An Event, which `onclick = handler.open` gives, has nothing for us; what cannot be read
 * has a member that is refused.
 */
function copy(given: object | undefined): object {
  try {
    return { __proto__: null, ...(!callable((given as Event | undefined)?.preventDefault) && given) };
  } catch {
    return { config: null };
  }
}

/** A handler that owns nothing of the page until `open()`. `own`: callbacks of ours; then nothing is tried again. */
export function createHandler(config: object, own?: Partial<LinkConfig>): LinkHandler {
  let current = { __proto__: null, ...copy(config), ...own } as LinkConfig;
  if (!callable(current.onSuccess)) throw invalid("onSuccess");
  let session: Session | undefined;
  const kept: Kept = {};
  let state: LinkHandler["state"] = "idle";
  let ignored = 0;
  let loaded!: () => void;
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });

  const open = (options?: OpenOptions | PressEvent): Promise<void> => {
    if (state !== "idle" && state !== "destroyed") (session as Session).happen("show");
    else {
      // What an ended session still shows makes room.
      void session?.request("leave", "host", true);
      // After `destroy()` with what no member is: the session says so.
      session = createSession(
        () => current,
        copy(state === "idle" ? options : { open }),
        (next) => {
          if (state !== "destroyed") state = next;
          if (next === "ready") loaded();
        },
        () => void ignored++,
        !own && ((): void => void open(options)),
        kept,
      );
    }
    return (session as Session).opened;
  };
  return {
    ready,
    get state() {
      return state;
    },
    get ignored() {
      return ignored;
    },
    open,
    exit: async (options) => void (await session?.request("leave", "host", options?.force)),
    update(patch) {
      const read: Partial<LinkConfig> = copy(patch);
      if (state === "idle") toPortConfig(read);
      else session?.change(read);
      const onSuccess = read.onSuccess ?? current.onSuccess;
      current = { __proto__: null, ...current, ...read, onSuccess } as LinkConfig;
    },
    back: async () => !!(await session?.request("back")),
    destroy() {
      state = "destroyed";
      void session?.request("leave", "host", true);
    },
  };
}

export const create = (config: LinkConfig): LinkHandler => createHandler(config);

/**
 * One session as a promise; the wizard stays until the user closes it. Rejects with a LinkError or `{code: "USER_CLOSED"}`.
 * A page that did not come is not tried again here: what a second try gave, nobody would be told.
 */
export const link: AtsLink["link"] = (config) =>
  new Promise((resolve, reject) => {
    void createHandler(config, {
      onSuccess: (publicToken, metadata) => resolve({ publicToken, metadata }),
      onExit: (error) => reject(error ?? { code: "USER_CLOSED" }),
    }).open();
  });
