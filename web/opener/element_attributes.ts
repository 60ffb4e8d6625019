/** Reads an attribute's text; null for what is not allowed. */
type Read = (text: string) => unknown;

const word =
  (pattern: RegExp): Read =>
  (text) =>
    pattern.test(text) ? text : null;

const list =
  (pattern: RegExp): Read =>
  (text) => {
    const words = text.split(/[\s,]+/).filter(Boolean);
    return words.length > 0 && words.every((each) => pattern.test(each)) ? words : null;
  };

const web: Read = (text) => {
  const url = URL.parse(text);
  return url && /^(https:|http:(localhost|127\.0\.0\.1)$)/.test(url.protocol + url.hostname) ? text : null;
};
/** On the host's own origin the frame's sandbox would protect nothing. */
const otherOrigin: Read = (text) => (URL.parse(text)?.origin === location.origin ? null : web(text));

const language: Read = (text) => {
  try {
    return Intl.getCanonicalLocales(text).length === 1 && text.length <= 64 ? text : null;
  } catch {
    return null;
  }
};

const radius: Read = (text) => (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 24 ? Number(text) : null);

const id = /^[a-z0-9][a-z0-9-]{0,31}$/;
const scope = /^[A-Za-z][\w:.-]{0,63}$/;
const colour = /^#[0-9a-f]{6}$/i;
const scopes = "scopes with spaces or commas between, such as r_jobs r_candidates";

/** Each attribute with the member that it says, and what is allowed in it. */
const attributes: Record<string, [path: string, read: Read, allowed: string]> = {
  "link-url": [
    "linkUrl",
    otherOrigin,
    "an absolute https address (http for localhost) on another origin than this page",
  ],
  state: ["state", word(/^[^]{1,1024}$/), "the session's state, 1 to 1024 characters"],
  provider: ["provider", word(id), "a provider's id, such as workable"],
  providers: ["providers", list(id), "ids of providers with spaces or commas between, such as workable ashby"],
  "required-scopes": ["scopes.required", list(scope), scopes],
  "optional-scopes": ["scopes.optional", list(scope), scopes],
  subdomain: ["prefill.subdomain", word(/^[^]{1,200}$/), "a text of 1 to 200 characters"],
  mode: ["mode", word(/^(connect|relink)$/), '"connect" or "relink"'],
  "relink-reason": [
    "relink.reason",
    word(/^(expired|revoked|permissions|other)$/),
    '"expired", "revoked", "permissions" or "other"',
  ],
  locale: ["locale", language, "a BCP 47 language tag, such as en-GB"],
  theme: ["theme.scheme", word(/^(light|dark|system)$/), '"light", "dark" or "system"'],
  accent: ["theme.accent", word(colour), "a colour as #rrggbb"],
  "accent-dark": ["theme.accentDark", word(colour), "a colour as #rrggbb"],
  surface: ["theme.surface", word(colour), "a colour as #rrggbb"],
  "surface-dark": ["theme.surfaceDark", word(colour), "a colour as #rrggbb"],
  text: ["theme.text", word(colour), "a colour as #rrggbb"],
  "text-dark": ["theme.textDark", word(colour), "a colour as #rrggbb"],
  radius: ["theme.radius", radius, "a number of pixels, 0 to 24"],
  density: ["theme.density", word(/^(comfortable|compact)$/), '"comfortable" or "compact"'],
  font: ["theme.font", word(/^[\p{L}\p{N} ,'_-]{1,100}$/u), "names of system fonts"],
  brand: ["brand.name", word(/^[^]{1,200}$/), "a text of 1 to 200 characters"],
  "support-url": ["support.url", web, "an absolute https address (http for localhost)"],
  "support-email": ["support.email", word(/^[^\s@?&%,;]+@[^\s@?&%,;]+$/), "an e-mail address"],
  "invite-url": ["inviteUrl", web, "an absolute https address (http for localhost)"],
};

export const attributeNames = [...Object.keys(attributes), "inline"];

/** The member of a configuration that an attribute says, whole or in part. */
export const memberOf = (name: string): string => attributes[name]?.[0].split(".")[0] ?? "container";

/** The sentence for an attribute's text that is not allowed, or null. */
export function wrongAttribute(name: string, text: string | null): string | null {
  const [, read, allowed] = attributes[name] ?? [];
  return text === null || !read || read(text) !== null ? null : `<ats-link>: ${name}: expected ${allowed ?? ""}`;
}

/** Which attribute a property's text is checked by. */
const byMember: Record<string, string> = {};
for (const [name, [path]] of Object.entries(attributes)) byMember[path.split(".")[0] ?? ""] ??= name;

type Members = Record<string, unknown>;

/** Puts what an attribute says where it belongs; null, which no member takes, for what is not allowed. */
function put(into: Members, name: string, text: string): void {
  const [path, read] = attributes[name] ?? [];
  if (path === undefined || !read) return;
  const [member = "", part] = path.split(".");
  const value = read(text);
  if (part === undefined || value === null) into[member] = value;
  else if (into[member] !== null) into[member] = { ...(into[member] as Members | undefined), [part]: value };
}

/** The configuration as attributes say it; an attribute that is absent leaves its member out. */
export function configOf(element: Element): Members {
  const config: Members = { linkUrl: "" };
  for (const name of Object.keys(attributes)) {
    const text = element.getAttribute(name);
    if (text !== null) put(config, name, text);
  }
  const theme = config["theme"] as Members | null | undefined;
  // The scheme alone in its short form.
  if (theme && Object.keys(theme).join() === "scheme") config["theme"] = theme["scheme"];
  if (element.hasAttribute("inline")) config["container"] = element;
  return config;
}

/** A property's value: frameworks give a property the text that a page writes into an attribute. Null: not allowed. */
export function readProperty(member: string, value: unknown): unknown {
  const name = byMember[member];
  if (typeof value !== "string" || name === undefined) return value;
  const config: Members = {};
  put(config, name, value);
  return member === "theme" && config[member] ? value : config[member];
}

const shapes: Record<string, string> = {
  scopes: "{ required?: string[], optional?: string[] }",
  prefill: "{ subdomain?: string }",
  support: "{ url?: string, email?: string, onRequest?: function }",
  relink: "{ reason?: string }",
  container: "an element",
};

export const properties = [...new Set([...Object.keys(byMember), "container"])];

export function wrongProperty(member: string): string {
  const allowed = shapes[member] ?? attributes[byMember[member] ?? ""]?.[2] ?? "";
  const object = member === "theme" || member === "brand" ? ", or an object as LinkConfig has it" : "";
  return `<ats-link>: ${member}: expected ${allowed}${object}`;
}
