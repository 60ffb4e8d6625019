/** Puts a text on the clipboard, from inside a click. Never used for a secret. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission in this frame. The older way copies what is selected, which some browsers ask for, or what is put there.
    let done = false;
    const put = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      done = true;
    };
    [...document.querySelectorAll("input")].find((input) => input.value === text)?.select();
    document.addEventListener("copy", put);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without the permission
    document.execCommand("copy");
    document.removeEventListener("copy", put);
    return done;
  }
}
