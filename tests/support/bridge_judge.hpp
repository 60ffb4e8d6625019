#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace ats::test {

/// src/codec/bridge.json: each type by its name, whichever file of web/link it is written to.
[[nodiscard]] const nlohmann::json& bridge_types();

struct BridgeMember {
  std::string type;
  bool optional = false;
};
using BridgeMembers = std::map<std::string, BridgeMember>;
/// The described members by their bare names.
[[nodiscard]] BridgeMembers bridge_members(const nlohmann::json& described);

/// Holds what crosses to its description, and remembers which members it saw.
class BridgeJudge {
 public:
  /// `at`: where in the whole, for a fault that can be found.
  void look(const std::string& type, const nlohmann::json& value, const std::string& at);
  /// As it crosses.
  void look_at_text(const std::string& type, const std::string& text, const std::string& at);
  /// What is described of a type and no sample had.
  [[nodiscard]] std::vector<std::string> unseen(const std::string& type) const;

  std::vector<std::string> faults;

 private:
  void look_at_word(const std::string& type, const nlohmann::json& value, const std::string& at);
  void look_at_object(const std::string& type, const nlohmann::json& value, const std::string& at);

  std::set<std::string> seen_;
};

/// No fault, and nothing of these types that no sample had.
void check_bridge(const BridgeJudge& judge, const std::vector<std::string>& types);

}  // namespace ats::test
