#include "web/fetch.hpp"

#include <emscripten/fetch.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "web/js.hpp"

namespace ats::web {

namespace {

constexpr unsigned short ready_state_done = 4;

// emscripten_fetch keeps a copy of every header and frees it as it is: the key would stay in memory.
void wipe_header_copies(emscripten_fetch_t& fetch) {
  const char* const* headers = fetch.__attributes.requestHeaders;
  if (headers == nullptr) return;
  for (; *headers != nullptr; ++headers) base::wipe_bytes(const_cast<char*>(*headers), std::strlen(*headers));
}

// Closing a request in flight calls its handlers and leaves it running: end it on the wire first, without
// them.
void close_request(emscripten_fetch_t* fetch) {
  if (fetch == nullptr) return;
  ats_js_abort_request(fetch->id);
  fetch->__attributes.onsuccess = nullptr;
  fetch->__attributes.onerror = nullptr;
  fetch->__attributes.onprogress = nullptr;
  fetch->readyState = ready_state_done;
  emscripten_fetch_close(fetch);
}

}  // namespace

struct Fetcher::Request {
  Fetcher* owner = nullptr;
  int group = 0;
  std::size_t limit = 0;
  Done done;
  emscripten_fetch_t* fetch = nullptr;
  bool starting = true, arrived_at_once = false;
};

Fetcher::Fetcher() = default;

Fetcher::~Fetcher() {
  for (const std::unique_ptr<Request>& request : requests_) close_request(request->fetch);
}

void Fetcher::get(int group, const std::string& url, const base::Secret& authorization, std::size_t limit,
                  Done done) {
  requests_.push_back(std::make_unique<Request>());
  Request& request = *requests_.back();
  request.owner = this;
  request.group = group;
  request.limit = limit;
  request.done = std::move(done);

  const char* const headers[] = {"Authorization", authorization.reveal().data(), nullptr};
  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  std::strcpy(attributes.requestMethod, "GET");
  // REPLACE: without it the answer would be looked for in IndexedDB.
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY | EMSCRIPTEN_FETCH_REPLACE;
  if (!authorization.empty()) attributes.requestHeaders = headers;
  attributes.onsuccess = attributes.onerror = &Fetcher::arrived;
  attributes.onprogress = &Fetcher::progressed;
  attributes.userData = &request;
  request.fetch = emscripten_fetch(&attributes, url.c_str());
  request.starting = false;
  if (request.fetch != nullptr) wipe_header_copies(*request.fetch);
  // A request that the browser refuses outright calls back before the call above returns.
  if (request.fetch == nullptr || request.arrived_at_once) end(request, true, false);
}

void Fetcher::abort(int group) {
  for (std::size_t i = requests_.size(); i > 0; --i) {
    if (requests_[i - 1]->group == group) end(*requests_[i - 1], false, false);
  }
}

void Fetcher::arrived(emscripten_fetch_t* fetch) {
  auto& request = *static_cast<Request*>(fetch->userData);
  if (request.starting) {
    request.arrived_at_once = true;
    return;
  }
  request.owner->end(request, true, fetch->numBytes > request.limit);
}

void Fetcher::progressed(emscripten_fetch_t* fetch) {
  auto& request = *static_cast<Request*>(fetch->userData);
  const std::uint64_t so_far = fetch->dataOffset + fetch->numBytes;
  if (!request.starting && (so_far > request.limit || fetch->totalBytes > request.limit))
    request.owner->end(request, true, true);
}

void Fetcher::end(Request& request, bool tell, bool too_long) {
  const auto place = std::find_if(requests_.begin(), requests_.end(),
                                  [&](const auto& held) { return held.get() == &request; });
  const std::unique_ptr<Request> held = std::move(*place);
  requests_.erase(place);
  if (tell) {
    Response response;
    if (held->fetch != nullptr) {
      response.status = held->fetch->status;
      response.elsewhere = ats_js_answered_elsewhere(held->fetch->id, held->fetch->url) != 0;
    }
    if (held->fetch != nullptr && !too_long && held->fetch->data != nullptr) {
      response.body = {held->fetch->data, static_cast<std::size_t>(held->fetch->numBytes)};
    }
    held->done(response);
  }
  close_request(held->fetch);
}

}  // namespace ats::web
