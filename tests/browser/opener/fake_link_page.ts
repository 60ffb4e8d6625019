/**
 * A link page of the size of a postcard. It answers the hello with `ready` unless its address has `?mute`, keeps all it
 * hears in `heard`, and says what a test tells it to with `say(message)`.
 */
export const fakeLinkPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Fake link page</title>
<body><h1>Fake link page</h1><button>First</button><input aria-label="Subdomain">
<script>
  window.hellos = [];
  window.heard = [];
  window.say = (message) => window.port.postMessage(message);
  window.base = (step = "provider") => ({
    sessionId: window.hellos[0].data.nonce, timestamp: new Date().toISOString(), provider: "workable", step,
  });
  window.succeed = () => say({
    type: "success", publicToken: "sealed", metadata: {
      ...base("connected"), method: "api_key", subdomain: "acme", account: null,
      scopes: { granted: ["r_jobs"], missing: [], unverified: [] }, keyExpiresAt: null,
    },
  });
  window.leave = (reason = "user_closed") => say({ type: "exit", error: null, metadata: { ...base(), reason, lastError: null } });
  addEventListener("message", (event) => {
    window.hellos.push({ data: event.data, origin: event.origin, ports: event.ports.length, fromParent: event.source === parent });
    window.port = event.ports[0];
    window.port.onmessage = ({ data }) => {
      window.heard.push(data);
      if (data.type === "open") say({ type: "event", event: { ...base(), name: "OPEN" } });
    };
    if (location.search !== "?mute") say({ type: "ready", version: "0.1.0" });
  });
</script></body></html>`;

/** The globals of the fake page, for `frame.evaluate`. */
export interface FakePage {
  hellos: { data: Record<string, unknown>; origin: string; ports: number; fromParent: boolean }[];
  heard: Record<string, unknown>[];
  say(message: unknown): void;
  base(step?: string): Record<string, unknown>;
  succeed(): void;
  leave(reason?: string): void;
}
