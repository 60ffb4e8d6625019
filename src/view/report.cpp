#include "view/report.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/variant.hpp"

namespace ats::view {
namespace {

constexpr std::array bodies{"as expected", "other JSON", "no JSON"};
static_assert(bodies.size() == static_cast<std::size_t>(model::Body::other) + 1);
constexpr std::array reasons{"offline", "network", "timeout"};
static_assert(reasons.size() == static_cast<std::size_t>(model::NoAnswer::timeout) + 1);

/// The codes of contract.md 7 are of this form; what is not is nobody's code.
bool is_code(const std::string& text) {
  return text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || letter == '_';
         });
}

std::string in_words(const flow::ProbeReply& reply) {
  return std::visit(
      base::Overloaded{
          [](const flow::Waiting&) -> std::string { return "no answer yet"; },
          [](const model::UpstreamAnswer& answer) {
            return std::to_string(answer.status) + ", " + bodies[static_cast<std::size_t>(answer.body)];
          },
          [](const model::RelayAnswer& answer) {
            return "relay " + std::to_string(answer.status) +
                   (is_code(answer.code) && !answer.code.empty() ? " " + answer.code : "");
          },
          [](model::NoAnswer reason) -> std::string { return reasons[static_cast<std::size_t>(reason)]; },
      },
      reply);
}

}  // namespace

std::string receipt(const Page& page) {
  std::string text = page.view.heading + "\n" + page.view.lead + "\n";
  for (const Node& node : page.view.nodes) {
    text += "\n" + node.label + "\n";
    const auto* list = std::get_if<List>(&node.kind);
    if (list == nullptr) continue;
    for (const Item& item : list->items)
      text += "- " + item.label + (item.detail.empty() ? "" : " (" + item.detail + ")") + "\n";
  }
  return text;
}

std::string diagnostic(const Page& page, const model::LinkError& error, const flow::Replies& replies) {
  std::string text = "ATS Link\n";
  const auto line = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) text += name + ": " + value + "\n";
  };
  line("Code", std::string(model::name_of(error.code)));
  line("Provider", page.state.draft.provider);
  for (const auto& [probe, reply] : replies) line("Probe " + probe, in_words(reply));
  for (const std::string& scope : error.missing_scopes) line("Missing scope", scope);
  if (model::detail_is_ours(error.code)) line("Detail", error.detail);
  return text;
}

void add_copy(Page& page, flow::Report report, std::string text, bool copied) {
  const std::string key = report == flow::Report::receipt ? "connected.copy" : "failed.copy";
  // Said by the button itself, where the eye is: what stands below it may be out of sight.
  const std::string label = page.say(copied ? key + ".done" : key);
  page.button("copy", label, flow::ReportCopied{report, std::move(text)}).icon = Icon::copy;
  if (copied) page.view.announce = Announcement{label, false};
}

}  // namespace ats::view
