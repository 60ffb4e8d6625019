#include "codec/object_reader.hpp"

#include <algorithm>
#include <utility>

namespace ats::codec {

void report(Problem& problem, const std::string& path, const std::string& expected) {
  if (problem.expected.empty()) problem = {path, expected};
}

ObjectReader::ObjectReader(const Json* value, std::string path, Problem& problem)
    : value_(value), path_(std::move(path)), problem_(problem) {
  if (value_ == nullptr || value_->is_object()) return;
  report(problem_, path_, "an object");
  value_ = nullptr;
}

std::string ObjectReader::path_of(const std::string& name) const {
  return path_.empty() ? name : path_ + "." + name;
}

std::string ObjectReader::item_path(const std::string& name, std::size_t index) const {
  return path_of(name) + "." + std::to_string(index);
}

void ObjectReader::refuse(const std::string& name, const std::string& expected) {
  report(problem_, path_of(name), expected);
}

const Json* ObjectReader::take(const char* name, Presence presence, const char* expected) {
  known_.emplace_back(name);
  if (value_ == nullptr) return nullptr;
  const Json* found = member(*value_, name);
  if (found == nullptr && presence == Presence::required) refuse(name, expected);
  return found;
}

void ObjectReader::text(const char* name, std::string& into, Presence presence, std::size_t limit) {
  const Json* found = take(name, presence, "text");
  if (found == nullptr) return;
  const std::string* text = text_of(found);
  if (text == nullptr) return refuse(name, "text");
  if (text->size() > limit) return refuse(name, "text of at most " + std::to_string(limit) + " bytes");
  into = *text;
}

void ObjectReader::flag(const char* name, bool& into, Presence presence) {
  const Json* found = take(name, presence, "true or false");
  if (found == nullptr) return;
  const bool* flag = found->get_ptr<const bool*>();
  if (flag == nullptr) return refuse(name, "true or false");
  into = *flag;
}

void ObjectReader::number(const char* name, int& into, int low, int high, Presence presence) {
  const Json* found = take(name, presence, "a whole number");
  if (found == nullptr) return;
  // One more on each side, so that what would have to be clamped is seen.
  const int number = found->is_number_integer() ? number_of(found, low - 1, high + 1, low - 1) : low - 1;
  if (number < low || number > high) {
    return refuse(name, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  into = number;
}

void ObjectReader::texts(const char* name, std::vector<std::string>& into, Presence presence,
                         std::size_t limit) {
  const Json* found = take(name, presence, "a list of texts");
  if (found == nullptr) return;
  if (!found->is_array()) return refuse(name, "a list of texts");
  for (std::size_t i = 0; i < found->size(); ++i) {
    const std::string* text = text_of(&(*found)[i]);
    if (text == nullptr || text->empty() || text->size() > limit) {
      return report(problem_, item_path(name, i), "text of 1 to " + std::to_string(limit) + " bytes");
    }
    into.push_back(*text);
  }
}

int ObjectReader::place(const char* name, WordTable words, int otherwise, Presence presence) {
  const Json* found = take(name, presence, "one of the known words");
  if (found == nullptr) return otherwise;
  const std::string* text = text_of(found);
  const int found_at = text != nullptr ? place_of(words, *text) : -1;
  if (found_at >= 0) return found_at;
  std::string expected = "one of";
  for (const char* word : words) {
    expected += ' ';
    expected += word;
  }
  refuse(name, expected);
  return otherwise;
}

std::vector<ObjectReader> ObjectReader::list(const char* name, Presence presence) {
  std::vector<ObjectReader> items;
  const Json* found = take(name, presence, "a list");
  if (found == nullptr) return items;
  if (!found->is_array()) {
    refuse(name, "a list");
    return items;
  }
  for (std::size_t i = 0; i < found->size(); ++i) {
    items.emplace_back(&(*found)[i], item_path(name, i), problem_);
  }
  return items;
}

ObjectReader ObjectReader::object(const char* name, Presence presence) {
  return {take(name, presence, "an object"), path_of(name), problem_};
}

void ObjectReader::close() {
  if (value_ == nullptr) return;
  for (auto it = value_->begin(); it != value_->end(); ++it) {
    if (std::find(known_.begin(), known_.end(), it.key()) == known_.end()) {
      // What the name is may be anything, so only so much of it is repeated.
      return refuse(it.key().substr(0, 64), "no such member");
    }
  }
}

}  // namespace ats::codec
