#include "codec/config_reader.hpp"

#include <array>

#include "codec/messages_reader.hpp"

namespace ats::codec {
namespace {

constexpr std::size_t id_limit = 64;
constexpr std::size_t name_limit = 200;
constexpr std::size_t url_limit = 2048;
constexpr std::size_t state_limit = 1024;
constexpr std::size_t list_limit = 100;

constexpr std::array modes{"connect", "relink"};
static_assert(modes.size() == count_up_to(model::Mode::relink));
// All but `none`, which is that there is no word.
constexpr std::array relink_reasons{"expired", "revoked", "permissions", "other"};
static_assert(relink_reasons.size() == static_cast<std::size_t>(model::RelinkReason::none));
constexpr std::array verify_modes{"relay", "backend", "none"};
static_assert(verify_modes.size() == count_up_to(model::VerifyMode::none));
constexpr std::array handover_modes{"callback", "post"};
static_assert(handover_modes.size() == count_up_to(model::HandoverMode::post));

/// `start` and then nothing, a port or a path.
bool is_at(const std::string& url, const std::string& start) {
  if (url.rfind(start, 0) != 0) return false;
  return url.size() == start.size() || url[start.size()] == '/' || url[start.size()] == ':';
}

/// No white space, quotes or control characters; they have no business in an address.
bool has_bad_character(const std::string& text) {
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte <= 0x20 || byte == 0x7F || character == '"' || character == '<' || character == '>') return true;
  }
  return false;
}

/// These become links, so only what a browser may safely follow.
void read_url(ObjectReader& in, const char* name, std::string& into) {
  std::string url;
  in.text(name, url, optional, url_limit);
  const bool web = (url.rfind("https://", 0) == 0 && url.size() > 8) || is_at(url, "http://localhost") ||
                   is_at(url, "http://127.0.0.1");
  if (!url.empty() && (!web || has_bad_character(url))) return in.refuse(name, "an https URL");
  into = url;
}

void read_email(ObjectReader& in, const char* name, std::string& into) {
  std::string address;
  in.text(name, address, optional, name_limit);
  const std::size_t at = address.find('@');
  const bool plausible = at != std::string::npos && at > 0 && at + 1 < address.size() &&
                         address.find_first_of("?&%,;") == std::string::npos;
  if (!address.empty() && (!plausible || has_bad_character(address)))
    return in.refuse(name, "an e-mail address");
  into = address;
}

void read_ids(ObjectReader& in, const char* name, std::vector<std::string>& into) {
  in.texts(name, into, optional, id_limit);
  if (into.size() > list_limit) in.refuse(name, "at most " + std::to_string(list_limit) + " entries");
}

}  // namespace

model::HostConfig read_host_config(ObjectReader in) {
  model::HostConfig config;
  in.text("state", config.state, optional, state_limit);
  in.text("provider", config.provider, optional, id_limit);
  read_ids(in, "providers", config.providers);
  ObjectReader scopes = in.object("scopes", optional);
  read_ids(scopes, "required", config.required_scopes);
  read_ids(scopes, "optional", config.optional_scopes);
  scopes.close();
  ObjectReader prefill = in.object("prefill", optional);
  prefill.text("subdomain", config.prefill_subdomain, optional, name_limit);
  prefill.close();
  config.mode = in.word("mode", modes, model::Mode::connect, optional);
  ObjectReader relink = in.object("relink", optional);
  config.relink_reason = relink.word("reason", relink_reasons, model::RelinkReason::none, optional);
  relink.close();
  // The look and the language are JavaScript's business, which has checked them (web/types/config_values.ts).
  in.skip("locale");
  in.skip("theme");
  ObjectReader brand = in.object("brand", optional);
  brand.text("name", config.brand_name, optional, name_limit);
  brand.close();
  ObjectReader support = in.object("support", optional);
  read_url(support, "url", config.support_url);
  read_email(support, "email", config.support_email);
  support.close();
  in.flag("supportRequest", config.support_request, optional);
  read_url(in, "inviteUrl", config.invite_url);
  in.close();
  return config;
}

model::PageConfig read_page_config(ObjectReader in) {
  // Checked by web/link/config in characters, of up to three bytes; a refusal here would be told to nobody.
  constexpr std::size_t limit = 3 * url_limit;
  model::PageConfig config;
  config.verify = in.word("verify", verify_modes, model::VerifyMode::relay, optional);
  ObjectReader handover = in.object("handover", optional);
  config.handover = handover.word("mode", handover_modes, model::HandoverMode::callback, optional);
  handover.close();
  in.texts("providers", config.providers, optional, id_limit);
  in.texts("notices", config.notices, optional, id_limit);
  read_texts(in, "logos", config.logos, optional, limit);
  ObjectReader brand = in.object("brand", optional);
  brand.text("name", config.brand_name, optional, limit);
  brand.text("logoUrl", config.brand_logo, optional, limit);
  brand.close();
  // These addresses were checked with everything else that only the page uses.
  ObjectReader support = in.object("support", optional);
  support.text("url", config.support_url, optional, limit);
  support.text("email", config.support_email, optional, limit);
  support.close();
  in.flag("plaintext", config.plaintext, optional);
  in.close();
  return config;
}

}  // namespace ats::codec
