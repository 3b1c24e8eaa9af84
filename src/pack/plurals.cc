// Tests: tests/unit/pack_plurals_test.cc
#include "statgrep/pack/plurals.h"

#include <algorithm>

#include "statgrep/pack/words.h"

namespace statgrep {

std::string singular_of(const Pack& pack, std::string_view w) {
  if (w.empty()) return "";
  std::string folded;
  fold_word(w, folded);
  if (uint32_t word = pack.word(folded); word != kNone)
    if (uint32_t node = pack.step(0, word); node != kNone)
      if (const Payload* p = pack.payload(pack.entry_at(node), Cls::plural_irregular))
        return std::string(pack.text(p->text));
  // Folding may shorten a word: a curly apostrophe is three bytes, a straight one is one.
  for (size_t n = std::min({size_t{5}, w.size() - 1, folded.size() - 1}); n > 0; --n) {
    uint32_t word = pack.word(folded.substr(folded.size() - n));
    uint32_t node = word == kNone ? kNone : pack.step(0, word);
    if (node == kNone) continue;
    if (const Payload* p = pack.payload(pack.entry_at(node), Cls::plural_suffix)) {
      std::string_view with = pack.text(p->text);
      return std::string(w.substr(0, w.size() - n)) + (with == "-" ? "" : std::string(with));
    }
  }
  return std::string(w);
}

bool has_suffix(const Pack& pack, std::string_view folded, Cls cls) {
  for (size_t n = 1; n < folded.size() && n <= 5; ++n) {
    const uint32_t word = pack.word(folded.substr(folded.size() - n));
    const uint32_t node = word == kNone ? kNone : pack.step(0, word);
    const uint32_t entry = node == kNone ? kNone : pack.entry_at(node);
    if (entry != kNone && pack.classes_of(entry).meets(pack.family(cls))) return true;
  }
  return false;
}

}  // namespace statgrep
