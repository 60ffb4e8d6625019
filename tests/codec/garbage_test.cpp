#include <random>

#include "codec/boot.hpp"
#include "codec/fixture.hpp"
#include "codec/inbound.hpp"
#include "codec/provider.hpp"
#include "codec/relay_answer.hpp"
#include "support/sample.hpp"

using namespace ats;
using namespace ats::test;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

std::string noise(Random& random) {
  std::string text(below(random, 80), '\0');
  for (char& byte : text) byte = static_cast<char>(random());
  return text;
}

/// A value of a random type, so that every member meets every type.
nlohmann::json any_value(Random& random) {
  switch (below(random, 9)) {
    case 0:
      return nullptr;
    case 1:
      return true;
    case 2:
      return -5;
    case 3:
      return 1e300;
    case 4:
      return "text";
    case 5:
      return nlohmann::json::array({1, "x", nullptr});
    case 6:
      return {{"relay", nlohmann::json::array()}, {"status", "x"}};
    case 7:
      return 18446744073709551615U;
    default:
      return nlohmann::json::object();
  }
}

/// Replaces one value somewhere inside.
void disturb(nlohmann::json& json, Random& random) {
  if (!json.is_structured() || json.empty() || below(random, 4) == 0) {
    json = any_value(random);
    return;
  }
  auto at = json.begin();
  std::advance(at, static_cast<long>(below(random, json.size())));
  disturb(*at, random);
}

std::string damaged(std::string text, Random& random) {
  if (text.empty()) return text;
  if (below(random, 2) == 0) text.resize(below(random, text.size()));
  if (!text.empty()) text[below(random, text.size())] = static_cast<char>(random());
  return text;
}

/// Reads it every way; that the program still runs is the point, and what is counted is what was understood.
int read_all(const std::string& text) {
  int understood = codec::read_inbound(text) ? 1 : 0;
  codec::Boot boot;
  understood += codec::read_boot(text, boot, true).empty() ? 1 : 0;
  understood += codec::read_provider(text) ? 1 : 0;
  const flow::ProbeReply reply = codec::parse_relay_answer(200, text);
  return understood + (std::holds_alternative<model::UpstreamAnswer>(reply) ? 1 : 0);
}

}  // namespace

TEST_CASE("broken texts are refused without an end of the program") {
  INFO(test::seed_in_words());
  // A fifth of them at a time.
  const int count = test::tries(10'000, 2'000);
  Random random(test::seed());
  const nlohmann::json inbound = fixture("inbound"), relay = fixture("relay_answers");
  const nlohmann::json provider = nlohmann::json::parse(file_text("providers/workable.json"), nullptr, false);
  int noise_understood = 0, changed_understood = 0;
  for (int i = 0; i < count; ++i) {
    nlohmann::json message = inbound[below(random, inbound.size())].at("message");
    disturb(message, random);
    const std::string answer = relay[below(random, relay.size())].at("body").get<std::string>();
    noise_understood += read_all(noise(random));
    changed_understood += read_all(message.dump());
    changed_understood += read_all(damaged(answer, random));
    if (i % 20 != 0) continue;
    nlohmann::json file = provider;
    disturb(file, random);
    changed_understood += read_all(file.dump());
    changed_understood += read_all(damaged(file.dump(), random));
  }
  CHECK(noise_understood == 0);
  // Some changes keep a message valid; if none did, the texts would be too broken to reach the readers.
  CHECK(changed_understood > count / 100);
}
