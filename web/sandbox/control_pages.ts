import { json, type Answer } from "./answer.ts";
import { sandboxKeys } from "./keys.ts";
import type { RequestLog } from "./request_log.ts";
import type { SandboxState } from "./state.ts";
import { wrongSwitch } from "./switches.ts";

const prefix = "/__sandbox/";

export const isControlPath = (path: string): boolean => path.startsWith(prefix);

/**
 * `GET keys` (HTML for a browser), `GET switches`, `POST switches` (a JSON object of what to change), `GET requests`,
 * `POST reset` (switches, counters and log as at the start).
 */
export function answerControl(
  method: string,
  path: string,
  body: string,
  wantsHtml: boolean,
  state: SandboxState,
  log: RequestLog,
): Answer {
  switch (`${method} ${path.slice(prefix.length)}`) {
    case "GET keys":
      return wantsHtml ? keysPage() : json(200, sandboxKeys);
    case "GET switches":
      return json(200, state.switches);
    case "POST switches":
      return changeSwitches(body, state);
    case "GET requests":
      return json(200, log.all());
    case "POST reset":
      state.reset();
      log.clear();
      return json(200, state.switches);
    default:
      return json(404, { error: "The sandbox has keys, switches, requests and reset." });
  }
}

function changeSwitches(body: string, state: SandboxState): Answer {
  let patch: unknown;
  try {
    patch = JSON.parse(body);
  } catch {
    patch = null;
  }
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) {
    return json(400, { error: "Send a JSON object of switches." });
  }
  const wrong = wrongSwitch(patch as Record<string, unknown>);
  if (wrong !== null) return json(400, { error: `There is no switch “${wrong}” with this value.` });
  state.switches = { ...state.switches, ...patch };
  return json(200, state.switches);
}

function keysPage(): Answer {
  const rows = sandboxKeys.map(({ name, key, secret, meaning }) => {
    const values = secret === undefined ? `<code>${key}</code>` : `<code>${key}</code><br><code>${secret}</code>`;
    return `<tr><td>${name}</td><td>${meaning}</td><td>${values}</td></tr>`;
  });
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox keys</title><h1>Sandbox keys</h1>
<p>Accounts: acme, globex, umbrella (suspended), initech (empty). The keys open nothing but this sandbox.</p>
<table><tr><th>Name</th><th>Meaning</th><th>Key</th></tr>${rows.join("")}</table></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" };
  return { status: 200, headers, body };
}
