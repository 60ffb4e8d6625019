#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/secret.hpp"
#include "flow/verdict/verdict.hpp"

namespace ats::flow {

using Secrets = std::map<std::string, base::Secret>;

/// Whether a text of the ATS shares eight characters in a row with a secret, in any form that
/// web/relay/key_echo.ts names: the relay looks as well, but it may be somebody else's, or a backend.
[[nodiscard]] bool echoes_secret(std::string_view text, const Secrets& secrets);

/// Takes away what the verdict quotes of the ATS where it echoes a secret: nothing of it is shown or handed
/// on.
void drop_echoes(Verdict& verdict, const Secrets& secrets);

}  // namespace ats::flow
