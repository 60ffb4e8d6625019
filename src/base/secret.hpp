#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace ats::base {

/// Bytes of a credential. Cannot be printed or serialised; every copy overwrites its memory when it goes.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view bytes);
  Secret(const Secret& other);
  Secret(Secret&& other) noexcept;
  Secret& operator=(const Secret& other);
  Secret& operator=(Secret&& other) noexcept;
  ~Secret();

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The bytes themselves: for the field rules, the one request header and sealing, nothing else.
  [[nodiscard]] std::string_view reveal() const { return {bytes_.get(), size_}; }

  void wipe();

  /// Takes the same time whatever the bytes are.
  friend bool operator==(const Secret& a, const Secret& b);

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

/// Overwrites memory in a way that the compiler may not leave out.
void wipe_bytes(void* start, std::size_t size);

}  // namespace ats::base
