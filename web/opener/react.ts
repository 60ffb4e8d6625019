// Entry of the React hook. React itself stays an import, so the host's own copy is used.
import { useCallback, useEffect, useRef, useState } from "react";
import { create } from "./index.ts";
import type { LinkConfig, LinkError, LinkHandler, OpenOptions } from "./index.ts";

export interface AtsLinkHook {
  /** Rejects with a LinkError if the wizard cannot be shown. A call before `ready` is made as soon as it can be. */
  open(options?: OpenOptions): Promise<void>;
  exit(options?: { force?: boolean }): Promise<void>;
  /** `open` can be called. */
  ready: boolean;
  /** What ended the last session, if it could not go on. */
  error: LinkError | null;
}

/** Travels to the frame when it changes; callbacks and elements are read afresh at each call instead. */
const key = (config: LinkConfig): string =>
  JSON.stringify(config, (name, value: unknown) => (name === "container" ? undefined : value));

/** One handler for the life of the component. Callbacks need not be memoised. */
export function useAtsLink(config: LinkConfig): AtsLinkHook {
  const latest = useRef(config);
  const handler = useRef<LinkHandler | null>(null);
  const early = useRef<(() => void) | null>(null);
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<LinkError | null>(null);

  useEffect(() => {
    latest.current = config;
  });
  useEffect(() => {
    const created = create({
      ...latest.current,
      onSuccess: (token, metadata) => latest.current.onSuccess(token, metadata),
      onExit: (failure, metadata) => {
        setError(failure);
        latest.current.onExit?.(failure, metadata);
      },
      onEvent: (event) => latest.current.onEvent?.(event),
      onLoad: () => latest.current.onLoad?.(),
    });
    handler.current = created;
    setReady(true);
    early.current?.();
    early.current = null;
    return () => {
      handler.current = null;
      setReady(false);
      created.destroy();
    };
  }, []);
  useEffect(() => {
    const { onSuccess: _s, onExit: _x, onEvent: _e, onLoad: _l, ...patch } = latest.current;
    try {
      handler.current?.update(patch);
    } catch (wrong) {
      setError(wrong as LinkError);
    }
  }, [key(config)]);

  const open = useCallback((options?: OpenOptions): Promise<void> => {
    setError(null);
    if (handler.current) return handler.current.open(options);
    return new Promise((resolve, reject) => {
      early.current = () => void handler.current?.open(options).then(resolve, reject);
    });
  }, []);
  const exit = useCallback(
    (options?: { force?: boolean }): Promise<void> => handler.current?.exit(options) ?? Promise.resolve(),
    [],
  );
  return { open, exit, ready, error };
}
