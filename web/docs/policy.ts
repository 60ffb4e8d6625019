/** In each page, for a server that sends no headers, and in the demo's header, with `more` that a page cannot say. */
export const policy = (...more: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
