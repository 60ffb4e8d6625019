#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ats::codec {

/// Writes one JSON text from left to right. Smaller than a tree that is built to be dumped, and it cannot
/// fail.
class Writer {
 public:
  Writer& open_object();
  Writer& open_object(const char* name);
  Writer& close_object();
  Writer& open_array(const char* name);
  Writer& close_array();

  Writer& text(const char* name, std::string_view value);
  /// Leaves an empty text out.
  Writer& text_if(const char* name, std::string_view value);
  /// An empty text is null.
  Writer& text_or_null(const char* name, std::string_view value);
  Writer& number(const char* name, int value);
  Writer& flag(const char* name, bool value);
  /// Leaves false out.
  Writer& flag_if(const char* name, bool value);
  Writer& null(const char* name);
  Writer& texts(const char* name, const std::vector<std::string>& values);
  Writer& texts(const char* name, const std::map<std::string, std::string>& values);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void name(const char* name);
  void separate();
  void quote(std::string_view value);

  std::string out_;
};

}  // namespace ats::codec
