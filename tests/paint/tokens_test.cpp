#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "paint/theme.hpp"
#include "support/provider_file.hpp"

using namespace ats::paint;

namespace {

using Tokens = std::map<std::string, std::string>;

/// Each rule of the sheet: its selector and its custom properties.
std::vector<std::pair<std::string, Tokens>> read_rules(const std::string& sheet) {
  std::vector<std::pair<std::string, Tokens>> rules;
  std::istringstream lines(sheet);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    if (line.ends_with(" {")) {
      rules.emplace_back(line.substr(0, line.size() - 2), Tokens{});
    } else if (line.starts_with("  --") && colon != std::string::npos) {
      rules.back().second[line.substr(4, colon - 4)] = line.substr(colon + 2, line.size() - colon - 3);
    }
  }
  return rules;
}

/// What the Text view has in one appearance: the rules stand in the order of their weight.
Tokens tokens_for(bool dark, bool more) {
  Tokens tokens;
  for (const auto& [selector, own] : read_rules(ats::test::file_text("web/link/styles/tokens.css"))) {
    const bool for_dark = selector.find("[data-theme=\"dark\"]") != std::string::npos;
    const bool for_more = selector.find("[data-contrast=\"more\"]") != std::string::npos;
    if ((for_dark && !dark) || (for_more && !more)) continue;
    for (const auto& [name, value] : own) tokens[name] = value;
  }
  return tokens;
}

}  // namespace

TEST_CASE("the Text view has the colours of the canvas, light and dark, with more contrast too") {
  for (const bool dark : {false, true}) {
    for (const bool more : {false, true}) {
      CAPTURE(dark, more);
      Appearance appearance;
      appearance.scheme = dark ? Scheme::dark : Scheme::light;
      appearance.more_contrast = more;
      const Theme theme = make_theme(appearance);
      const std::map<std::string, Color> painted{
          {"page", theme.page},
          {"raised", theme.raised},
          {"pressed", theme.pressed},
          {"text", theme.text},
          {"muted", theme.muted},
          {"line", theme.line},
          {"border", theme.border},
          {"accent", theme.accent},
          {"accent-hover", theme.accent_hover},
          {"on-accent", theme.on_accent},
          {"link", theme.link.ink},
          {"danger", theme.danger.ink},
          {"success", theme.success.ink},
          {"warning", theme.warning.ink},
      };
      const Tokens tokens = tokens_for(dark, more);
      CHECK(tokens.size() == painted.size() + 1);  // And the font.
      for (const auto& [name, color] : painted) {
        CAPTURE(name);
        REQUIRE(tokens.contains(name));
        Color token;
        REQUIRE(read_color(tokens.at(name), token));
        // Within half a step of 255 in each part.
        for (const auto& [a, b] : {std::pair{token.red, color.red}, std::pair{token.green, color.green},
                                   std::pair{token.blue, color.blue}}) {
          CHECK(a * 255 - b * 255 < 0.5f);
          CHECK(b * 255 - a * 255 < 0.5f);
        }
      }
    }
  }
}
