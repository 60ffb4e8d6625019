/** Until something is settled that another person does. */
const everyMs = 3000;
/** A backend that does not answer is asked more rarely. */
const afterFaultMs = 30_000;

/**
 * Asks time and again, but only while the page is seen, and at once when it is seen again. `tell` says whether that was the
 * last answer.
 */
export function watch<T>(ask: () => Promise<T>, tell: (answer: T) => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || document.visibilityState === "hidden") return;
    asking = true;
    let over = false;
    let waitMs = everyMs;
    try {
      over = tell(await ask());
    } catch {
      waitMs = afterFaultMs;
    }
    asking = false;
    if (over) document.removeEventListener("visibilitychange", seen);
    else timer = setTimeout(seen, waitMs);
  };
  const seen = (): void => void look();
  document.addEventListener("visibilitychange", seen);
  seen();
}
