// React is the host's: only what `useAtsLink` calls is declared here, so that building the opener needs no React.
declare module "react" {
  export function useCallback<T>(callback: T, dependencies: readonly unknown[]): T;
  export function useEffect(effect: () => void | (() => void), dependencies?: readonly unknown[]): void;
  export function useRef<T>(initial: T): { current: T };
  export function useState<T>(initial: T): [T, (next: T) => void];
}
