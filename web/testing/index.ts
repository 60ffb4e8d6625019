// Entry of `ats-link/testing`.
import { upstreamFetch } from "../dev/upstream_fetch.ts";
import { keys as sandboxKeys, providerKeys as keysById } from "../sandbox/keys.ts";
import { startSandbox as start } from "../sandbox/server.ts";
import { wrongSwitch } from "../sandbox/switches.ts";
import type { AtsLinkTesting } from "../types/testing.ts";

export { wizard } from "./wizard.ts";

export const keys: AtsLinkTesting["keys"] = sandboxKeys;

export const providerKeys: AtsLinkTesting["providerKeys"] = keysById;

export const sandboxFetch: AtsLinkTesting["sandboxFetch"] = upstreamFetch;

export const startSandbox: AtsLinkTesting["startSandbox"] = async (options = {}) => {
  const wrong = wrongSwitch({ ...options.switches });
  if (wrong !== null) throw new TypeError(`startSandbox: switches.${wrong}: there is no such switch with this value`);
  const { url, close } = await start(options);
  return { url, close };
};
