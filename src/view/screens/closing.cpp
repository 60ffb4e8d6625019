#include "view/screens/closing.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/percent.hpp"
#include "view/account.hpp"
#include "view/report.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void add_account(Page& page, const model::Connection& connection) {
  std::vector<Item> items;
  if (connection.account && !connection.account->name.empty()) {
    items.push_back({connection.account->name, page.say("connected.account_name"), Mark::none});
  }
  for (const model::Field* field : page.provider->detail_fields()) {
    const auto value = page.fields.find(field->id);
    if (value == page.fields.end() || value->second.empty()) continue;
    items.push_back({page.own(shown_value(*field, value->second)), page.own(field->label), Mark::none});
  }
  if (!items.empty()) page.add("account", page.say("connected.account"), List{std::move(items)});
}

void add_scopes(Page& page, const model::Connection& connection) {
  const model::ScopeResult& scopes = connection.scopes;
  std::vector<Item> items;
  const auto add = [&](const std::vector<std::string>& ids, Mark mark, const char* key) {
    for (const std::string& id : ids) {
      items.push_back({page.own(means_of(page, id)), page.say(key, {{"scope", id}}), mark});
    }
  };
  add(scopes.granted, Mark::done, "connected.granted");
  add(scopes.missing, Mark::failed, "connected.missing");
  add(scopes.unverified, Mark::unknown, "connected.unverified");
  add(connection.more, Mark::done, "connected.more");
  if (!items.empty()) page.add("scopes", page.say("connected.scopes"), List{std::move(items)});
}

}  // namespace

void describe(Page& page, const flow::Connected& screen) {
  if (page.provider == nullptr) return;
  page.title("connected");
  page.view.mood = Tone::success;
  // Whoever checks a key lets only one that works come this far.
  if (page.setup.page.verify == model::VerifyMode::none)
    page.notice("unchecked", Tone::warning, page.say("connected.unchecked"));
  add_account(page, screen.connection);
  add_scopes(page, screen.connection);
  if (!page.provider->revoke.empty()) page.add<Text>("revoke", page.own(page.provider->revoke));
  add_copy(page, flow::Report::receipt, receipt(page), screen.copied);
  page.text("next", "connected.next");
  page.primary("connected.done", flow::DonePressed{});
}

namespace {

/// Question and answer pairs: `help.<step>.q1`, `help.<step>.a1`, ... as many as the catalogue has.
void add_answers(Page& page, const std::string& prefix) {
  for (int i = 1; page.has(prefix + ".q" + std::to_string(i)); ++i) {
    const std::string number = std::to_string(i);
    const std::string id = prefix + "." + number;
    page.add<Heading>(id, page.say(prefix + ".q" + number));
    page.text(id + ".answer", prefix + ".a" + number);
  }
}

/// A mail about a failure begins with what support needs of it.
std::string mail_to(const Page& page, const std::string& address) {
  const auto* failed = std::get_if<flow::Failed>(&page.state.screen);
  const auto* refused = std::get_if<flow::Refused>(&page.state.screen);
  std::string href = "mailto:" + address;
  if (failed == nullptr && refused == nullptr) return href;
  std::string lines = "\r\n\r\n";
  for (const char letter :
       diagnostic(page, failed ? failed->error : refused->error, failed ? failed->replies : flow::Replies{}))
    lines += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
  href += "?body=";
  base::append_percent_encoded(href, lines);
  return href;
}

void add_contact(Page& page) {
  const model::HostConfig& host = page.state.config;
  const model::PageConfig& own = page.setup.page;
  const bool from_host = !host.support_url.empty() || !host.support_email.empty();
  const std::string& url = from_host ? host.support_url : own.support_url;
  const std::string& email = from_host ? host.support_email : own.support_email;
  if (!url.empty()) page.add("contact", page.say("help.contact"), Link{url});
  if (!email.empty()) {
    page.add("contact_email", page.say("help.email", {{"address", email}}),
             Link{mail_to(page, email), Icon::mail});
  }
}

}  // namespace

void describe_close_question(Page& page) {
  page.view.screen = "close_question";
  page.title("close");
  page.view.mood = Tone::warning;
  page.primary("close.keep", flow::KeepGoingPressed{});
  page.secondary("close.now", flow::CloseConfirmed{});
}

void describe_help(Page& page) {
  page.view.screen = "help";
  page.title("help");
  const auto* sent = std::get_if<flow::HandingOver>(&page.state.screen);
  // Its step is the check, which there may be none of.
  if (sent == nullptr || !sent->replies.empty())
    add_answers(page, "help." + std::string(flow::name_of(flow::step_of(page.state.screen))));
  add_answers(page, "help.any");
  add_contact(page);
  page.primary("help.back", flow::KeepGoingPressed{});
}

}  // namespace ats::view
