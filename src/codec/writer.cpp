#include "codec/writer.hpp"

namespace ats::codec {

void Writer::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void Writer::quote(std::string_view value) {
  static constexpr char digits[] = "0123456789abcdef";
  out_ += '"';
  for (const char character : value) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      out_ += '\\';
      out_ += character;
    } else if (byte < 0x20) {
      out_ += "\\u00";
      out_ += digits[byte >> 4U];
      out_ += digits[byte & 15U];
    } else {
      out_ += character;
    }
  }
  out_ += '"';
}

void Writer::name(const char* name) {
  separate();
  if (name == nullptr) return;
  quote(name);
  out_ += ':';
}

Writer& Writer::open_object() { return open_object(nullptr); }

Writer& Writer::open_object(const char* member) {
  name(member);
  out_ += '{';
  return *this;
}

Writer& Writer::close_object() {
  out_ += '}';
  return *this;
}

Writer& Writer::open_array(const char* member) {
  name(member);
  out_ += '[';
  return *this;
}

Writer& Writer::close_array() {
  out_ += ']';
  return *this;
}

Writer& Writer::text(const char* member, std::string_view value) {
  name(member);
  quote(value);
  return *this;
}

Writer& Writer::text_if(const char* member, std::string_view value) {
  return value.empty() ? *this : text(member, value);
}

Writer& Writer::text_or_null(const char* member, std::string_view value) {
  return value.empty() ? null(member) : text(member, value);
}

Writer& Writer::number(const char* member, int value) {
  name(member);
  out_ += std::to_string(value);
  return *this;
}

Writer& Writer::flag(const char* member, bool value) {
  name(member);
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::flag_if(const char* member, bool value) { return value ? flag(member, true) : *this; }

Writer& Writer::null(const char* member) {
  name(member);
  out_ += "null";
  return *this;
}

Writer& Writer::texts(const char* member, const std::vector<std::string>& values) {
  open_array(member);
  for (const std::string& value : values) text(nullptr, value);
  return close_array();
}

Writer& Writer::texts(const char* member, const std::map<std::string, std::string>& values) {
  open_object(member);
  for (const auto& [key, value] : values) text(key.c_str(), value);
  return close_object();
}

}  // namespace ats::codec
