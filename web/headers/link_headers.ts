import type { LinkPageConfig } from "./link_config.ts";

/**
 * `page`: the HTML; `config`: link.config.json; `hashed`: a file whose name holds its hash; `loader`: a script of the
 * opener, for any host page; `asset`: every other file.
 */
export type FileKind = "page" | "config" | "hashed" | "loader" | "asset";

const features = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "compute-pressure"],
  ...[
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
  ],
  ...["idle-detection", "keyboard-map", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials"],
  ...["payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get"],
  ...["screen-wake-lock", "serial", "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking"],
];

/** What every file has. `https` adds Strict-Transport-Security. */
export function commonHeaders({ https }: { https: boolean }): Record<string, string> {
  const hsts = https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {};
  return { "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", ...hsts };
}

/** What a file of this kind has beside the common headers: the two never name the same header. */
export function kindHeaders(config: LinkPageConfig, kind: FileKind): Record<string, string> {
  switch (kind) {
    case "page":
      return pageHeaders(config);
    case "config":
      return { "Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "same-origin" };
    case "hashed":
      return {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Cross-Origin-Resource-Policy": "same-origin",
      };
    case "loader":
      // With `integrity` and `crossorigin` on its tag a host page asks by CORS.
      return {
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-cache",
        "Cross-Origin-Resource-Policy": "cross-origin",
      };
    case "asset":
      return {};
  }
}

function pageHeaders(config: LinkPageConfig): Record<string, string> {
  return {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": contentSecurityPolicy(config),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    // Only the page itself is embedded by another origin; its files are for itself.
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Integrity-Policy": "blocked-destinations=(script)",
    "Origin-Agent-Cluster": "?1",
    // The frame may write to the clipboard (Copy link) and nothing else.
    "Permissions-Policy": ["clipboard-write=(self)", ...features.map((feature) => `${feature}=()`)].join(", "),
  };
}

/** Every response header of one file of the link page. Pure: what the policy names follows from the config alone. */
export const linkHeaders = (config: LinkPageConfig, kind: FileKind, options: { https: boolean }) => ({
  ...commonHeaders(options),
  ...kindHeaders(config, kind),
});

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
  const origins = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
  return [...new Set(origins)];
}

/** The opener's scripts, where they lie beside the link page. */
export const loaders = ["ats-link.js", "ats-link.mjs", "element.mjs", "react.mjs"];

/** Everything below it is written by the build under a name with its hash. */
export const hashedFolder = "assets/";

/** The kind of a file by its path below the link page's folder. */
export function fileKind(path: string): FileKind {
  if (path === "" || path === "index.html") return "page";
  if (path === "link.config.json") return "config";
  if (path.startsWith(hashedFolder)) return "hashed";
  return loaders.includes(path) ? "loader" : "asset";
}
