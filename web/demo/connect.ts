import { create } from "../opener/index.ts";
import type { LinkConfig, LinkHandler } from "../types/index.ts";
import { type Invitation, newInvitation, newSession, openInvitation, saveConnection } from "./backend.ts";
import { log } from "./developer_log.ts";
import type { Connection } from "./connected_card.ts";
import type { Integrations } from "./integrations.ts";
import { showInvitation } from "./invitation.ts";

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

/** The link for an admin, which names the ATS once the recruiter has chosen one. */
function createInvitation(first: string) {
  let state = first;
  let asked = 0;
  return {
    get state() {
      return state;
    },
    async choose(provider: string): Promise<void> {
      const mine = ++asked;
      try {
        const made: Invitation = await newInvitation(provider);
        // Another ATS may be chosen by now.
        if (mine !== asked) return;
        state = made.invitation;
        handler?.update({ inviteUrl: made.inviteUrl });
      } catch (error) {
        // The first link does as well: it lets the admin choose.
        log("invitation failed", String(error));
      }
    },
  };
}

/** A recruiter's configuration, whose invitations are watched. */
async function recruiterConfig(integrations: Integrations): Promise<Omit<LinkConfig, "onSuccess">> {
  const { invitation: first, ...session } = await newSession();
  const invitation = createInvitation(first);
  return {
    ...session,
    onEvent(event) {
      log(event.name, event);
      if (event.name === "SELECT_PROVIDER" && event.provider !== null) void invitation.choose(event.provider);
    },
    onExit(error, metadata) {
      log("onExit", { error, metadata });
      if (metadata.reason === "invited_admin") showInvitation(integrations, invitation.state);
    },
  };
}

async function adminConfig(state: string): Promise<Omit<LinkConfig, "onSuccess">> {
  const { linkUrl, inviteUrl, provider } = await openInvitation(state);
  return {
    ...{ linkUrl, state, inviteUrl, ...(provider !== undefined && { provider }) },
    onEvent: (event) => log(event.name, event),
    onExit: (error, metadata) => log("onExit", { error, metadata }),
  };
}

/** What a session is for, where it is not the first connection of a recruiter. */
interface Purpose {
  /** An admin's invitation. */
  invited?: string | null;
  /** A connection that is there, to be mended. */
  old?: Connection | undefined;
}

/** Asks the backend for a session and opens the widget with it. While it is open, only the focus moves there. */
export async function connect(integrations: Integrations, { invited, old }: Purpose = {}): Promise<void> {
  if (handler && handler.state !== "idle") return handler.open();
  integrations.say("");
  try {
    const config = invited ? await adminConfig(invited) : await recruiterConfig(integrations);
    handler = create({
      ...config,
      brand: { name: "Brambleway" },
      scopes: { required: ["r_jobs", "r_candidates"] },
      ...(old?.provider && { mode: "relink", provider: old.provider, prefill: { subdomain: old.subdomain ?? "" } }),
      onSuccess: (publicToken, metadata) => {
        log("onSuccess", { publicToken: `${publicToken.slice(0, 24)}…`, metadata });
        void save(integrations, publicToken);
      },
      onExit: (error, metadata) => {
        config.onExit?.(error, metadata);
        if (error) integrations.say(error.displayMessage ?? `The window could not be shown (${error.code}).`);
      },
      onLoad: () => log("onLoad", undefined),
    });
  } catch (error) {
    log("session failed", String(error));
    integrations.say(
      invited ? "This link has ended. Ask for a new one." : "We could not start the connection. Try again in a moment.",
    );
    return;
  }
  // A failure arrives in onExit too, which has said it already.
  await handler.open().catch(() => undefined);
}
