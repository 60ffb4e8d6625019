import type { Report } from "../messages.ts";

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
