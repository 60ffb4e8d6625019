import { invitationStatus } from "./backend.ts";
import { log } from "./developer_log.ts";
import type { Integrations } from "./integrations.ts";
import { watch } from "./watch.ts";

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
