import createModule from "ats-link-module";
import type { LinkModule, ModuleHost } from "./module.ts";

export { createApp } from "./app.ts";
export { createBridge } from "../bridge.ts";

/** The module, ready to boot. Rejects if the file did not arrive whole or WebAssembly is not to be had. */
export function loadModule(host: ModuleHost, compiled: WebAssembly.Module): Promise<LinkModule> {
  return new Promise((resolve, reject) => {
    const made = createModule({
      host,
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then(receive, reject);
        return {};
      },
    });
    made.then(resolve, reject);
  });
}
