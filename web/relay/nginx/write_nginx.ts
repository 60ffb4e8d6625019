import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "../provider.ts";
import { httpPart } from "./http_part.ts";
import { locationsPart } from "./locations_part.ts";
import type { NginxSettings } from "./settings.ts";

/** The relay as nginx configuration, made from the provider files, by file name: a part for `http`, one for a `server`. */
export const nginxFiles = (providers: readonly Provider[], settings: NginxSettings): Record<string, string> => ({
  "ats-link-http.conf": httpPart(settings),
  "ats-link-locations.conf": locationsPart(providers, settings),
});

export function writeNginx(folder: string, providers: readonly Provider[], settings: NginxSettings): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(nginxFiles(providers, settings))) writeFileSync(join(folder, name), text);
}
