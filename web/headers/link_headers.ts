import type { LinkPageConfig } from "./link_config.ts";

/** `page`: HTML; `config`: link.config.json; `hashed`: a file whose name holds its hash; `asset`: any other file. */
export type FileKind = "page" | "config" | "hashed" | "asset";

const features = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture", "encrypted-media"],
  ...["fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone"],
  ...["midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"],
  ...["xr-spatial-tracking"],
];

/**
 * Every response header of one file of the link page. Pure: what the policy names follows from the config alone.
 * `https` adds Strict-Transport-Security.
 */
export function linkHeaders(config: LinkPageConfig, kind: FileKind, options: { https: boolean }) {
  const headers: Record<string, string> = {
    "Cache-Control": kind === "hashed" ? "public, max-age=31536000, immutable" : "no-cache",
    // Only the page itself is embedded by another origin; its files are for itself.
    "Cross-Origin-Resource-Policy": kind === "page" ? "cross-origin" : "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
  if (options.https) headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains";
  if (kind !== "page") return headers;
  return {
    ...headers,
    "Content-Security-Policy": contentSecurityPolicy(config),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    // The frame may write to the clipboard (Copy link) and nothing else.
    "Permissions-Policy": ["clipboard-write=(self)", ...features.map((feature) => `${feature}=()`)].join(", "),
  };
}

/** The policy of the link page. Scripts come from its own origin alone; WebAssembly is allowed, `eval` is not. */
export function contentSecurityPolicy(config: LinkPageConfig): string {
  const ancestors = config.allowedOrigins.length > 0 ? config.allowedOrigins.join(" ") : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${["'self'", ...outsideOrigins(config)].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "manifest-src 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function outsideOrigins(config: LinkPageConfig): string[] {
  const needsBackend = config.verify === "backend" || config.handover.mode === "post";
  const urls = [
    ...(config.verify === "relay" ? [config.relay] : []),
    ...(needsBackend && config.handover.url !== undefined ? [config.handover.url] : []),
  ];
  const origins = urls.map((url) => URL.parse(url)?.origin).filter((origin) => origin !== undefined);
  return [...new Set(origins)];
}

/** The kind of a file by its path below the link page's folder. */
export function fileKind(path: string): FileKind {
  if (path === "" || path.endsWith("/") || path.endsWith(".html")) return "page";
  if (path === "link.config.json" || path.endsWith("/link.config.json")) return "config";
  const hash = /[-.]([A-Za-z0-9]{8,64})\.[a-z0-9]+$/.exec(path)?.[1];
  return hash !== undefined && /[0-9]/.test(hash) ? "hashed" : "asset";
}
