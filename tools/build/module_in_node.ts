import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Bridge, createBridge } from "../../web/link/bridge.ts";
import type { ModuleFactory, ModuleHost } from "../../web/link/module/module.ts";

/** A new instance for each call. */
export type OpenModule = (host: ModuleHost) => Promise<Bridge>;

/** The module that was built for browsers, run in Node. `folder` holds `ats-link.mjs` and `ats-link.wasm`. */
export async function moduleInNode(folder: string): Promise<OpenModule> {
  const { default: create } = (await import(pathToFileURL(join(folder, "ats-link.mjs")).href)) as {
    default: ModuleFactory;
  };
  const compiled = await WebAssembly.compile(await readFile(join(folder, "ats-link.wasm")));
  return async (host) =>
    createBridge(
      await create({
        host,
        instantiateWasm(imports, receive) {
          void WebAssembly.instantiate(compiled, imports).then(receive);
          return {};
        },
      }),
    );
}
