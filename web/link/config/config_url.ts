import { type Check, ConfigProblem } from "./config_check.ts";

function parse(value: unknown, base?: string): URL | undefined {
  if (typeof value !== "string" || value.length > 2048 || value.trim() !== value) return undefined;
  return URL.canParse(value, base) ? new URL(value, base) : undefined;
}

/** https anywhere, http on this machine only. */
export const isSafe = (url: URL | undefined): url is URL =>
  url !== undefined &&
  (url.protocol === "https:" || (url.protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(url.hostname))) &&
  url.username === "" &&
  url.password === "";

/** Exactly an origin as browsers write it: no path, no wildcard, no default port, lower case. */
export const origin: Check = (value, path) => {
  const url = parse(value);
  if (!isSafe(url) || url.origin !== value || url.hostname.includes("*"))
    throw new ConfigProblem(path, "an exact origin such as https://app.example.com");
};

export const backendUrl: Check = (value, path) => {
  const url = parse(value);
  if (!isSafe(url) || url.hash !== "") throw new ConfigProblem(path, "an absolute https address");
};

export const supportUrl: Check = (value, path) => {
  if (parse(value)?.protocol !== "https:") throw new ConfigProblem(path, "an absolute https address");
};

export const relayUrl =
  (base: string): Check =>
  (value, path) => {
    const url = value === "" ? undefined : parse(value, base);
    if (!isSafe(url) || url.search !== "" || url.hash !== "")
      throw new ConfigProblem(path, "an https address or a path such as /relay");
  };

/** Images and fonts come from the link page's own origin, which is all that its policy allows. */
export const logoUrl =
  (base: string): Check =>
  (value, path) => {
    const url = value === "" ? undefined : parse(value, base);
    if (!isSafe(url) || url.origin !== new URL(base).origin)
      throw new ConfigProblem(path, "an address on the link page's own origin");
  };

export const mailAddress: Check = (value, path) => {
  if (typeof value !== "string" || !/^[^\s@?&]+@[^\s@?&]+$/.test(value))
    throw new ConfigProblem(path, "an e-mail address");
};
