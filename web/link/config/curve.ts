const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function toNumber(base64url: string): bigint {
  const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

/** Whether two coordinates (32 bytes in base64url) are a point of P-256: y² = x³ − 3x + b, FIPS 186-4 D.1.2.3. */
export function isOnP256(x: string, y: string): boolean {
  const [a, c] = [toNumber(x), toNumber(y)];
  return a < p && c < p && (c * c - (a * a * a - 3n * a + b)) % p === 0n;
}
