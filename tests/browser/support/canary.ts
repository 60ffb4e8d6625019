/** One way in which a key may be written down. */
export interface Needle {
  encoding: "raw" | "base64" | "base64url" | "percent" | "hex" | "UTF-16" | "reversed";
  text: string;
}

const url64 = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_");

/** The part of a key's base64 that is the same whatever stands before and after it, for each of the three alignments. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

/** A key in the 7 encodings that a leak could have. */
export function needlesOf(key: string): Needle[] {
  const bytes = Buffer.from(key);
  const characters = Array.from(key);
  const hex = bytes.toString("hex");
  const percent = hex.replace(/../g, "%$&");
  const base64 = base64Cores(bytes);
  const all: Needle[] = [
    { encoding: "raw", text: key },
    ...base64.map((text) => ({ encoding: "base64", text }) as const),
    ...base64.map((text) => ({ encoding: "base64url", text: url64(text) }) as const),
    { encoding: "percent", text: percent },
    { encoding: "percent", text: percent.toUpperCase() },
    { encoding: "percent", text: encodeURIComponent(key) },
    { encoding: "hex", text: hex },
    { encoding: "hex", text: hex.toUpperCase() },
    { encoding: "UTF-16", text: characters.join("\0") },
    { encoding: "reversed", text: characters.toReversed().join("") },
  ];
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** A place where a key was found that must not be there. */
export interface Leak {
  sink: string;
  where: string;
  encoding: Needle["encoding"];
}

/** Looks for keys in whatever a scenario leaves behind, and keeps count of where it looked. */
export class Canary {
  readonly leaks: Leak[] = [];
  places = 0;
  readonly #needles: Needle[];

  constructor(keys: readonly string[]) {
    this.#needles = keys.flatMap(needlesOf);
  }

  /** `text`: a text, or bytes as latin1. */
  look(sink: string, where: string, text: string): void {
    if (text === "") return;
    this.places++;
    for (const encoding of new Set(this.#needles.filter((needle) => text.includes(needle.text)).map((n) => n.encoding)))
      this.leaks.push({ sink, where, encoding });
  }

  /** What was found since the last time. */
  takeLeaks(): Leak[] {
    return this.leaks.splice(0);
  }
}

/** A key that nothing else in the world holds, of the shape that Workable's keys have. */
export function randomKey(): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return [...crypto.getRandomValues(new Uint8Array(64))].map((byte) => letters[byte % letters.length]).join("");
}
