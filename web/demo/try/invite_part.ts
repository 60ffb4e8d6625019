import { invitationSent, newInvitation, newSession } from "../backend.ts";
import { log } from "../developer_log.ts";
import { button, el } from "../dom.ts";
import type { Integrations } from "../integrations.ts";
import { showInvitation } from "../invitation.ts";
import { copyButton } from "./copy.ts";

/** Makes a link for an admin of the ATS that is chosen, and says how it stands. */
export function invitePart(integrations: Integrations, provider: () => string): HTMLElement {
  const said = el("p", { class: "muted", role: "status" });
  const link = el("input", { id: "invitation-link", readonly: "" });
  const open = el("a", { class: "button quiet small", target: "_blank", rel: "noopener" }, "Open it as the admin");
  const say = (text: string): void => {
    // What is said anew is also announced anew.
    if (said.textContent !== text) said.textContent = text;
  };
  const shown = el(
    "div",
    { hidden: "" },
    el("label", { for: link.id }, "Invitation link"),
    el(
      "div",
      { class: "field-row" },
      link,
      copyButton({ label: "Copy", name: "Copy link", text: () => link.value }, say),
    ),
    open,
  );
  const make = button("Make an invitation link", "quiet small", () => void invite());
  async function invite(): Promise<void> {
    make.disabled = true;
    try {
      // It belongs to the user whose session this starts.
      await newSession();
      const { inviteUrl, invitation } = await newInvitation(provider());
      await invitationSent(invitation);
      link.value = open.href = inviteUrl;
      shown.hidden = false;
      showInvitation(integrations, invitation, { say, end: () => say("Your admin has connected. See Integrations.") });
    } catch (error) {
      log("invitation failed", String(error));
      say("We could not make a link. Try again in a moment.");
    }
    make.disabled = false;
  }
  return el("div", { class: "invite" }, make, shown, said);
}
