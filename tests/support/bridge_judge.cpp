#include "support/bridge_judge.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/contract_words.hpp"
#include "support/provider_file.hpp"

namespace ats::test {

using nlohmann::json;

namespace {

bool is_word(const std::string& type, const json& value) {
  return value.is_string() && contract_words(type).count(value.get<std::string>()) != 0;
}

/// Words that the host's contract lists.
bool is_contracts(const std::string& type) {
  return type == "ErrorCode" || type == "Step" || type == "ExitReason";
}

bool is_simple(const std::string& type, const json& value) {
  if (type == "text") return value.is_string();
  if (is_contracts(type)) return is_word(type, value);
  if (type == "number") return value.is_number();
  if (type == "flag") return value.is_boolean();
  if (type == "true") return value == true;
  if (type == "LinkEvent") return value.is_object() && is_word(type, value.value("name", json()));
  // The host's contract has types of its own: tests/web/link/effects.test.ts holds the fixtures to them.
  return value.is_object();
}

}  // namespace

const json& bridge_types() {
  static const json all = [] {
    const json files = json::parse(file_text("src/codec/bridge.json"), nullptr, false);
    json merged = json::object();
    for (const json& described : files) merged.update(described);
    return merged;
  }();
  return all;
}

BridgeMembers bridge_members(const json& described) {
  BridgeMembers members;
  for (const auto& [name, member] : described.items()) {
    if (!member.is_array()) continue;  // `about`, `by`, ...
    const bool optional = name.ends_with('?');
    members[optional ? name.substr(0, name.size() - 1) : name] = {member.at(0).get<std::string>(), optional};
  }
  return members;
}

void BridgeJudge::look(const std::string& type, const json& value, const std::string& at) {
  if (const std::size_t null = type.find('|'); null != std::string::npos) {
    if (!value.is_null()) look(type.substr(0, null), value, at);
  } else if (type.ends_with("[]")) {
    if (!value.is_array()) return faults.push_back(at + " is no list");
    for (const json& each : value) look(type.substr(0, type.size() - 2), each, at + "[]");
  } else if (type == "texts") {
    if (!value.is_object()) return faults.push_back(at + " is no object");
    for (const json& each : value) look("text", each, at + ".*");
  } else if (type.starts_with('=')) {
    if (value != type.substr(1)) faults.push_back(at + " is not " + type.substr(1));
  } else if (!bridge_types().contains(type)) {
    if (!is_simple(type, value)) faults.push_back(at + " is no " + type);
  } else if (bridge_types().at(type).is_array()) {
    look_at_word(type, value, at);
  } else {
    look_at_object(type, value, at);
  }
}

void BridgeJudge::look_at_text(const std::string& type, const std::string& text, const std::string& at) {
  look(type, json::parse(text, nullptr, false), at);
}

void BridgeJudge::look_at_word(const std::string& type, const json& value, const std::string& at) {
  for (const json& each : bridge_types().at(type)) {
    const auto word = each.get<std::string>();
    if (value != word && !(is_contracts(word) && is_word(word, value))) continue;
    seen_.insert(type + " " + word);
    return;
  }
  faults.push_back(at + " is no " + type + ": " + value.dump());
}

void BridgeJudge::look_at_object(const std::string& type, const json& value, const std::string& at) {
  if (!value.is_object()) return faults.push_back(at + " is no object");
  const json& described = bridge_types().at(type);
  std::string name = type;
  BridgeMembers members;
  if (described.contains("by")) {
    const auto by = described.at("by").get<std::string>();
    const std::string kind = value.value(by, "");
    if (!described.contains(kind)) return faults.push_back(at + " is of no known kind: " + kind);
    name += " " + kind;
    members = bridge_members(described.at(kind));
    if (described.contains("all")) members.merge(bridge_members(described.at("all")));
    members[by] = {"text", false};
    seen_.insert(name);
  } else {
    members = bridge_members(described);
  }
  for (const auto& [member, part] : value.items()) {
    if (members.count(member) == 0) {
      faults.push_back(at + "." + member + " is not described");
      continue;
    }
    seen_.insert(name + "." + member);
    look(members.at(member).type, part, at + "." + member);
  }
  for (const auto& [member, what] : members) {
    if (!what.optional && !value.contains(member)) faults.push_back(at + " lacks " + member);
  }
}

std::vector<std::string> BridgeJudge::unseen(const std::string& type) const {
  std::vector<std::string> all;
  const auto miss = [&](const std::string& what) {
    if (seen_.count(what) == 0) all.push_back(what);
  };
  const json& described = bridge_types().at(type);
  if (described.is_array()) {
    for (const json& word : described) miss(type + " " + word.get<std::string>());
  } else if (!described.contains("by")) {
    for (const auto& [member, what] : bridge_members(described)) miss(type + "." + member);
  } else {
    for (const auto& [kind, members] : described.items()) {
      if (!members.is_object() || kind == "all") continue;
      miss(type + " " + kind);
      for (const auto& [member, what] : bridge_members(members)) miss(type + " " + kind + "." + member);
    }
  }
  return all;
}

void check_bridge(const BridgeJudge& judge, const std::vector<std::string>& types) {
  CHECK(judge.faults == std::vector<std::string>{});
  for (const std::string& type : types) CHECK(judge.unseen(type) == std::vector<std::string>{});
}

}  // namespace ats::test
