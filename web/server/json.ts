import { readBody } from "../relay/body_reader.ts";
import { isObject } from "../relay/json.ts";

export function answerJson(status: number, body: object): Response {
  const headers = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(JSON.stringify(body), { status, headers });
}

export const fail = ({ status, code, message }: { status: number; code: string; message: string }): Response =>
  answerJson(status, { error: { code, message } });

export const badRequest = (): Response =>
  fail({ status: 400, code: "bad_request", message: "The request is not what this address expects." });

/** The members of a JSON object of at most 64 KiB in the body; none if it is anything else. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  // Another site's form can post text, but not this type without a preflight.
  if (!/^application\/json[ \t]*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) return {};
  try {
    const body = await readBody(new Response(request.body));
    const document: unknown = body.kind === "text" ? parseStrictly(body.text) : null;
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}

/**
 * JSON.parse that refuses a member named twice. It would keep the last one and other readers the first, so that what one
 * of them checks is not what the other uses.
 */
export function parseStrictly(text: string): unknown {
  const document: unknown = JSON.parse(text);
  const open: Set<string>[] = [];
  for (const [, name, colon, bracket] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|([{}[\]])/g)) {
    if (bracket === "{" || bracket === "[") open.push(new Set());
    else if (bracket !== undefined) open.pop();
    else if (name !== undefined && colon !== undefined) {
      const member = JSON.parse(name) as string;
      if (open.at(-1)?.has(member)) throw new SyntaxError("a member is named twice");
      open.at(-1)?.add(member);
    }
  }
  return document;
}
