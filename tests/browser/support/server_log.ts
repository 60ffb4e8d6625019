/** What this process, which runs the demo's servers, prints while `act` runs. */
export async function printedWhile(act: () => Promise<void>): Promise<string> {
  const parts: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write.bind(stream));
  streams.forEach((stream, index) => {
    stream.write = (chunk: string | Uint8Array) => {
      parts.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("latin1"));
      return writes[index]?.(chunk) ?? true;
    };
  });
  try {
    await act();
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index] as typeof stream.write));
  }
  return parts.join("");
}
