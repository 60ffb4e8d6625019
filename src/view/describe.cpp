#include "view/describe.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/variant.hpp"
#include "flow/step.hpp"
#include "flow/turn/progress.hpp"
#include "model/provider.hpp"
#include "view/page.hpp"
#include "view/screens/choosing.hpp"
#include "view/screens/closing.hpp"
#include "view/screens/credentials.hpp"
#include "view/screens/failure.hpp"
#include "view/screens/opening.hpp"
#include "view/screens/verify.hpp"

namespace ats::view {

std::string Messages::say(const std::string& key, const std::map<std::string, std::string>& values) const {
  const auto found = text.find(key);
  return found == text.end() ? key : model::fill(found->second, values);
}

std::string Messages::count(const std::string& key, int count,
                            std::map<std::string, std::string> values) const {
  values["count"] = std::to_string(count);
  const auto category = plurals.find(std::to_string(std::clamp(count, 0, 100)));
  if (category != plurals.end()) {
    const std::string form = key + "#" + category->second;
    if (text.count(form) != 0) return say(form, values);
  }
  return say(key + "#other", values);
}

namespace {

void describe_screen(Page& page, const flow::Screen& screen) {
  std::visit(base::Overloaded{[](const flow::Idle&) {}, [](const flow::Closed&) {},
                              [&](const auto& shown) { describe(page, shown); }},
             screen);
}

void describe_header(Page& page) {
  ViewModel& view = page.view;
  const std::string& brand = flow::brand_name(page.setup, page.state);
  view.host_name = brand.empty() ? page.say("host.tile") : brand;
  view.host_tile = monogram(view.host_name);
  view.host_logo = page.setup.page.brand_logo;
  if (page.entry != nullptr) {
    view.ats_name = page.entry->name;
    view.ats_tile = monogram(view.ats_name);
    view.ats_logo = page.logo_of(page.entry->id);
  }
  view.back_label = page.say("chrome.back");
  view.close_label = page.say("chrome.close");
  view.help_label = page.say("chrome.help");
  view.text_view_label = page.say("chrome.text_view");
}

/// Before everything else, where the person finds what they left: that it was kept, and the way out of it.
void describe_resumed(Page& page) {
  if (!page.state.resumed || std::holds_alternative<flow::AwaitingProvider>(page.state.screen)) return;
  const std::string sentence = page.say("resumed.kept");
  page.notice("resumed", Tone::info, sentence);
  page.button("start_over", page.say("resumed.start_over"), flow::StartOverPressed{});
  page.belongs_to("resumed");
  std::rotate(page.view.nodes.begin(), page.view.nodes.end() - 2, page.view.nodes.end());
  if (!page.view.announce) page.view.announce = Announcement{sentence, false};
}

void describe_way_out(Page& page) {
  page.on("close", ActionKind::press, flow::ClosePressed{flow::ExitReason::user_closed});
  page.on("escape", ActionKind::press, flow::ClosePressed{flow::ExitReason::escape});
  page.on("backdrop", ActionKind::press, flow::ClosePressed{flow::ExitReason::backdrop});
  if (!std::holds_alternative<flow::ShowingHelp>(page.state.overlay)) {
    page.on("help", ActionKind::press, flow::HelpPressed{});
  }
}

}  // namespace

Shown describe(const flow::Setup& setup, const flow::State& state, const Messages& messages) {
  Page page(setup, state, messages);
  if (flow::is_unseen(state.screen) || std::holds_alternative<flow::Closed>(state.screen)) return {};

  page.view.turn = state.turn;
  describe_header(page);
  if (std::holds_alternative<flow::AskingToClose>(state.overlay)) {
    describe_close_question(page);
  } else if (std::holds_alternative<flow::ShowingHelp>(state.overlay)) {
    describe_help(page);
  } else {
    page.view.screen = flow::name_of(flow::step_of(state.screen));
    const auto [step, steps] = flow::progress_of(setup, state);
    page.view.step = step;
    page.view.steps = steps;
    if (steps > 0) {
      page.view.progress =
          page.say("chrome.progress", {{"step", std::to_string(step)}, {"steps", std::to_string(steps)}});
    }
    // While it is only a moment, what was there before it is still seen.
    const auto* awaiting = std::get_if<flow::AwaitingProvider>(&state.screen);
    if (awaiting != nullptr && awaiting->wait == flow::Wait::brief) {
      describe_screen(page, flow::screen_before(awaiting->from));
    } else {
      describe_screen(page, state.screen);
    }
    describe_resumed(page);
    page.view.can_go_back = flow::can_go_back(setup, state);
    if (page.view.can_go_back) page.on("back", ActionKind::press, flow::BackPressed{});
  }
  describe_way_out(page);
  return {std::move(page.view), std::move(page.controls)};
}

namespace {

/// An input's event with what was typed in it.
flow::Event with_value(flow::Event event, const std::string& value) {
  if (auto* searched = std::get_if<flow::ProviderSearched>(&event)) searched->query = value;
  if (auto* edited = std::get_if<flow::FieldEdited>(&event)) edited->value = value;
  return event;
}

}  // namespace

std::optional<flow::Event> to_event(const std::vector<Control>& controls, const Action& action) {
  for (const Control& control : controls) {
    if (control.id != action.node || control.kind != action.kind) continue;
    return action.kind == ActionKind::input ? with_value(control.event, action.value) : control.event;
  }
  return std::nullopt;
}

}  // namespace ats::view
