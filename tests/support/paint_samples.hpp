#pragma once

#include <vector>

#include "view/view_model.hpp"

/// Screens of every node kind, with the words as long as German makes them.
[[nodiscard]] ats::view::ViewModel picker_screen();
[[nodiscard]] ats::view::ViewModel method_screen();
[[nodiscard]] ats::view::ViewModel key_screen();
[[nodiscard]] ats::view::ViewModel checking_screen(ats::view::Phase phase);
[[nodiscard]] ats::view::ViewModel failed_screen();
[[nodiscard]] ats::view::ViewModel success_screen();
[[nodiscard]] std::vector<ats::view::ViewModel> all_sample_screens();
