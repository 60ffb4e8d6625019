import { createHash } from "node:crypto";

/** The value of an `integrity` attribute (Subresource Integrity). */
export const integrityOf = (content: string | Uint8Array): string =>
  `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** `name.ext` as `name.<16 hex digits>.ext`: the same content gets the same name in every build. */
export function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash("sha384").update(content).digest("hex").slice(0, 16);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}
