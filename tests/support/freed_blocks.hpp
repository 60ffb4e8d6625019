#pragma once

#include <string_view>

namespace ats::test {

/// Looks into every block that is given back to the heap while it lives. One at a time, on one thread.
class FreedBlocks {
 public:
  /// `sought`: at least one byte, outlives this.
  explicit FreedBlocks(std::string_view sought);
  ~FreedBlocks();
  FreedBlocks(const FreedBlocks&) = delete;
  FreedBlocks& operator=(const FreedBlocks&) = delete;

  /// How many blocks were freed.
  [[nodiscard]] int all() const;
  /// How many of them still held the text.
  [[nodiscard]] int with_text() const;
};

}  // namespace ats::test
