// Tests: tests/unit/annotate_concepts_test.cc
#include "content_words.h"

#include <algorithm>
#include <string>

#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

class ContentWords {
 public:
  ContentWords(const std::vector<Token>& tokens, std::string_view text, const Pack& pack)
      : tokens_(tokens), text_(text), pack_(pack) {}

  std::vector<Span> run(const std::vector<TokenRange>& phrases) const {
    std::vector<Span> out;
    for (const TokenRange& r : phrases)
      for (uint32_t i = r.first; i < r.last; ++i) {
        if (!content(i)) continue;
        Span word = tokens_[i].span;
        while (i + 2 < r.last && joined(i + 1) && joined(i + 2) &&
               (token(i + 1, Cls::ampersand) || token(i + 1, Cls::punct_hyphen))) {
          i += 2;
          word = cover(word, tokens_[i].span);
        }
        const bool dotted = token(i, Cls::abbreviation) && i + 1 < tokens_.size() && joined(i + 1) &&
                            tokens_[i + 1].cls.has(bit(Cls::punct_stop));
        if (dotted) word.end = tokens_[i + 1].span.end;
        split(word, out);
      }
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  bool token(uint32_t i, Cls k) const { return i < tokens_.size() && tokens_[i].cls.meets(pack_.family(k)); }
  bool joined(uint32_t i) const { return !tokens_[i].space_before; }

  // A phrase of the lexicon is one token, but several words.
  void split(Span word, std::vector<Span>& out) const {
    uint32_t begin = word.begin;
    for (uint32_t i = word.begin; i <= word.end; ++i) {
      if (i < word.end && text_[i] != ' ' && text_[i] != '\n' && text_[i] != '/') continue;
      const Span part{begin, i};
      if (i > begin && (part == word || !closed_class(part))) out.push_back(part);
      begin = i + 1;
    }
  }

  bool closed_class(Span word) const {
    std::string folded;
    fold_word(word.in(text_), folded);
    for (const Cls c : {Cls::det, Cls::prep, Cls::conj_and})
      if (pack_.knows(folded, c)) return true;
    return false;
  }

  bool content(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.shape == Shape::mark) return false;
    for (Cls c : {Cls::prep, Cls::conj_and, Cls::conj_or, Cls::pron, Cls::possessive, Cls::det, Cls::verb_be,
                  Cls::verb_have, Cls::verb_modal, Cls::stop_word})
      if (t.cls.meets(pack_.family(c)) && !t.cls.meets(pack_.family(Cls::noun))) return false;
    return !(t.cls.meets(pack_.family(Cls::adv)) && !t.cls.meets(pack_.family(Cls::noun)));
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const Pack& pack_;
};

}  // namespace

std::vector<Span> content_words(const std::vector<Token>& tokens, std::string_view text, const Pack& pack,
                                const std::vector<TokenRange>& phrases) {
  return ContentWords(tokens, text, pack).run(phrases);
}

}  // namespace statgrep
