import type { LinkPageConfig } from "./link_config.ts";
import { commonHeaders, fileKind, hashedFolder, kindHeaders, linkHeaders, loaders } from "./link_headers.ts";

/** Headers of the files at one path, or of all that begin with it. */
export interface HeaderRule {
  path: string;
  below: boolean;
  /** All of them. */
  headers: Record<string, string>;
  /** Those that the rule for everything does not have. */
  own: Record<string, string>;
}

/**
 * The rules of a deployment in the order of the files' importance; `folder` is the link page's path, with a slash at
 * either end. The first is for everything. No two others fit one path, since hosts differ in what they do then.
 */
export function headerRules(config: LinkPageConfig, folder: string): HeaderRule[] {
  const https = { https: true };
  const common = commonHeaders(https);
  const rule = (name: string, below = false): HeaderRule => {
    const kind = fileKind(name);
    return {
      path: folder + name,
      below,
      headers: linkHeaders(config, kind, https),
      own: kindHeaders(config, kind),
    };
  };
  return [
    { path: folder, below: true, headers: common, own: common },
    ...["", "index.html", "link.config.json", ...loaders].map((name) => rule(name)),
    rule(hashedFolder, true),
  ];
}
