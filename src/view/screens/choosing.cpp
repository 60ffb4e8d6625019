#include "view/screens/choosing.hpp"

#include <string>

#include "base/contains.hpp"
#include "base/percent.hpp"
#include "flow/turn/picker.hpp"
#include "view/account.hpp"
#include "view/form.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

/// What the user will be asked for, so that the choice holds no surprise.
std::string asked_for(const Page& page, const model::ProviderEntry& provider) {
  std::string labels;
  for (const std::vector<std::string>* asked : {&provider.asks, &provider.secrets}) {
    for (const std::string& label : *asked) enlist(labels, label);
  }
  const bool down = base::contains(page.setup.page.notices, provider.id);
  return page.say(down ? "provider.asks_down" : "provider.asks", {{"fields", labels}});
}

}  // namespace

void describe(Page& page, const flow::ChoosingProvider& screen) {
  page.title("provider");
  const std::string& query = page.state.draft.search;
  Field& search = page.add<Field>("search", page.say("provider.search"));
  search.input = Input::search;
  search.value = query;
  page.on("search", ActionKind::input, flow::ProviderSearched{});

  const flow::Picked picked = flow::pick_providers(page.setup, page.state);
  for (const model::ProviderEntry* provider : picked.shown) {
    Choice& choice = page.choice("choice:" + provider->id, provider->name, asked_for(page, *provider),
                                 flow::ProviderChosen{provider->id});
    choice.tile = monogram(provider->name);
    choice.logo = page.logo_of(provider->id);
  }
  if (screen.first_new > 0 && screen.first_new < picked.shown.size())
    page.view.focus = "choice:" + picked.shown[screen.first_new]->id;
  // Enter in the search means the one entry that is left.
  if (picked.searches && picked.found == 1)
    page.on("search", ActionKind::submit, flow::ProviderChosen{picked.shown.front()->id});
  const bool can_tell = flow::may_request(page.setup);
  if (picked.shown.empty())
    page.text("no_match", can_tell ? "provider.no_match" : "provider.no_match_hosted", {{"query", query}});
  if (picked.shown.size() < picked.allowed)
    page.button("show_all", page.say("provider.more"), flow::AllProvidersAsked{});
  if (can_tell && (picked.shown.empty() || picked.shown.size() == picked.allowed))
    page.button("not_listed", page.say("provider.not_listed"), flow::NotListedPressed{});
  if (picked.searches)
    page.view.announce = Announcement{page.count("provider.found", static_cast<int>(picked.found)), false};
}

void describe(Page& page, const flow::RequestingProvider& screen) {
  if (!screen.told.empty()) {
    page.view.screen = "requested";
    page.title("request.told", {{"name", screen.told}});
    page.view.mood = Tone::success;
    page.primary("request.back", flow::BackPressed{});
    return;
  }
  page.view.screen = "request";
  page.title("request");
  Field& field =
      add_own_field(page, flow::request_field, page.say("request.label"), page.state.draft.requested);
  if (screen.problem) {
    field.error = page.say(screen.problem->message_key, screen.problem->values);
    page.view.focus = page.view.nodes.back().id;
    page.view.announce = Announcement{field.error, true};
  }
  page.primary("request.send", flow::RequestSubmitted{});
}

namespace {

/// A link is promised only where the host gave one.
std::string invite_help(const Page& page, const std::string& key) {
  return page.say(page.state.config.invite_url.empty() ? "invite.lead_no_link" : key);
}

}  // namespace

void describe(Page& page, const flow::ChoosingMethod&) {
  page.title("method");
  add_known_down(page);
  const std::string title = page.say("method.api_key");
  Choice& key = page.choice("method:api_key", page.say("method.recommended", {{"choice", title}}),
                            page.say("method.api_key.help"), flow::KeyMethodChosen{});
  key.recommended = true;
  key.title = title;
  key.chip = page.say("method.mark");
  page.choice("method:invite", page.say("method.invite"), invite_help(page, "method.invite.help"),
              flow::InviteChosen{});
}

void describe(Page& page, const flow::ConfirmingAdmin&) {
  page.title("admin");
  page.choice("admin:yes", page.say("admin.yes"), page.say("admin.yes.help"), flow::AdminConfirmed{});
  page.choice("admin:no", page.say("admin.no"), invite_help(page, "admin.no.help"), flow::InviteChosen{});
}

void describe(Page& page, const flow::AwaitingProvider& screen) {
  page.view.screen = "loading";
  if (screen.wait == flow::Wait::failed) {
    page.title("loading.failed");
    page.view.mood = Tone::danger;
    page.view.announce = Announcement{page.view.heading, true};
    page.primary("failed.retry", flow::RetryPressed{});
    return;
  }
  page.title("loading");
  page.view.busy = true;
  page.view.announce = Announcement{page.view.heading, false};
}

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
