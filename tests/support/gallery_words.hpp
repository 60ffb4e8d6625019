#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "view/describe.hpp"

namespace ats::test {

/// tests/fixtures/gallery.json, written by tests/web/gallery/write_native_states.ts.
[[nodiscard]] const nlohmann::json& gallery_file();
/// locales/{language}.json with the platform's plurals; the pseudo-language is made from English.
[[nodiscard]] const view::Messages& gallery_words(const std::string& language);

}  // namespace ats::test
