// Tests: tests/unit/annotate_concepts_test.cc
#include "statgrep/annotate/concepts.h"

#include <algorithm>

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Concepts {
 public:
  Concepts(const std::vector<Token>& tokens, const Pack& pack, const Amounts& amounts)
      : tokens_(tokens), pack_(pack), amounts_(amounts), chunks_(amounts.chunks) {}

  std::vector<Span> run(size_t index) {
    const Quantity& q = amounts_.quantities[index];
    const uint32_t at = chunk_of(index);
    if (at == kNone) return {};
    if (const size_t twin = before_bracket(at); twin != kNone && twin < index) return run(twin);
    const bool found = q.kind == Kind::count ? of_count(q) : beside(q, at);
    if (!(found && q.kind == Kind::count)) add_subject(at);
    return words();
  }

 private:
  bool is(uint32_t c, Cls k) const { return c < chunks_.size() && chunks_[c].cls.meets(pack_.family(k)); }
  bool np(uint32_t c) const {
    return c < chunks_.size() && chunks_[c].cls.has(bit(Cls::np)) && !is(c, Cls::np_pronoun);
  }
  bool qty(uint32_t c) const { return c < chunks_.size() && chunks_[c].cls.has(bit(Cls::qty)); }
  bool mark(uint32_t c, Cls k) const { return c < chunks_.size() && chunks_[c].cls.has(bit(k)); }
  bool verb(uint32_t c) const {
    return c < chunks_.size() && !chunks_[c].cls.has(bit(Cls::np)) && is(c, Cls::verb) && !qty(c);
  }
  bool token(uint32_t i, Cls k) const { return i < tokens_.size() && tokens_[i].cls.meets(pack_.family(k)); }

  uint32_t chunk_of(size_t index) const {
    for (uint32_t c = 0; c < chunks_.size(); ++c)
      if (qty(c) && chunks_[c].index <= index && index < chunks_[c].index + chunks_[c].count) return c;
    return kNone;
  }

  // Over times and asides, which may stand anywhere.
  uint32_t left(uint32_t c) const {
    while (c-- > 0)
      if (!chunks_[c].transparent) return c;
    return kNone;
  }
  uint32_t right(uint32_t c) const {
    while (++c < chunks_.size())
      if (!chunks_[c].transparent) return c;
    return kNone;
  }

  // "8 miles (13 km)": the amount that this one repeats in a bracket.
  size_t before_bracket(uint32_t c) const {
    if (c < 2 || !mark(c - 1, Cls::punct_open) || !qty(c - 2)) return kNone;
    return chunks_[c - 2].index + chunks_[c - 2].count - 1;
  }

  // "five seasons of the show": the whole of what is counted.
  bool of_count(const Quantity& q) {
    uint32_t of = q.noun.first;
    while (of < q.noun.last && !token(of, Cls::prep)) ++of;
    if (of == q.noun.last || !token(of, Cls::prep_of)) return false;
    found_.push_back({of + 1, q.noun.last});
    return true;
  }

  // The phrase that the amount modifies, completes or stands beside.
  bool beside(const Quantity& q, uint32_t c) {
    const uint32_t next = c + 1;
    if (np(next) && !dimension(next) && !(q.kind == Kind::time && !hyphenated(q))) {
      modifiers(q, c);
      return add(next);
    }
    if (is(next, Cls::prep_of) && np(next + 1)) return add(next + 1);
    if (is(next, Cls::prep_in) && np(next + 1) && q.kind == Kind::money) return add(next + 1);
    const uint32_t before = left(c);
    if (before == kNone) return false;
    if (mark(before, Cls::punct_open) || mark(before, Cls::punct_colon)) {
      const uint32_t p = left(before);
      return p != kNone && np(p) && add(p);
    }
    if (np(before)) return add(before);
    if (!is(before, Cls::prep)) return false;
    const uint32_t head = left(before);
    if (head == kNone || !np(head)) return false;
    const uint32_t v = left(head);
    const bool object = v != kNone && verb(v);
    const bool completes = is(before, Cls::prep_of) || is(before, Cls::prep_with) || is(before, Cls::prep_at);
    if (completes || (is(before, Cls::prep_by) && object) || is(before, Cls::prep_from)) return add(head);
    return false;
  }

  bool hyphenated(const Quantity& q) const {
    return q.tokens.size() > 1 && token(q.number.last, Cls::punct_hyphen);
  }

  // "72.7 metres long": an adjective of dimension is no noun.
  bool dimension(uint32_t c) const {
    return chunks_[c].tokens.size() == 1 && token(chunks_[c].tokens.first, Cls::adj_dimension);
  }

  // "a sharp 3 percent drop"
  void modifiers(const Quantity& q, uint32_t c) {
    if (c > 0 && np(c - 1) && token(chunks_[c - 1].tokens.first, Cls::det) &&
        chunks_[c - 1].tokens.last == q.tokens.first)
      add(c - 1);
  }

  bool add(uint32_t c) {
    TokenRange r = chunks_[c].tokens;
    // "the September contract", "the firm's 2018 sales": a time inside the phrase
    while (c >= 1 && chunks_[c - 1].transparent && chunks_[c - 1].tokens.size() == 1 &&
           !token(r.first, Cls::det) && chunks_[c - 1].cls.has(bit(Cls::period))) {
      --c;
      r.first = chunks_[c].tokens.first;
      if (c >= 1 && np(c - 1)) r.first = chunks_[--c].tokens.first;
    }
    found_.push_back(r);
    return true;
  }

  // The subject of the clause that holds chunk `c`.
  void add_subject(uint32_t c) {
    while (c != kNone) {
      c = left(c);
      if (c == kNone || mark(c, Cls::punct_semicolon)) return;
      if (!verb(c)) continue;
      const uint32_t s = before_verbs(c);
      if (s == kNone) return;
      if (np(s)) {
        add(s);
        return;
      }
      if (is(s, Cls::pron_rel)) {
        uint32_t antecedent = left(s);
        if (antecedent != kNone && mark(antecedent, Cls::punct_comma)) antecedent = left(antecedent);
        if (antecedent != kNone && np(antecedent)) add(antecedent);
        return;
      }
      if (is(s, Cls::pron_it)) {
        c = s;  // "the firm said it has": who spoke before
        continue;
      }
      if (is(s, Cls::pron_person)) return;
      c = s + 1;  // a shared subject: "rose and reached", ", reaching"
    }
  }

  // What stands left of a verb and its auxiliaries.
  uint32_t before_verbs(uint32_t c) const {
    uint32_t s = left(c);
    while (s != kNone && (verb(s) || is(s, Cls::prep_to) || is(s, Cls::neg) || is(s, Cls::adv))) s = left(s);
    return s;
  }

  std::vector<Span> words() const {
    std::vector<Span> out;
    for (const TokenRange& r : found_)
      for (uint32_t i = r.first; i < r.last; ++i) {
        if (!content(i)) continue;
        const bool joins = i > r.first && !out.empty() && out.back().end == tokens_[i].span.begin;
        if (joins) {
          out.back().end = tokens_[i].span.end;
        } else {
          out.push_back(tokens_[i].span);
        }
        while (i + 2 < r.last && (token(i + 1, Cls::ampersand)) && !tokens_[i + 1].space_before &&
               !tokens_[i + 2].space_before) {
          out.back().end = tokens_[i + 2].span.end;  // "S&P"
          i += 2;
        }
      }
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
  const Pack& pack_;
  const Amounts& amounts_;
  const std::vector<Chunk>& chunks_;
  std::vector<TokenRange> found_;
};

}  // namespace

std::vector<Span> concepts_of(const std::vector<Token>& tokens, const Pack& pack, const Amounts& amounts,
                              size_t index) {
  return Concepts(tokens, pack, amounts).run(index);
}

}  // namespace statgrep
