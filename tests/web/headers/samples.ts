import { makeSealKey } from "../../../web/server/seal_key.ts";
import type { LinkPageConfig } from "../../../web/headers/link_config.ts";

const { publicJwk } = await makeSealKey();
const url = "https://api.example.com/ats/handover?v=1";

const base: LinkPageConfig = {
  allowedOrigins: ["https://app.example.com"],
  verify: "relay",
  relay: "/relay",
  handover: { mode: "callback", keys: [publicJwk] },
};

/** Configurations that a page accepts, one for each thing that a header depends on. */
export const samples: Record<string, LinkPageConfig> = {
  "callback and a relay on the link origin": base,
  "several host pages": { ...base, allowedOrigins: ["https://app.example.com", "https://eu.example.com:8443"] },
  "a relay elsewhere": { ...base, relay: "https://relay.example.com/relay" },
  "post and a relay elsewhere": {
    ...base,
    relay: "https://relay.example.com/relay",
    handover: { mode: "post", url, keys: [publicJwk] },
  },
  "verified by the backend": { ...base, verify: "backend", handover: { mode: "post", url, keys: [publicJwk] } },
  "nothing verified": { ...base, verify: "none" },
  "plaintext, on one machine": {
    ...base,
    allowedOrigins: ["http://localhost:8080"],
    handover: { mode: "callback", keys: [] },
    dangerouslyAllowPlaintext: true,
  },
};

/** Files of every kind, by their path below the link page's folder. */
export const paths = [
  "",
  "index.html",
  "link.config.json",
  "assets/link.0123456789abcdef.js",
  "assets/ats-link.0123456789abcdef.wasm",
  "assets/en.0123456789abcdef.json",
  "ats-link.js",
  "ats-link.mjs",
  "element.mjs",
  "react.mjs",
  "LICENSE.txt",
  "logo.svg",
  "fonts/brand.woff2",
];
