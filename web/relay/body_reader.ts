/** Most bytes of a decoded answer that are read. One job or candidate is 2 to 20 KiB. */
export const bodyLimit = 64 * 1024;

export type Body = { kind: "text"; text: string } | { kind: "not_text" } | { kind: "too_long" };

/** Reads at most `bodyLimit` decoded bytes and cancels the rest. Rejects if the answer breaks off. */
export async function readBody(response: Response): Promise<Body> {
  if (response.body === null) return { kind: "text", text: "" };
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let length = 0;
  let text = "";
  let isText = true;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > bodyLimit) {
      // Not awaited: a peer that ignores the cancel must not hold us.
      reader.cancel().catch(() => undefined);
      return { kind: "too_long" };
    }
    if (!isText) continue;
    try {
      text += decoder.decode(value, { stream: true });
    } catch {
      isText = false;
    }
  }
  try {
    text += decoder.decode();
  } catch {
    isText = false;
  }
  return isText ? { kind: "text", text } : { kind: "not_text" };
}
