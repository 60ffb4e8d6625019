#include "codec/word_table.hpp"

namespace ats::codec {

int place_of(WordTable words, std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (word == words[i]) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace ats::codec
