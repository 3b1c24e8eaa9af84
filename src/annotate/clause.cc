// Tests: tests/unit/annotate_concepts_test.cc
#include "clause.h"

#include <string>

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {

uint32_t Clause::chunk_of(size_t index) const {
  for (uint32_t c = 0; c < size(); ++c)
    if (qty(c) && chunks_[c].index <= index && index < chunks_[c].index + chunks_[c].count) return c;
  return kNone;
}

uint32_t Clause::left(uint32_t c) const {
  while (c-- > 0)
    if (!chunks_[c].transparent && !mark(c, Cls::punct_stop)) return c;
  return kNone;
}

uint32_t Clause::before_verbs(uint32_t c) const {
  uint32_t s = left(c);
  while (s != kNone && (verb(s) || is(s, Cls::prep_to) || is(s, Cls::neg) || is(s, Cls::adv))) s = left(s);
  return s;
}

bool Clause::participle(uint32_t c, uint32_t s) const {
  for (uint32_t v = s + 1; v <= c; ++v)
    if (!chunks_[v].transparent) {
      std::string folded;
      fold_word(tokens_[chunks_[v].tokens.first].span.in(text_), folded);
      return has_suffix(pack_, folded, Cls::participle_suffix);
    }
  return false;
}

bool Clause::aged(TokenRange r) const {
  for (uint32_t i = r.first; i < r.last; ++i)
    if (token(i, Cls::unit_age)) return true;
  return false;
}

TokenRange Clause::phrase(uint32_t c, bool last) const {
  TokenRange r = chunks_[c].tokens;
  if (last && mark(c, Cls::np_list))
    for (uint32_t i = r.first; i + 1 < r.last; ++i)
      if (token(i, Cls::conj_and)) r.first = i + 1;
  for (uint32_t i = r.first; i + 1 < r.last; ++i)
    if (token(i, Cls::prep_as)) r.first = i + 1;  // "the gap as the deficit"
  while (c >= 1 && inner_time(c - 1) && !token(r.first, Cls::det)) {
    --c;
    r.first = chunks_[c].tokens.first;
    if (c >= 1 && np(c - 1)) r.first = chunks_[--c].tokens.first;
  }
  return r;
}

// "is expected to increase": a lone word after such a verb is a verb, too.
bool Clause::goal(uint32_t c) const {
  return c > 0 && chunks_[c].tokens.size() == 1 && is(c, Cls::verb_amb) && is(c - 1, Cls::verb_project);
}

// "September", "the 2024": a time that is but a name.
bool Clause::inner_time(uint32_t c) const {
  const TokenRange t = chunks_[c].tokens;
  const bool article = t.size() == 2 && token(t.first, Cls::det);
  return chunks_[c].transparent && mark(c, Cls::period) && (t.size() == 1 || article);
}

}  // namespace statgrep
