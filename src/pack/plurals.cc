// Tests: tests/unit/pack_plurals_test.cc
#include "statgrep/pack/plurals.h"

#include <algorithm>

#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

constexpr size_t kLongestEnding = 5;  // bytes

}  // namespace

std::string singular_of(const Pack& pack, std::string_view w) {
  if (w.empty()) return "";
  std::string folded;
  fold_word(w, folded);
  if (const Payload* p = pack.payload(pack.entry_of(folded), Cls::plural_irregular))
    return std::string(pack.text(p->text));
  // Folding may shorten a word: a curly apostrophe is three bytes, a straight one is one.
  for (size_t n = std::min({kLongestEnding, w.size() - 1, folded.size() - 1}); n > 0; --n) {
    const uint32_t entry = pack.entry_of(folded.substr(folded.size() - n));
    if (const Payload* p = pack.payload(entry, Cls::plural_suffix)) {
      std::string_view with = pack.text(p->text);
      return std::string(w.substr(0, w.size() - n)) + (with == "-" ? "" : std::string(with));
    }
  }
  return std::string(w);
}

bool is_plural(const Pack& pack, const Token& word, std::string_view text) {
  if (word.cls.meets(pack.family(Cls::plural_irregular))) return true;
  const std::string_view w = word.span.in(text);
  return singular_of(pack, w) != w;
}

bool has_suffix(const Pack& pack, std::string_view folded, Cls cls) {
  for (size_t n = 1; n < folded.size() && n <= kLongestEnding; ++n)
    if (pack.knows(folded.substr(folded.size() - n), cls)) return true;
  return false;
}

}  // namespace statgrep
