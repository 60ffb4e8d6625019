#pragma once

#include <string>
#include <vector>

#include "codec/json.hpp"
#include "codec/word_table.hpp"
#include "model/config.hpp"

namespace ats::codec {

/// The first thing that was wrong while reading; empty `field` and `expected`: nothing so far.
using Problem = model::ConfigError;

enum class Presence { required, optional };
inline constexpr auto optional = Presence::optional;

/// Reads one JSON object strictly: a missing, wrong or unknown member is a problem named by its path.
/// After the first problem everything else is read as empty, so callers check once at the end.
class ObjectReader {
 public:
  /// `value` null: the object was left out, and so are all members.
  ObjectReader(const Json* value, std::string path, Problem& problem);

  void text(const char* name, std::string& into, Presence presence = Presence::required,
            std::size_t limit = 300);
  void flag(const char* name, bool& into, Presence presence = Presence::required);
  void number(const char* name, int& into, int low, int high, Presence presence = Presence::required);
  void texts(const char* name, std::vector<std::string>& into, Presence presence = Presence::required,
             std::size_t limit = 300);
  /// The value of the word by the table of its enum; `otherwise` where there is none.
  template <class Enum>
  Enum word(const char* name, WordTable words, Enum otherwise, Presence presence = Presence::required) {
    return static_cast<Enum>(place(name, words, static_cast<int>(otherwise), presence));
  }
  /// One reader for each object of a list.
  std::vector<ObjectReader> list(const char* name, Presence presence = Presence::required);
  ObjectReader object(const char* name, Presence presence = Presence::required);
  /// Known, and of no interest here.
  void skip(const char* name) { known_.emplace_back(name); }
  [[nodiscard]] const Json* take(const char* name, Presence presence, const char* expected);
  /// Refuses what was not asked for. Call last.
  void close();

  [[nodiscard]] bool present() const { return value_ != nullptr; }
  [[nodiscard]] std::string path_of(const std::string& name) const;
  [[nodiscard]] std::string item_path(const std::string& name, std::size_t index) const;
  void refuse(const std::string& name, const std::string& expected);

 private:
  int place(const char* name, WordTable words, int otherwise, Presence presence);

  const Json* value_;
  std::string path_;
  Problem& problem_;
  std::vector<std::string> known_;
};

void report(Problem& problem, const std::string& path, const std::string& expected);

}  // namespace ats::codec
