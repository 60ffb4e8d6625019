#include "codec/boot.hpp"

#include "codec/config_reader.hpp"
#include "codec/messages_reader.hpp"
#include "codec/provider.hpp"

namespace ats::codec {

std::string read_boot(std::string_view text, Boot& boot, bool last) {
  const Json json = parse_json(text, boot_limit);
  Problem problem;
  ObjectReader in(&json, "", problem);
  const Presence presence = last ? Presence::required : optional;
  if (last) boot.setup.page = read_page_config(in.object("page"));
  for (ObjectReader& provider : in.list("catalogue", presence))
    boot.setup.catalogue.push_back(read_entry(provider));
  read_messages(in, boot.messages, presence);
  in.flag("hosted", boot.setup.hosted, Presence::optional);
  in.text("relay", boot.relay, Presence::optional, 2048);
  in.close();
  while (!boot.relay.empty() && boot.relay.back() == '/') boot.relay.pop_back();
  if (last && problem.expected.empty() && boot.setup.catalogue.empty())
    problem = {"catalogue", "at least one provider"};
  if (problem.expected.empty()) return {};
  return "ats_boot: " + (problem.field.empty() ? "the message" : problem.field) + ": expected " +
         problem.expected;
}

}  // namespace ats::codec
