#pragma once

#include "codec/object_reader.hpp"
#include "model/config.hpp"

namespace ats::codec {

/// The serialisable part of LinkConfig (contract 4) from the host page. Strict: a member that is not the
/// host's to set, such as a relay, a key or an origin, is a problem like any other unknown one.
[[nodiscard]] model::HostConfig read_host_config(ObjectReader in);

/// link.config.json (contract 5). The page's own members (origins, keys, relay, font) are for JavaScript to
/// judge.
[[nodiscard]] model::PageConfig read_page_config(ObjectReader in);

}  // namespace ats::codec
