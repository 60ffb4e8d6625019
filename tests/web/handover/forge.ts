import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { JWK } from "jose";

const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
type Point = readonly [x: bigint, y: bigint] | null;

const mod = (value: bigint): bigint => ((value % p) + p) % p;
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) if (e & 1n) result = mod(result * b);
  return result;
}
const divide = (a: bigint, b: bigint): bigint => mod(a * power(mod(b), p - 2n));

/** Addition as for y² = x³ − 3x + b. It never uses b, which is why a point of another curve is not noticed by itself. */
function add(a: Point, b: Point): Point {
  if (!a || !b) return a ?? b;
  if (a[0] === b[0] && mod(a[1] + b[1]) === 0n) return null;
  const slope = a[0] === b[0] ? divide(3n * a[0] * a[0] - 3n, 2n * a[1]) : divide(b[1] - a[1], b[0] - a[0]);
  const x = mod(slope * slope - a[0] - b[0]);
  return [x, mod(slope * (a[0] - x) - a[1])];
}
function multiply(point: Point, by: bigint): Point {
  let result: Point = null;
  for (let each = point, n = by; n > 0n; n >>= 1n, each = add(each, each)) if (n & 1n) result = add(result, each);
  return result;
}

const number = (base64url = ""): bigint => BigInt(`0x${Buffer.from(base64url, "base64url").toString("hex")}`);
const bytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, "0"), "hex");
const uint32 = (value: number): Buffer => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);

/** Changes of the JSON as text, for what no object can hold: a member that is there twice. */
export interface Texts {
  header?(text: string): string;
  content?(text: string): string;
}

function seal(
  content: unknown,
  key: JWK,
  point: readonly [bigint, bigint],
  shared: Point,
  more: object,
  texts: Texts = {},
): string {
  const epk = {
    kty: "EC",
    crv: "P-256",
    x: bytes(point[0]).toString("base64url"),
    y: bytes(point[1]).toString("base64url"),
  };
  const header = { alg: "ECDH-ES", enc: "A256GCM", kid: key.kid, typ: "ats-link+jwe", cty: "json", epk, ...more };
  const same = (text: string): string => text;
  const head = Buffer.from((texts.header ?? same)(JSON.stringify(header))).toString("base64url");
  const info = [uint32(7), Buffer.from("A256GCM"), uint32(0), uint32(0), uint32(256)];
  const cek = createHash("sha256")
    .update(Buffer.concat([uint32(1), bytes(shared?.[0] ?? 0n), ...info]))
    .digest();
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", cek, iv).setAAD(Buffer.from(head));
  const sealed = Buffer.concat([cipher.update((texts.content ?? same)(JSON.stringify(content))), cipher.final()]);
  return [head, "", ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/** Written by hand, so that the forgeries below have a positive control: any library opens it. */
export function sealByHand(content: unknown, key: JWK, more: object = {}, texts: Texts = {}): string {
  const secret = number(randomBytes(31).toString("base64url"));
  const own: Point = [number(key.x), number(key.y)];
  const base: Point = [
    0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  ];
  const point = multiply(base, secret);
  if (!point) throw new Error("the point at infinity");
  return seal(content, key, point, multiply(own, secret), more, texts);
}

/**
 * A token whose point is not on the curve, sealed to what a backend works out that does not look (the invalid curve
 * attack): only a backend that looks refuses it. `key` has its private half.
 */
export function sealOffTheCurve(content: unknown, key: JWK): string {
  const point: readonly [bigint, bigint] = [number(key.x), mod(number(key.y) + 1n)];
  return seal(content, key, point, multiply(point, number(key.d)), {});
}
