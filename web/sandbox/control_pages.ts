import { json, type Answer } from "./answer.ts";
import type { Provider } from "../relay/provider.ts";
import { sandboxKeys, usesOf } from "./keys.ts";
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
  { providers, state, log }: { providers: readonly Provider[]; state: SandboxState; log: RequestLog },
): Answer {
  switch (`${method} ${path.slice(prefix.length)}`) {
    case "GET keys":
      return wantsHtml ? keysPage(providers) : json(200, listed(providers));
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

/** Workable's own keys, and then those of each provider by its fields. */
function listed(providers: readonly Provider[]): unknown[] {
  const others = providers.flatMap((provider) =>
    usesOf(provider).map(([name, key]) => ({ provider: provider.id, name, ...key })),
  );
  return [...sandboxKeys, ...others];
}

function keysPage(providers: readonly Provider[]): Answer {
  const own = sandboxKeys.filter(({ provider }) => provider === "workable");
  const rows = own.map(({ name, key, meaning }) => row([name, meaning, `<code>${key}</code>`]));
  const others = providers.flatMap((provider) =>
    usesOf(provider).map(([name, { meaning, values }]) => {
      const fields = Object.entries(values).map(([id, value]) => `${id} <code>${escape(value)}</code>`);
      return row([`${provider.id} ${name}`, escape(meaning), fields.join("<br>")]);
    }),
  );
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox keys</title><h1>Sandbox keys</h1>
<p>Accounts: acme, globex, umbrella (suspended), initech (empty). The keys open nothing but this sandbox.</p>
<h2>Workable</h2>
<table><tr><th>Name</th><th>Meaning</th><th>Key</th></tr>${rows.join("")}</table>
<h2>Every ATS</h2>
<table><tr><th>Name</th><th>Meaning</th><th>What to enter</th></tr>${others.join("")}</table></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" };
  return { status: 200, headers, body };
}

const row = (cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const escape = (text: string): string => text.replace(/[&<>]/g, (each) => `&#${String(each.charCodeAt(0))};`);
