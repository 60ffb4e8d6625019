#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"

struct emscripten_fetch_t;

namespace ats::web {

/// What came back: `status` 0 is no answer at all; `elsewhere`: the browser followed a redirect, so it is not
/// the answer of the address that was asked; `body` is valid during the call only.
struct Response {
  int status = 0;
  bool elsewhere = false;
  std::string_view body;
};

/// The one user of emscripten_fetch. Everything it does besides asking is a trap of that library
/// (docs/adr/0011).
class Fetcher {
 public:
  using Done = std::function<void(const Response&)>;

  Fetcher();
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  /// GET without cookies. `authorization` ends with a 0. An answer longer than `limit` bytes is given with an
  /// empty body.
  void get(int group, const std::string& url, const base::Secret& authorization, std::size_t limit,
           Done done);
  /// Ends every request of the group on the wire; nothing of it is called any more.
  void abort(int group);

 private:
  struct Request;

  static void arrived(emscripten_fetch_t* fetch);
  static void progressed(emscripten_fetch_t* fetch);
  /// Takes the request out, closes it and tells its answer, if it is to be told.
  void end(Request& request, bool tell, bool too_long);

  std::vector<std::unique_ptr<Request>> requests_;
};

}  // namespace ats::web
