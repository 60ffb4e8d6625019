import type { Answer } from "./answer.ts";
import { json } from "./answer.ts";

/** Why a request is refused. */
export type Refusal = "credentials" | "scope" | "account" | "other_account" | "not_found" | "rate_limited";

/** What an ATS says in a way of its own, and its file has no word for. */
export interface Form {
  /** Its words for a refusal, where the verdict of the file has none. */
  says?: Partial<Record<Refusal, string>>;
  /** Without any key, where that is another answer than to a wrong one. */
  noKey?: { status: number; text: string };
  /** The error's document. */
  error?(status: number, text: string): unknown;
  /** What else stands in a good answer. */
  beside?: Record<string, unknown>;
  /** A row of its lists. */
  row?: Record<string, unknown>;
}

const usualWords: Record<Refusal, string> = {
  credentials: "Unauthorized",
  scope: "Forbidden",
  account: "Not found",
  other_account: "Unauthorized",
  not_found: "Not found",
  rate_limited: "Too many requests",
};

export const usualRow = { id: "1", name: "Account Executive" };

const forms: Readonly<Record<string, Form>> = {
  // A wrong key is 403 and only a missing one 401. Source: https://developers.ashbyhq.com/reference/authentication
  ashby: {
    says: { credentials: "invalid_api_key", scope: "missing_endpoint_permission", not_found: "not_found" },
    noKey: { status: 401, text: "no_api_key" },
    error: (_, text) => ({ success: false, errors: [text] }),
    beside: { results: { title: "Sandbox key", createdAt: "2026-03-25T00:00:00.000Z" } },
  },
  jobvite: {
    error: (_, text) => ({ responseMessage: text }),
    beside: { total: 1 },
    row: { eId: "oAbc1", title: "Account Executive", jobState: "Open" },
  },
  lever: {
    says: { credentials: "Invalid API key", scope: "Key may not list postings" },
    error: (status, text) => ({ code: leverCodes[status] ?? "Error", message: text }),
    beside: { hasNext: false },
    row: { id: "p1", text: "Account Executive", state: "published" },
  },
  pinpoint: {
    error: (status, text) => ({ errors: [{ status: String(status), title: text }] }),
    row: { id: "1", type: "jobs", attributes: { title: "Account Executive" } },
  },
  smartrecruiters: {
    says: { credentials: "Invalid key" },
    error: (status, text) => ({ code: smartCodes[status] ?? "ERROR", message: text }),
    beside: { offset: 0, limit: 1, totalFound: 1 },
    row: { id: "j1", title: "Account Executive" },
  },
};

const leverCodes: Record<number, string> = { 401: "Unauthorized", 403: "Forbidden", 404: "ResourceNotFound" };
const smartCodes: Record<number, string> = { 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: "NOT_FOUND" };

export const formOf = (id: string): Form => (Object.hasOwn(forms, id) ? forms[id] : undefined) ?? {};

/** An error in the form of the ATS, with its usual words unless `text` has others. */
export function errorAnswer(id: string, status: number, why: Refusal, text?: string): Answer {
  const { says = {}, error = (_: number, said: string) => ({ error: said }) } = formOf(id);
  return json(status, error(status, text ?? says[why] ?? usualWords[why]));
}
