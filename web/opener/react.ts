// Entry of the React hook. React itself stays an import, so the host's own copy is used.
import { useCallback, useEffect, useRef, useState } from "react";
import { create } from "./index.ts";
import type { LinkConfig, LinkError, LinkHandler, OpenOptions, PressEvent } from "./index.ts";

export interface AtsLinkHook {
  /**
   * Rejects with a LinkError if the wizard cannot be shown. A call before `ready` is made as soon as it can be. Good as an
   * event handler: `onClick={open}`.
   */
  open(options?: OpenOptions | PressEvent): Promise<void>;
  exit(options?: { force?: boolean }): Promise<void>;
  /** `open` can be called. */
  ready: boolean;
  /** What ended the last session, if it could not go on. */
  error: LinkError | null;
}

/** Travels to the frame when it changes; callbacks and elements are read afresh at each call instead. */
function key(config: LinkConfig): string {
  try {
    const text = JSON.stringify(config, (name, value: unknown) => (name === "container" ? undefined : value));
    return `${text}${typeof config.support?.onRequest}`;
  } catch {
    return ""; // `open` says what cannot be read; a render must not throw for it.
  }
}

/** `error` tells as well: an event handler, which awaits nothing, must not end in an unhandled rejection. */
function quiet(opening: Promise<void>): Promise<void> {
  opening.catch(() => {});
  return opening;
}

/** One handler for the life of the component. Callbacks need not be memoised. */
export function useAtsLink(config: LinkConfig): AtsLinkHook {
  const latest = useRef(config);
  const handler = useRef<LinkHandler | null>(null);
  const refused = useRef<LinkError | null>(null);
  const early = useRef<((wrong?: LinkError) => void)[]>([]);
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<LinkError | null>(null);

  /** What travels as the last render has it, with help that is asked of the last render's function. */
  const patch = (): Partial<LinkConfig> => {
    const { onSuccess: _s, onExit: _x, onEvent: _e, onLoad: _l, ...rest } = latest.current;
    if (!rest.support?.onRequest) return rest;
    return {
      ...rest,
      support: { ...rest.support, onRequest: (context) => latest.current.support?.onRequest?.(context) },
    };
  };
  /** False: the last render's configuration is refused. */
  const refresh = (): boolean => {
    try {
      handler.current?.update(patch());
      return true;
    } catch (wrong) {
      setError(wrong as LinkError);
      return false;
    }
  };
  const settleEarly = (wrong?: LinkError): void => {
    for (const settle of early.current.splice(0)) settle(wrong);
  };

  useEffect(() => {
    latest.current = config;
  });
  useEffect(() => {
    let created: LinkHandler;
    try {
      created = create({
        ...patch(),
        // What is no function must reach `create` as it is, which refuses it: the result would be lost.
        onSuccess:
          typeof latest.current.onSuccess === "function"
            ? (token, metadata) => latest.current.onSuccess(token, metadata)
            : undefined,
        onExit: (failure, metadata) => {
          setError(failure);
          latest.current.onExit?.(failure, metadata);
        },
        onEvent: (event) => latest.current.onEvent?.(event),
        onLoad: () => latest.current.onLoad?.(),
      } as LinkConfig);
    } catch (wrong) {
      refused.current = wrong as LinkError;
      setError(refused.current);
      settleEarly(refused.current);
      return;
    }
    handler.current = created;
    setReady(true);
    settleEarly();
    // The destroyed handler stays: it answers a late `open` with why it cannot.
    return () => {
      setReady(false);
      created.destroy();
    };
  }, []);
  useEffect(() => void refresh(), [key(config)]);

  const open = useCallback((given?: OpenOptions | PressEvent): Promise<void> => {
    const options = given && "preventDefault" in given ? undefined : given;
    if (refused.current) return quiet(Promise.reject(refused.current));
    setError(null);
    // What was refused is opened all the same, not an earlier render's: the session says what is wrong.
    if (handler.current) return handler.current.open(refresh() ? options : { ...patch(), ...options });
    return quiet(
      new Promise((resolve, reject) => {
        early.current.push((wrong) => {
          if (wrong) reject(wrong);
          else void handler.current?.open(options).then(resolve, reject);
        });
      }),
    );
  }, []);
  const exit = useCallback(
    (options?: { force?: boolean }): Promise<void> => handler.current?.exit(options) ?? Promise.resolve(),
    [],
  );
  return { open, exit, ready, error };
}
