import { button } from "../dom.ts";

const shownMs = 2000;

/**
 * A button that copies. Its name says what, and `tell` what came of it; where the browser refuses, the text is told to be
 * selected by hand.
 */
export function copyButton(
  { label, name = label, text }: { label: string; name?: string; text: () => string | Promise<string> },
  tell: (said: string, byHand?: string) => void,
): HTMLButtonElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const made = button(label, "quiet small copy", () => {
    void copy();
  });
  const copy = async (): Promise<void> => {
    let wanted: string;
    try {
      wanted = await text();
    } catch {
      tell("It could not be fetched. Try again in a moment.");
      return;
    }
    try {
      await navigator.clipboard.writeText(wanted);
    } catch {
      tell("Your browser did not let this page copy. Select the text and copy it yourself.", wanted);
      return;
    }
    tell(`Copied: ${name.replace(/^Copy /, "")}`);
    made.classList.add("done");
    clearTimeout(timer);
    timer = setTimeout(() => made.classList.remove("done"), shownMs);
  };
  if (name !== label) made.ariaLabel = name;
  return made;
}
