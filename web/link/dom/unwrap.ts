const breaks = /[\n\r\v\f\u2028\u2029]+/;
/** A line that names a key and holds none: `Token`, `API key:`, `X-Api-Key`. A piece of a key is longer or has a digit. */
const label = /^(\D*\s)?[a-z_-]{0,16}(key|token|secret|bearer|authorization)[:\uff1a]?$/i;

/**
 * A text that was wrapped or quoted on its way here, in one piece: without line breaks, the white space around them, and
 * the marks of quoted mail before each line. A label on a line of its own stays a word of its own, so that it is told from
 * the key. Any other text is left as it is.
 */
export const unwrap = (text: string): string =>
  breaks.test(text) || /^\s*[>|]/.test(text)
    ? text
        .split(breaks)
        .map((line) => line.replace(/^[\s>|]+/, "").trimEnd())
        .filter(Boolean)
        .map((line, at, { length }) => (label.test(line) && at + 1 < length ? `${line} ` : line))
        .join("")
    : text;

/**
 * Puts a wrapped text in as one piece. A field of one line makes each break a space, so that its value no longer says
 * where the breaks were. What needs no mending is left to the browser.
 */
export function unwrapEntries(input: HTMLInputElement, secret: boolean): void {
  const take = (event: Event, text: string | null | undefined): void => {
    const whole = unwrap(text ?? "");
    // Words in a row are words, in a field that is not a key's.
    if (!event.cancelable || whole === text || !whole || (!secret && /\s/.test(whole))) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else can be undone by the person
    document.execCommand("insertText", false, whole);
  };
  input.addEventListener("paste", (event) => take(event, event.clipboardData?.getData("text/plain")));
  // What is dropped, and what an input method or a soft keyboard pastes.
  input.addEventListener("beforeinput", (event) =>
    take(event, event.data ?? event.dataTransfer?.getData("text/plain")),
  );
}
