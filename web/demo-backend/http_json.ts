import { isObject } from "../relay/json_member.ts";

export function answerJson(status: number, body: object): Response {
  const headers = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The members of a JSON object in the body; none if it is anything else. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  // Another site's form can post text, but not this type without a preflight.
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) return {};
  try {
    const document: unknown = JSON.parse(await request.text());
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}
