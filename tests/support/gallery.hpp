#pragma once

#include <string>
#include <vector>

#include "view/view_model.hpp"

/// The states of the gallery (web/gallery/states.ts) natively: the real flow, view, catalogue and words, and
/// the answers of each state's case, read from tests/fixtures/gallery.json.
namespace ats::test {

/// The pseudo-language: longer words than any language has.
inline constexpr const char* pseudo_language = "en-xa";

[[nodiscard]] const std::vector<std::string>& gallery_names();
/// Every language of locales/ and the pseudo-language.
[[nodiscard]] const std::vector<std::string>& gallery_languages();
/// Those that ImGui can set: Arabic has the Text view alone.
[[nodiscard]] const std::vector<std::string>& painted_languages();

/// What the page shows there; a failed check where the state is not reached.
[[nodiscard]] const view::ViewModel& gallery_view(const std::string& name, const std::string& language);

/// As tools/build/pseudo_locale.ts makes it.
[[nodiscard]] std::string pseudo(const std::string& text);

}  // namespace ats::test
