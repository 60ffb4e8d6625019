#include "base/percent.hpp"
#include "view/page.hpp"
#include "view/report.hpp"

namespace ats::view {
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
