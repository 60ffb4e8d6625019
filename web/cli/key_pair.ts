import type { JWK } from "jose";
import { createPrivateKey, createPublicKey } from "node:crypto";

/** Whether `d` is the private half of this public key: the library works x and y out of it once more. */
export function isKeyPair({ x, y }: JWK, d: unknown): boolean {
  if (typeof d !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(d)) return false;
  try {
    const key = createPrivateKey({ key: sec1(Buffer.from(d, "base64url")), format: "der", type: "sec1" });
    const made = createPublicKey(key).export({ format: "jwk" });
    return made.x === x && made.y === y;
  } catch {
    return false;
  }
}

/** RFC 5915 without the optional public key, which is what is to be worked out; the curve is P-256. */
function sec1(d: Buffer): Buffer {
  const curve = Buffer.from("a00a06082a8648ce3d030107", "hex");
  return Buffer.concat([Buffer.from([0x30, 3 + 2 + d.length + curve.length, 2, 1, 1, 4, d.length]), d, curve]);
}
