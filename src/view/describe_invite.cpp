#include "view/page.hpp"
#include "view/percent.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void show_link(Page& page, const flow::Inviting& screen, const std::string& url) {
  Node& field = page.add(NodeKind::field, "invite_link", page.say("invite.link"));
  field.input = "text";
  field.state = "readonly";
  field.value = url;
  field.autocomplete = "off";
  page.button("copy_link", page.say("invite.copy"), flow::LinkCopied{}, "invite_link");
  if (screen.on_clipboard) {
    page.notice("copied", "success", page.say("invite.copied"));
    page.view.announce = Announcement{page.say("invite.copied"), false};
  }
  page.on("mail_link", ActionKind::press, flow::LinkMailed{});
  page.add(NodeKind::link, "mail_link", page.say("invite.mail")).href =
      "mailto:?subject=" + percent_encode(page.say("invite.mail.subject")) +
      "&body=" + percent_encode(page.say("invite.mail.body", {{"link", url}}));
  if (screen.mailed) page.notice("mailed", "info", page.say("invite.mailed"));
}

/// Where the host gives no link: the words to pass on instead.
void show_what_to_tell(Page& page) {
  page.text("no_link", "invite.no_link");
  Node& list = page.add(NodeKind::list, "tell", page.say("invite.tell"));
  list.items.push_back({page.say("invite.tell.open"), "", ""});
  list.items.push_back({page.say("invite.tell.key", {{"scopes", wanted_scope_ids(page)}}), "", ""});
  list.items.push_back({page.say("invite.tell.paste"), "", ""});
}

}  // namespace

void describe(Page& page, const flow::Inviting& screen) {
  page.title("invite");
  const std::string& url = page.state.config.invite_url;
  if (url.empty()) {
    page.view.lead = page.say("invite.lead_no_link");
    show_what_to_tell(page);
    return;
  }
  show_link(page, screen, url);
  if (screen.copied || screen.mailed) {
    page.primary("invite.done", flow::ClosePressed{flow::ExitReason::user_closed});
  }
}

}  // namespace ats::view
