#include "codec/provider.hpp"

#include "codec/boot.hpp"
#include "codec/provider_reader.hpp"

namespace ats::codec {

base::Result<model::Provider, model::ConfigError> read_provider(std::string_view text) {
  const Json json = parse_json(text, boot_limit);
  Problem problem;
  const model::Provider provider = read_provider(ObjectReader(&json, "", problem));
  if (!problem.expected.empty()) return problem;
  return provider;
}

}  // namespace ats::codec
