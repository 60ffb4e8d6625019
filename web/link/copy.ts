/** Puts a text on the clipboard, from inside a click. Never used for a secret. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission in this frame: the older way needs a selection, so it borrows a field that shows the text.
    const field = [...document.querySelectorAll("input")].find((input) => input.value === text);
    field?.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without the permission
    return field !== undefined && document.execCommand("copy");
  }
}
