#include "codec/relay_answer.hpp"

#include <array>
#include <utility>

#include "codec/json.hpp"
#include "codec/word_table.hpp"

namespace ats::codec {
namespace {

constexpr std::size_t accounts_limit = 200;
constexpr std::size_t text_limit = 800;  // 200 characters of at most four bytes.
constexpr int day_ms = 24 * 60 * 60 * 1000;

/// Cut between two characters.
std::string shorten(const std::string& text) {
  if (text.size() <= text_limit) return text;
  std::size_t end = text_limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// False: the member is there and is no text. Null counts as not there.
bool read_text(const Json& object, const char* name, std::string& into) {
  const Json* value = member(object, name);
  if (value == nullptr || value->is_null()) return true;
  const std::string* text = text_of(value);
  if (text == nullptr) return false;
  into = shorten(*text);
  return true;
}

bool read_account(const Json& value, model::Account& into) {
  return value.is_object() && read_text(value, "id", into.id) && read_text(value, "name", into.name) &&
         read_text(value, "subdomain", into.subdomain);
}

bool read_accounts(const Json* value, std::vector<model::Account>& into) {
  if (value == nullptr || value->is_null()) return true;
  if (!value->is_array()) return false;
  for (const Json& item : *value) {
    model::Account account;
    if (!read_account(item, account)) return false;
    if (into.size() < accounts_limit) into.push_back(std::move(account));
  }
  return true;
}

bool read_rate_limit(const Json* value, model::RateLimit& into) {
  if (value == nullptr || value->is_null()) return true;
  if (!value->is_object()) return false;
  into.limit = number_of(member(*value, "limit"), -1, 1'000'000'000, -1);
  into.remaining = number_of(member(*value, "remaining"), -1, 1'000'000'000, -1);
  into.reset_ms = number_of(member(*value, "resetMs"), -1, day_ms, -1);
  return true;
}

constexpr std::array bodies{"ok", "json", "other"};
static_assert(bodies.size() == count_up_to(model::Body::other));

bool read_body(const Json* value, model::Body& into) {
  const std::string* text = text_of(value);
  const int place = text != nullptr ? place_of(bodies, *text) : -1;
  if (place >= 0) into = static_cast<model::Body>(place);
  return place >= 0;
}

bool read_upstream(const Json& json, model::UpstreamAnswer& into) {
  const Json* status = member(json, "status");
  if (status == nullptr || !status->is_number_integer()) return false;
  into.status = number_of(status, 0, 1000, 0);
  if (into.status < 100 || into.status > 599) return false;
  const Json* account = member(json, "account");
  if (account != nullptr && !account->is_null()) {
    into.account.emplace();
    if (!read_account(*account, *into.account)) return false;
  }
  return read_body(member(json, "body"), into.body) && read_text(json, "error", into.error) &&
         read_rate_limit(member(json, "rateLimit"), into.rate_limit) &&
         read_accounts(member(json, "accounts"), into.accounts);
}

}  // namespace

flow::ProbeReply read_relay_answer(int http_status, const Json& json) {
  const Json* own = member(json, "relay");
  if (own != nullptr) {
    const std::string* code = text_of(own);
    const int wait = number_of(member(json, "retryAfterMs"), -1, day_ms, -1);
    return model::RelayAnswer{http_status, code != nullptr ? shorten(*code) : std::string{}, wait};
  }
  model::UpstreamAnswer answer;
  if (http_status == 200 && read_upstream(json, answer)) return answer;
  return model::RelayAnswer{http_status, {}, -1};
}

flow::ProbeReply parse_relay_answer(int http_status, std::string_view body) {
  return read_relay_answer(http_status, parse_json(body, reply_limit));
}

}  // namespace ats::codec
