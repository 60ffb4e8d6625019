// Entry of `ats-link/testing`.
import { upstreamFetch } from "../dev/upstream_fetch.ts";
import { keys as sandboxKeys, providerKeys as keysById } from "../sandbox/keys.ts";
import { startSandbox as start } from "../sandbox/server.ts";
import { wrongSwitch } from "../sandbox/switches.ts";
import type { AtsLinkTesting } from "../types/testing.ts";

export { wizard } from "./wizard.ts";

function demand(right: boolean, what: string, expected: string): asserts right {
  if (!right) throw new TypeError(`${what}: expected ${expected}`);
}

export const keys: AtsLinkTesting["keys"] = sandboxKeys;

export const providerKeys: AtsLinkTesting["providerKeys"] = keysById;

export const sandboxFetch: AtsLinkTesting["sandboxFetch"] = (sandboxUrl) => {
  const right = typeof sandboxUrl === "string" && /^https?:$/.test(URL.parse(sandboxUrl)?.protocol ?? "");
  demand(right, "sandboxFetch: sandboxUrl", "the sandbox's address, such as http://127.0.0.1:8082");
  return upstreamFetch(sandboxUrl);
};

export const startSandbox: AtsLinkTesting["startSandbox"] = async (options = {}) => {
  demand(
    typeof (options as unknown) === "object" && (options as unknown) !== null,
    "startSandbox: options",
    "an object",
  );
  for (const member of Object.keys(options))
    demand(["port", "switches"].includes(member), `startSandbox: ${member}`, "no such member; remove it");
  const { port = 0, switches } = options;
  // Node takes a text for a path and listens there.
  const isPort = Number.isInteger(port) && port >= 0 && port < 65_536;
  demand(isPort, "startSandbox: port", "a whole number from 0 to 65535");
  const wrong = wrongSwitch({ ...switches });
  if (wrong !== null) throw new TypeError(`startSandbox: switches.${wrong}: there is no such switch with this value`);
  const { url, close } = await start(options);
  return { url, close };
};
