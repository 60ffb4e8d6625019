#include "base/secret.hpp"

#include <cstring>
#include <utility>

namespace ats::base {

void wipe_bytes(void* start, std::size_t size) {
  volatile auto* byte = static_cast<volatile unsigned char*>(start);
  for (std::size_t i = 0; i < size; ++i) byte[i] = 0;
}

Secret::Secret(std::string_view bytes) : size_(bytes.size()) {
  if (size_ == 0) return;
  bytes_ = std::make_unique<char[]>(size_);
  std::memcpy(bytes_.get(), bytes.data(), size_);
}

Secret::Secret(const Secret& other) : Secret(other.reveal()) {}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(const Secret& other) {
  if (this != &other) *this = Secret(other.reveal());
  return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  bytes_ = std::move(other.bytes_);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() {
  if (bytes_) wipe_bytes(bytes_.get(), size_);
  bytes_.reset();
  size_ = 0;
}

bool operator==(const Secret& a, const Secret& b) {
  if (a.size_ != b.size_) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size_; ++i) {
    difference |= static_cast<unsigned char>(a.bytes_[i]) ^ static_cast<unsigned char>(b.bytes_[i]);
  }
  return difference == 0;
}

}  // namespace ats::base
