#include "codec/json.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ats::codec {
namespace {

/// Builds the value while the text is read. One handler with the depth limit in it: the library's own two,
/// with and without a callback, would both be linked.
class Builder {
 public:
  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Json::number_integer_t value) { return add(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
  bool number_float(Json::number_float_t value, const Json::string_t& /*digits*/) { return add(value); }
  bool string(Json::string_t& value) { return add(std::move(value)); }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::value_t::object); }
  bool start_array(std::size_t /*size*/) { return open(Json::value_t::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(Json::string_t& name) {
    member_ = &open_.back()->get_ref<Json::object_t&>()[std::move(name)];
    return true;
  }
  template <class Error>
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const Error& /*error*/) {
    return false;
  }

  Json take() { return std::move(root_); }

 private:
  bool add(Json value) {
    place(std::move(value));
    return true;
  }
  bool open(Json::value_t kind) {
    if (open_.size() == depth_limit) return false;
    open_.push_back(place(Json(kind)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  // Only the innermost open value grows, so the pointers to the outer ones stay valid.
  Json* place(Json value) {
    Json* where = &root_;
    if (!open_.empty() && open_.back()->is_array()) {
      auto& items = open_.back()->get_ref<Json::array_t&>();
      items.push_back(std::move(value));
      return &items.back();
    }
    if (!open_.empty()) where = member_;
    *where = std::move(value);
    return where;
  }

  Json root_{Json::value_t::discarded};
  std::vector<Json*> open_;
  Json* member_ = nullptr;
};

}  // namespace

Json parse_json(std::string_view text, std::size_t limit) {
  Json refused(Json::value_t::discarded);
  if (text.size() > limit) return refused;
  Builder builder;
  const bool whole = Json::sax_parse(text.data(), text.data() + text.size(), &builder);
  return whole ? builder.take() : refused;
}

const Json* member(const Json& value, const char* name) {
  if (!value.is_object()) return nullptr;
  const auto found = value.find(name);
  return found == value.end() ? nullptr : &*found;
}

const std::string* text_of(const Json* value) {
  return value != nullptr ? value->get_ptr<const std::string*>() : nullptr;
}

int number_of(const Json* value, int low, int high, int otherwise) {
  if (value == nullptr || !value->is_number()) return otherwise;
  // A double holds every int exactly, and comparing before the conversion keeps it defined.
  double number = 0;
  if (const auto* real = value->get_ptr<const Json::number_float_t*>()) {
    number = *real;
  } else if (const auto* natural = value->get_ptr<const Json::number_unsigned_t*>()) {
    number = static_cast<double>(*natural);
  } else if (const auto* integer = value->get_ptr<const Json::number_integer_t*>()) {
    number = static_cast<double>(*integer);
  }
  if (!(number >= low)) return low;
  return number >= high ? high : static_cast<int>(number);
}

}  // namespace ats::codec
