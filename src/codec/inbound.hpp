#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "flow/event.hpp"
#include "model/provider.hpp"
#include "view/describe.hpp"

namespace ats::codec {

/// What is said in another language.
struct Words {
  view::Messages messages;
  model::Catalogue catalogue;
  bool operator==(const Words&) const = default;
};

/// One inbound message of docs/bridge.md: for `Runtime::post`, `act`, `set_words` or `learn`.
using Inbound = std::variant<flow::Event, view::Action, Words, model::Provider>;

/// Nothing: not understood, and nothing may happen. A wrong `config` of `open` and `update` is understood: it
/// gives ConfigRefused with the path of the wrong member. So are wrong details of a provider, as
/// ProviderFailed.
[[nodiscard]] std::optional<Inbound> read_inbound(std::string_view text);

}  // namespace ats::codec
