import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "../provider.ts";
import { httpPart } from "./http_part.ts";
import { locationsPart } from "./locations_part.ts";
import type { NginxSettings } from "./settings.ts";

/** Writes the relay as nginx configuration, made from the provider files: a part for `http`, one for a `server`. */
export function writeNginx(folder: string, providers: readonly Provider[], settings: NginxSettings): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ats-link-http.conf"), httpPart(settings));
  writeFileSync(join(folder, "ats-link-locations.conf"), locationsPart(providers, settings));
}
