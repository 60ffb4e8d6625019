import type { Report } from "../messages.ts";

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

/** What only the page knows of a session. */
export interface Facts {
  sessionId: string;
  version: string;
  view: "canvas" | "text";
  language: string;
}

/** A report of the module's, with the time in the words of the reader, or, for support, with the facts, one a line. */
export function completeReport(text: string, report: Report, facts: Facts, now: Date): string {
  const { sessionId, version, view, language } = facts;
  if (report === "receipt")
    return `${text}\n${now.toLocaleString(language, { dateStyle: "long", timeStyle: "short" })}\n`;
  const lines = {
    Session: sessionId,
    Time: now.toISOString(),
    Version: version,
    View: view,
    Language: language,
    Browser: navigator.userAgent,
  };
  return `${text}${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("")}`;
}
