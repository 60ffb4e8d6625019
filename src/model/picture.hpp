#pragma once

#include <string>
#include <vector>

namespace ats::model {

/// What a thing in the ATS's window is (providers/README.md "Pictures").
enum class Thing { address, account, item, title, value, button, tick, scopes, secret };

/// One thing of a drawing. `label`: the words that the ATS shows; empty where it has none of its own.
struct PicturePart {
  Thing thing = Thing::item;
  std::string label;
  bool operator==(const PicturePart&) const = default;
};

/// A schematic drawing of what a step of the guide is done to, in the order of doing. Empty: none.
using Picture = std::vector<PicturePart>;

}  // namespace ats::model
