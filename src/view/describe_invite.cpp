#include "base/percent.hpp"
#include "view/page.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void show_link(Page& page, const flow::Inviting& screen, const std::string& url) {
  Field& field = page.add<Field>("invite_link", page.say("invite.link"));
  field.readonly = true;
  field.value = url;
  page.button("copy_link", page.say("invite.copy"), flow::LinkCopied{}).icon = Icon::copy;
  page.belongs_to("invite_link");
  if (screen.on_clipboard) {
    page.notice("copied", Tone::success, page.say("invite.copied"));
    page.view.announce = Announcement{page.say("invite.copied"), false};
  }
  page.on("mail_link", ActionKind::press, flow::LinkMailed{});
  std::string href = "mailto:?subject=";
  base::append_percent_encoded(href, page.say("invite.mail.subject"));
  href += "&body=";
  base::append_percent_encoded(href, page.say("invite.mail.body", {{"link", url}}));
  page.add("mail_link", page.say("invite.mail"), Link{href, Icon::mail});
  if (screen.mailed) page.notice("mailed", Tone::info, page.say("invite.mailed"));
}

/// Where the host gives no link: the words to pass on instead.
void show_what_to_tell(Page& page) {
  page.text("no_link", "invite.no_link");
  List& list = page.add<List>("tell", page.say("invite.tell"));
  list.items.push_back({page.say("invite.tell.open"), "", Mark::none});
  if (page.provider != nullptr)
    list.items.push_back({page.say("invite.tell.key", {{"scopes", wanted_scope_ids(page)}}), "", Mark::none});
  list.items.push_back({page.say("invite.tell.paste"), "", Mark::none});
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
