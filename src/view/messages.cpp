#include <algorithm>
#include <utility>

#include "model/provider.hpp"
#include "view/describe.hpp"

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

}  // namespace ats::view
