#include "statgrep/app/stop_words.h"

#include <algorithm>

#include "statgrep/pack/pack_set.h"

namespace statgrep {

DroppedWords stop_words_of(const PackSet& packs) {
  return [&packs](std::string_view word) {
    return std::any_of(packs.packs().begin(), packs.packs().end(),
                       [word](const Pack& pack) { return pack.knows(word, Cls::stop_word); });
  };
}

}  // namespace statgrep
