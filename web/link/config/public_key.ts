import { type Check, ConfigProblem } from "./config_check.ts";

const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function toNumber(base64url: string): bigint {
  const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

/** Whether two coordinates (32 bytes in base64url) are a point of P-256: y² = x³ − 3x + b, FIPS 186-4 D.1.2.3. */
function isOnP256(x: string, y: string): boolean {
  const [a, c] = [toNumber(x), toNumber(y)];
  return a < p && c < p && (c * c - (a * a * a - 3n * a + b)) % p === 0n;
}

/** The integrator's public key as a JSON Web Key (RFC 7517, RFC 7518 6.2). */
export interface PublicKey {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
  kid: string;
}

/** What a public key for sealing may carry beside its point. */
const allowed = ["kty", "crv", "x", "y", "kid", "use", "alg", "key_ops"];
// 32 bytes in base64url without padding; the last character holds four bits.
const coordinate = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * A P-256 public JWK with a `kid` and nothing private. A point off the curve is seen here and not when it is imported,
 * which is after the user has typed the key.
 */
export const publicKey: Check = (value, path) => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ConfigProblem(path, "a public key as JWK");
  const key = value as Record<string, unknown>;
  const demand = (member: string, fits: boolean, expected: string): void => {
    if (!fits) throw new ConfigProblem(`${path}.${member}`, expected);
  };
  demand("d", !Object.hasOwn(key, "d"), "no private key here; keep it on your backend");
  for (const member of Object.keys(key)) demand(member, allowed.includes(member), "no such member; remove it");
  demand("kty", key["kty"] === "EC", '"EC"');
  demand("crv", key["crv"] === "P-256", '"P-256"');
  demand("x", typeof key["x"] === "string" && coordinate.test(key["x"]), "32 bytes in base64url");
  demand("y", typeof key["y"] === "string" && coordinate.test(key["y"]), "32 bytes in base64url");
  demand("y", isOnP256(key["x"] as string, key["y"] as string), "a point of P-256; make a key with ats-link keygen");
  demand("kid", typeof key["kid"] === "string" && /^[\x21-\x7e]{1,128}$/.test(key["kid"]), "a key id");
  demand("use", key["use"] === undefined || key["use"] === "enc", '"enc"');
  demand("alg", key["alg"] === undefined || key["alg"] === "ECDH-ES", '"ECDH-ES"');
  demand("key_ops", key["key_ops"] === undefined || Array.isArray(key["key_ops"]), "a list");
};
