/**
 * The four hooks that the adapter uses, with what a development StrictMode does to them: every render runs twice, and
 * the first effects are run, cleaned up and run again. React itself is the host's and no dependency of this project.
 */
// A React effect returns nothing or its cleanup.
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type
type Cleanup = void | (() => void);

interface Slot {
  value?: unknown;
  dependencies?: readonly unknown[] | undefined;
  cleanup?: Cleanup;
}

let slots: Slot[] = [];
let next = 0;
let effects: { slot: Slot; run: () => Cleanup }[] = [];
let rerender = (): void => {};

function slot(): Slot {
  return (slots[next++] ??= {});
}

const changed = (old: readonly unknown[] | undefined, now: readonly unknown[] | undefined): boolean =>
  !old || !now || now.some((value, i) => !Object.is(value, old[i]));

export function useRef<T>(initial: T): { current: T } {
  const own = slot();
  return (own.value ??= { current: initial }) as { current: T };
}

export function useState<T>(initial: T): [T, (next: T) => void] {
  const own = slot();
  if (!("value" in own)) own.value = initial;
  const set = (value: T): void => {
    if (Object.is(own.value, value)) return;
    own.value = value;
    queueMicrotask(() => rerender());
  };
  return [own.value as T, set];
}

export function useCallback<T>(callback: T, dependencies: readonly unknown[]): T {
  const own = slot();
  if (changed(own.dependencies, dependencies)) own.value = callback;
  own.dependencies = dependencies;
  return own.value as T;
}

export function useEffect(run: () => Cleanup, dependencies?: readonly unknown[]): void {
  const own = slot();
  if (changed(own.dependencies, dependencies)) effects.push({ slot: own, run });
  own.dependencies = dependencies;
}

/** Mounts a component; returns what renders it again with other properties, and what unmounts it. */
export function mountStrict<P>(component: (properties: P) => void, properties: P) {
  slots = [];
  let current = properties;
  const render = (): typeof effects => {
    next = 0;
    effects = [];
    component(current);
    const due = effects;
    next = 0;
    effects = [];
    component(current);
    for (const { slot: own, run } of due) {
      own.cleanup?.();
      own.cleanup = run();
    }
    return due;
  };
  rerender = () => void render();
  for (const { slot: own, run } of render()) {
    own.cleanup?.();
    own.cleanup = run();
  }
  return {
    update(changes: P) {
      current = changes;
      rerender();
    },
    unmount() {
      rerender = () => {};
      for (const own of slots) own.cleanup?.();
    },
  };
}
