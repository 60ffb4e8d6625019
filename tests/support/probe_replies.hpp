#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/screen.hpp"

namespace ats::test {

/// An upstream answer with this status; its body is JSON unless said otherwise.
[[nodiscard]] inline model::UpstreamAnswer upstream(int status, std::string error = {},
                                                    model::Body body = model::Body::json) {
  model::UpstreamAnswer answer;
  answer.status = status;
  answer.body = body;
  answer.error = std::move(error);
  return answer;
}
[[nodiscard]] inline model::UpstreamAnswer good() { return upstream(200, {}, model::Body::ok); }
[[nodiscard]] inline model::UpstreamAnswer html(int status) {
  return upstream(status, {}, model::Body::other);
}
/// What the accounts probe answers for a key of these subdomains.
[[nodiscard]] inline model::UpstreamAnswer accounts_of(const std::vector<std::string>& subdomains) {
  model::UpstreamAnswer answer = good();
  for (const std::string& name : subdomains) answer.accounts.push_back({"id-" + name, "The " + name, name});
  return answer;
}
[[nodiscard]] inline model::UpstreamAnswer limited(int reset_ms) {
  model::UpstreamAnswer answer = upstream(429);
  answer.rate_limit.reset_ms = reset_ms;
  return answer;
}
[[nodiscard]] inline model::RelayAnswer relay(int status, std::string code, int retry_after_ms = -1) {
  return {status, std::move(code), retry_after_ms};
}

}  // namespace ats::test
