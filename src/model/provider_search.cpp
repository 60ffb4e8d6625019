#include "model/provider_search.hpp"

#include <cstddef>
#include <string>

namespace ats::model {
namespace {

/// A text as it is compared: small ASCII letters, digits and all that is not ASCII, in words.
struct Folded {
  std::string text;
  std::string begins;  // As long as the text: ^ where a word begins.
};

/// Writes over `folded`, whose memory serves every name of a search.
void fold(std::string_view text, Folded& folded) {
  folded.text.resize(text.size());
  folded.begins.resize(text.size());
  std::size_t kept = 0;
  bool inside = false;
  for (char character : text) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    const bool letter = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
                        static_cast<unsigned char>(character) >= 0x80;
    if (letter) {
      folded.text[kept] = character;
      folded.begins[kept++] = inside ? ' ' : '^';
    }
    inside = letter;
  }
  folded.text.erase(kept);
  folded.begins.erase(kept);
}

/// What counts as a match, from the best to the last that is allowed.
enum Rank { whole, beginning, beginning_of_word, inside, ranks };

/// How well a name holds the query; `ranks` where it does not.
int held_by(const Folded& name, const std::string& query) {
  std::size_t at = name.text.find(query);
  if (at == std::string::npos) return ranks;
  if (at == 0) return name.text.size() == query.size() ? whole : beginning;
  int held = ranks;
  for (; at != std::string::npos; at = name.text.find(query, at + 1)) {
    if (name.begins[at] == '^') return beginning_of_word;
    // Neither the end of one word nor the beginning of the next: `sap` is not in `cats applicant`.
    if (name.begins.find('^', at) >= at + query.size()) held = inside;
  }
  return held;
}

/// Whether whole words of the query are the name: `acme.workable.com`, `Workable GmbH`.
bool names(const Folded& query, const Folded& name) {
  for (std::size_t at = 0; (at = query.text.find(name.text, at)) != std::string::npos; ++at) {
    const std::size_t end = at + name.text.size();
    if (query.begins[at] == '^' && (end == query.text.size() || query.begins[end] == '^')) return true;
  }
  return false;
}

/// Whether the query begins the name once `slips` letters were put in, left out, replaced or swapped.
bool begins(std::string_view name, std::string_view query, std::size_t slips) {
  while (!query.empty() && !name.empty() && query[0] == name[0]) {
    query.remove_prefix(1);
    name.remove_prefix(1);
  }
  if (query.size() <= slips) return true;
  if (slips == 0 || name.empty()) return false;
  const std::string_view typed = query.substr(1), meant = name.substr(1);
  if (begins(meant, typed, slips - 1) || begins(meant, query, slips - 1) || begins(name, typed, slips - 1))
    return true;
  return !meant.empty() && query[0] == meant[0] && typed[0] == name[0] &&
         begins(meant.substr(1), typed.substr(1), slips - 1);
}

}  // namespace

std::vector<const ProviderEntry*> search(const std::vector<const ProviderEntry*>& providers,
                                         std::string_view query) {
  Folded folded_query, folded;
  fold(query, folded_query);
  const std::string& wanted = folded_query.text;
  const std::size_t allowed = wanted.size() < 4 ? 0 : wanted.size() < 8 ? 1 : 2;
  std::vector<const ProviderEntry*> found;
  // What holds the query, then what the query holds, then what it holds but for one slip, and for two.
  for (std::size_t pass = 0; found.empty() && !wanted.empty() && pass <= allowed + 1; ++pass) {
    std::string best;  // A rank for each provider.
    for (const ProviderEntry* provider : providers) {
      char rank = 2 * ranks;
      // An alias comes after a name that holds the query as well as it.
      const auto judge = [&](const std::string& name, int after) {
        fold(name, folded);
        const int held = pass == 0 ? held_by(folded, wanted)
                         : (pass == 1 ? names(folded_query, folded) : begins(folded.text, wanted, pass - 1))
                             ? 0
                             : ranks;
        if (held * 2 + after < rank) rank = static_cast<char>(held * 2 + after);
      };
      judge(provider->name, 0);
      for (const std::string& alias : provider->aliases) judge(alias, 1);
      best += rank;
    }
    for (char rank = 0; rank < 2 * ranks; ++rank) {
      for (std::size_t at = best.find(rank); at != std::string::npos; at = best.find(rank, at + 1))
        found.push_back(providers[at]);
    }
  }
  return found;
}

}  // namespace ats::model
