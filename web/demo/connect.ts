import { create } from "../opener/index.ts";
import type { LinkHandler } from "../types/index.ts";
import { newSession, saveConnection } from "./backend.ts";
import { log } from "./developer_log.ts";
import type { Connection } from "./connected_card.ts";
import type { Integrations } from "./integrations.ts";

let handler: LinkHandler | undefined;

async function save(integrations: Integrations, publicToken: string): Promise<void> {
  try {
    const answer = await saveConnection(publicToken);
    log("backend answered", answer);
    integrations.showConnection(answer);
  } catch (error) {
    log("backend failed", String(error));
    integrations.say("We could not save the connection. Connect again in a moment.");
  }
}

/**
 * Asks the backend for a session and opens the widget with it; with a connection that is there, to mend it. While it is
 * open, only the focus moves there.
 */
export async function connect(integrations: Integrations, old?: Connection): Promise<void> {
  if (handler && handler.state !== "idle") return handler.open();
  integrations.say("");
  try {
    const session = await newSession();
    handler = create({
      ...session,
      brand: { name: "Brambleway" },
      scopes: { required: ["r_jobs", "r_candidates"] },
      ...(old?.provider && { mode: "relink", provider: old.provider, prefill: { subdomain: old.subdomain ?? "" } }),
      onSuccess: (publicToken, metadata) => {
        log("onSuccess", { publicToken: `${publicToken.slice(0, 24)}…`, metadata });
        void save(integrations, publicToken);
      },
      onExit: (error, metadata) => {
        log("onExit", { error, metadata });
        if (error) integrations.say(error.displayMessage ?? `The window could not be shown (${error.code}).`);
        else if (metadata.reason === "invited_admin") integrations.say("Your admin can finish this with your link.");
      },
      onEvent: (event) => log(event.name, event),
      onLoad: () => log("onLoad", undefined),
    });
  } catch (error) {
    log("session failed", String(error));
    integrations.say("We could not start the connection. Try again in a moment.");
    return;
  }
  // A failure arrives in onExit too, which has said it already.
  await handler.open().catch(() => undefined);
}
