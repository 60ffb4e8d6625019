/**
 * A page of its own ends where a soft keyboard begins, and follows what the browser moves to make room for it. Not while
 * it is enlarged: then the person moves it about.
 */
export function followSoftKeyboard({ style }: HTMLElement): void {
  const part = window.visualViewport;
  const follow = (): void => {
    const covered = part?.scale === 1 && innerHeight - part.height > 1;
    style.height = covered ? `${part.height}px` : "";
    style.marginTop = covered ? `${part.offsetTop}px` : "";
  };
  for (const type of ["resize", "scroll"]) part?.addEventListener(type, follow);
}
