import { invitationStatus } from "./backend.ts";
import { log } from "./developer_log.ts";
import type { Integrations } from "./integrations.ts";

const sentences = {
  pending: "Waiting for your admin to open the link",
  opened: "Your admin has opened the link",
  expired: "The link has ended. Connect again to send a new one",
};

/** Shows an invitation as it stands, in the list or in a line of somebody else's, until the admin has connected or it has ended. */
export function showInvitation(
  integrations: Integrations,
  state: string,
  line = integrations.showPending(sentences.pending),
): void {
  line.say(sentences.pending);
  watch(
    () => invitationStatus(state),
    ({ status, connection }) => {
      if (status !== "connected") {
        line.say(sentences[status]);
        return status === "expired";
      }
      log("backend answered", connection);
      line.end();
      integrations.showConnection(connection);
      integrations.say("Your admin has connected your ATS.");
      return true;
    },
  );
}

/** Until something is settled that another person does. */
const everyMs = 3000;
/** A backend that does not answer is asked more rarely. */
const afterFaultMs = 30_000;

/**
 * Asks time and again, but only while the page is seen, and at once when it is seen again. `tell` says whether that was the
 * last answer.
 */
function watch<T>(ask: () => Promise<T>, tell: (answer: T) => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || document.visibilityState === "hidden") return;
    asking = true;
    let over = false;
    let waitMs = everyMs;
    try {
      over = tell(await ask());
    } catch {
      waitMs = afterFaultMs;
    }
    asking = false;
    if (over) document.removeEventListener("visibilitychange", seen);
    else timer = setTimeout(seen, waitMs);
  };
  const seen = (): void => void look();
  document.addEventListener("visibilitychange", seen);
  seen();
}
