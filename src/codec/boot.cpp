#include "codec/boot.hpp"

#include "codec/config_reader.hpp"
#include "codec/messages_reader.hpp"
#include "codec/provider_reader.hpp"

namespace ats::codec {

base::Result<Boot, std::string> read_boot(std::string_view text) {
  const Json json = parse_json(text, boot_limit);
  Boot boot;
  Problem problem;
  ObjectReader in(&json, "", problem);
  boot.setup.page = read_page_config(in.object("page"));
  for (ObjectReader& provider : in.list("catalogue")) boot.setup.catalogue.push_back(read_provider(provider));
  boot.messages = read_messages(in);
  in.flag("hosted", boot.setup.hosted, Presence::optional);
  in.text("relay", boot.relay, Presence::optional, 2048);
  in.close();
  while (!boot.relay.empty() && boot.relay.back() == '/') boot.relay.pop_back();
  if (problem.expected.empty() && boot.setup.catalogue.empty())
    problem = {"catalogue", "at least one provider"};
  if (problem.expected.empty()) return boot;
  return "ats_boot: " + (problem.field.empty() ? "the message" : problem.field) + ": expected " +
         problem.expected;
}

}  // namespace ats::codec
