import { create } from "../opener/index.ts";
import type { LinkConfig, LinkHandler } from "../types/index.ts";
import {
  invitationSent,
  type LinkSession,
  newInvitation,
  newSession,
  openInvitation,
  saveConnection,
} from "./backend.ts";
import type { Connection } from "./connected_card.ts";
import { log } from "./developer_log.ts";
import type { Integrations } from "./integrations.ts";
import { showInvitation } from "./invitation.ts";
import { showToken } from "./received.ts";

export interface Wizard {
  /** Opens it; while it is open, only the focus moves there. `old`: a connection that is there, to be mended. */
  connect(old?: Connection): Promise<void>;
  /** Changes the wizard that is open, and the next. */
  choose(options: Chosen): void;
}

/** What a visitor of the page may choose. Absent: as it comes. */
export type Chosen = Pick<LinkConfig, "theme" | "locale" | "provider" | "container">;

/** Short of the 30 minutes for which the backend takes a token of a session. */
const sessionMs = 25 * 60 * 1000;

/**
 * One handler for as long as the page lives: who closed by mistake and opens again finds what they had chosen. `invited`: the
 * state that an admin's link brought.
 */
export function createWizard(integrations: Integrations, invited: string | null): Wizard {
  let handler: LinkHandler | undefined;
  let chosen: Chosen = {};
  let preparing: Promise<LinkHandler> | undefined;
  /** Until when the session is good for another opening; 0 once something came of it. */
  let goodUntil = 0;
  /** The invitation whose link the wizard shows, and the ATS that it names. */
  let invitation = "";
  let invitedTo: string | null = null;

  async function save(publicToken: string): Promise<void> {
    try {
      const answer = await saveConnection(publicToken);
      log("backend answered", answer);
      integrations.showConnection(answer);
    } catch (error) {
      log("backend failed", String(error));
      integrations.say("We could not save the connection. Connect again in a moment.");
    }
  }

  /** A link of its own for the ATS that the recruiter chose. */
  async function inviteTo(provider: string): Promise<void> {
    if (invited !== null || invitedTo === provider) return;
    invitedTo = provider;
    try {
      const made = await newInvitation(provider);
      // Another ATS may be chosen by now.
      if (invitedTo !== provider) return;
      invitation = made.invitation;
      handler?.update({ inviteUrl: made.inviteUrl });
    } catch (error) {
      // The first link does as well: it lets the admin choose.
      log("invitation failed", String(error));
    }
  }

  async function session(): Promise<LinkSession> {
    if (invited !== null) {
      const { linkUrl, state, inviteUrl, provider } = await openInvitation(invited);
      return { linkUrl, state, inviteUrl, ...(provider !== undefined && { provider }) };
    }
    const { invitation: first, ...made } = await newSession();
    invitation = first;
    invitedTo = null;
    return made;
  }

  const hear: Omit<LinkConfig, "linkUrl"> = {
    onSuccess(publicToken, metadata) {
      goodUntil = 0;
      log("onSuccess", { publicToken: `${publicToken.slice(0, 24)}…`, metadata });
      showToken(publicToken);
      void save(publicToken);
    },
    onEvent(event) {
      log(event.name, event);
      if (event.name === "SELECT_PROVIDER" && event.provider !== null) void inviteTo(event.provider);
    },
    onExit(error, metadata) {
      log("onExit", { error, metadata });
      if (error) integrations.say(error.displayMessage ?? `The window could not be shown (${error.code}).`);
      if (metadata.reason !== "invited_admin") return;
      goodUntil = 0;
      void invitationSent(invitation).catch((fault: unknown) => log("invitation failed", String(fault)));
      showInvitation(integrations, invitation);
    },
    onLoad: () => log("onLoad", undefined),
  };

  async function prepare(): Promise<LinkHandler> {
    if (!handler || goodUntil <= Date.now()) {
      const made = await session();
      if (handler) handler.update(made);
      else handler = create({ ...made, ...hear });
      goodUntil = Date.now() + sessionMs;
    }
    // Of what was chosen before and is not any more, nothing is left.
    handler.update({
      theme: undefined,
      locale: undefined,
      container: undefined,
      ...(invited === null && { provider: undefined }),
      ...chosen,
    } as Partial<LinkConfig>);
    return handler;
  }

  return {
    async connect(old) {
      if (handler && handler.state !== "idle") return handler.open();
      integrations.say("");
      try {
        preparing ??= prepare();
        handler = await preparing;
      } catch (error) {
        log("session failed", String(error));
        integrations.say(
          invited === null
            ? "We could not start the connection. Try again in a moment."
            : "This link has ended. Ask for a new one.",
        );
        return;
      } finally {
        preparing = undefined;
      }
      const mend =
        old?.provider &&
        ({ mode: "relink", provider: old.provider, prefill: { subdomain: old.subdomain ?? "" } } as const);
      // A failure arrives in onExit too, which has said it already.
      await handler.open(mend || undefined).catch(() => undefined);
    },
    choose(options) {
      chosen = options;
      // Where it opens, and with which ATS, is settled for the one that is open.
      const { theme = "system", locale = navigator.language } = options;
      if (handler && handler.state !== "idle") handler.update({ theme, locale });
    },
  };
}
