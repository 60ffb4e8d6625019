import { isComposed, toldOf } from "./hydrate.ts";
import { loadSealer } from "../sealer.ts";
import type { FieldView } from "./node_view.ts";

interface Listener {
  /** Null: a secret changed; its value is not told. */
  changed(value: string | null): void;
  putSecret(value: string): void;
}

export interface Entry extends FieldView {
  /** Sets a value that the flow changed; never while the user composes one. */
  write(value: string): void;
}

/** What is typed into one native control. Copy and menus are the browser's, and so is what is pasted in one piece. */
export function entry(input: HTMLInputElement | HTMLSelectElement, secret: boolean, listener: Listener): Entry {
  let composing = isComposed(input);
  let told = toldOf(input);
  let dirty = false;

  const tell = (): void => {
    if (composing) return;
    if (secret) {
      dirty = true;
      listener.changed(null);
    } else if (input.value !== told) {
      told = input.value;
      listener.changed(told);
    }
  };
  const handOver = (always: boolean): void => {
    if (!secret || composing || !(dirty || (always && input.value !== ""))) return;
    dirty = false;
    listener.putSecret(input.value);
  };
  input.addEventListener("compositionstart", () => (composing = true));
  input.addEventListener("compositionend", () => {
    composing = false;
    tell();
  });
  input.addEventListener("input", tell);
  if (input instanceof HTMLInputElement && input.type !== "search")
    loadSealer().then(
      ({ unwrapEntries }) => unwrapEntries(input, secret),
      () => undefined,
    );
  // A manager may fill without `input`; leaving the field also hands a secret over.
  input.addEventListener("change", () => {
    if (secret) handOver(true);
    else tell();
  });
  return {
    input,
    secret,
    handOver,
    reveal(shown) {
      if (!(input instanceof HTMLInputElement)) return;
      const type = shown ? "text" : "password";
      if (!secret || input.type === type) return;
      const { selectionStart, selectionEnd, selectionDirection } = input;
      input.type = type;
      const select = (): void => input.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
      select();
      // Chromium may make the new type's editor later and empty the selection then; a press in between wins.
      requestAnimationFrame(() => {
        if (input.type === type && input.selectionStart === 0 && input.selectionEnd === 0) select();
      });
    },
    write(value) {
      // Elsewhere nobody composes: an element that was taken out of the page is not told of the end.
      if (composing && input === document.activeElement) return;
      composing = false;
      told = value;
      if (input.value !== value) input.value = value;
    },
    clear() {
      dirty = false;
      if (secret) input.value = "";
    },
  };
}
