#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ats::model {

/// The words of `clean` in providers/README.md "fields"; read there what each does.
enum class Clean { trim, lower, width, unquote, unwrap, unprefix };

/// `typed` after `steps`, in their order, again until nothing changes. A text of over 16 KiB is left as
/// it is.
[[nodiscard]] std::string clean_text(std::string_view typed, const std::vector<Clean>& steps);

}  // namespace ats::model
