/** A P-256 public JWK that tokens are sealed to. */
export interface SealKey {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
  kid: string;
  use?: "enc";
  alg?: "ECDH-ES";
}

/** `link.config.json`, beside the link page's index.html: the ceiling of what the page does. */
export interface LinkPageConfig {
  /** Exact origins that may embed the page. */
  allowedOrigins: string[];
  verify: "relay" | "backend" | "none";
  /** Path on the link origin, or an https URL. */
  relay: string;
  handover: { mode: "callback" | "post"; url?: string; keys: SealKey[] };
  providers?: string[];
  notices?: Record<string, "down">;
  logos?: Record<string, string>;
  brand?: { name?: string; logoUrl?: string };
  support?: { url?: string; email?: string };
  fontUrl?: string;
  dangerouslyAllowPlaintext?: boolean;
}
