#include "support/freed_blocks.hpp"

#include <malloc.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

std::string_view sought;
int freed = 0;
int with_text = 0;

// A block begins empty, its unasked end too: what it holds when it goes was written by its owner, and not
// left there by one who had it before anybody watched.
void* take(std::size_t size) noexcept {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block != nullptr) std::memset(block, 0, malloc_usable_size(block));
  return block;
}

void* take_or_abort(std::size_t size) {
  if (void* block = take(size)) return block;
  std::abort();  // Without exceptions there is no other answer.
}

void give_back(void* block) noexcept {
  if (!sought.empty() && block != nullptr) {
    ++freed;
    const std::string_view bytes(static_cast<const char*>(block), malloc_usable_size(block));
    if (bytes.find(sought) != std::string_view::npos) ++with_text;
  }
  std::free(block);
}

}  // namespace

// Replaced for the whole test program, as the language allows; all that libraries call in turn are among
// them.
void* operator new(std::size_t size) { return take_or_abort(size); }
void* operator new[](std::size_t size) { return take_or_abort(size); }
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return take(size); }
void operator delete(void* block) noexcept { give_back(block); }
void operator delete[](void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { give_back(block); }
void operator delete[](void* block, std::size_t /*size*/) noexcept { give_back(block); }
void operator delete(void* block, const std::nothrow_t& /*tag*/) noexcept { give_back(block); }
void operator delete[](void* block, const std::nothrow_t& /*tag*/) noexcept { give_back(block); }

namespace ats::test {

FreedBlocks::FreedBlocks(std::string_view text) {
  freed = 0;
  ::with_text = 0;
  sought = text;
}

FreedBlocks::~FreedBlocks() { sought = {}; }

int FreedBlocks::all() const { return freed; }

int FreedBlocks::with_text() const { return ::with_text; }

}  // namespace ats::test
