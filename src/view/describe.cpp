#include "view/describe.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "base/overloaded.hpp"
#include "flow/step.hpp"
#include "view/page.hpp"
#include "view/progress.hpp"

namespace ats::view {
namespace {

void describe_screen(Page& page) {
  std::visit(base::Overloaded{[](const flow::Idle&) {}, [](const flow::Closed&) {},
                              [&](const auto& screen) { describe(page, screen); }},
             page.state.screen);
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
    const Progress progress = progress_of(setup, state);
    page.view.step = progress.step;
    page.view.steps = progress.steps;
    if (progress.steps > 0) {
      page.view.progress = page.say("chrome.progress", {{"step", std::to_string(progress.step)},
                                                        {"steps", std::to_string(progress.steps)}});
    }
    describe_screen(page);
    describe_resumed(page);
    page.view.can_go_back = flow::can_go_back(setup, state);
    if (page.view.can_go_back) page.on("back", ActionKind::press, flow::BackPressed{});
  }
  describe_way_out(page);
  return {std::move(page.view), std::move(page.controls)};
}

}  // namespace ats::view
