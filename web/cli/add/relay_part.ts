import { join } from "node:path";
import type { ProviderFile } from "../../provider_file/file.ts";
import { packageVersion } from "../../relay/load_providers.ts";
import { nginxFiles, shippedSettings } from "../../relay/nginx/write_nginx.ts";
import { providersModule, readProvidersModule } from "../../relay/providers_module.ts";
import { CommandError } from "../command_line.ts";
import type { DistFolder } from "./dist_folder.ts";

const module = "relay/providers.mjs";

/** The provider files that relay, sandbox and command of a built folder read. */
export function builtProviders(dist: DistFolder): ProviderFile[] {
  const providers = readProvidersModule(dist.read(module));
  if (!providers)
    throw new CommandError(`${join(dist.path, module)} is not as it was built; build or unpack the folder again.`);
  return providers as ProviderFile[];
}

/** Gives relay and sandbox these providers, and nginx its locations. What is left to do is said in sentences. */
export function writeRelayPart(dist: DistFolder, providers: readonly ProviderFile[]): string[] {
  const sentences: string[] = [];
  for (const [name, text] of Object.entries(nginxFiles(providers, shippedSettings(packageVersion())))) {
    const path = `relay/nginx/${name}`;
    if (dist.read(path) === text) continue;
    if (dist.isAsBuilt(path)) {
      dist.write(path, text);
      sentences.push(`nginx: take over ${join(dist.path, path)} again, then run nginx -t and nginx -s reload.`);
    } else {
      sentences.push(
        `nginx: ${join(dist.path, path)} was changed by hand and stays as it is, without the new locations.`,
      );
    }
  }
  dist.write(module, providersModule(providers));
  return sentences;
}
