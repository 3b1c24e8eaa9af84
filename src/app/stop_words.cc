#include "statgrep/app/stop_words.h"

#include <algorithm>

#include "statgrep/pack/pack_set.h"

namespace statgrep {
namespace {

bool is_stop_word(const Pack& pack, std::string_view word) {
  const uint32_t number = pack.word(word);
  if (number == kNone) return false;
  const uint32_t node = pack.step(0, number);
  if (node == kNone) return false;
  const uint32_t entry = pack.entry_at(node);
  return entry != kNone && pack.classes_of(entry).has(bit(Cls::stop_word));
}

}  // namespace

DroppedWords stop_words_of(const PackSet& packs) {
  return [&packs](std::string_view word) {
    return std::any_of(packs.packs().begin(), packs.packs().end(),
                       [word](const Pack& pack) { return is_stop_word(pack, word); });
  };
}

}  // namespace statgrep
