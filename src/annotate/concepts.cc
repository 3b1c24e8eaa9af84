// Tests: tests/unit/annotate_concepts_test.cc
#include "statgrep/annotate/concepts.h"

#include "clause.h"
#include "content_words.h"
#include "subjects.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Concepts {
 public:
  Concepts(const std::vector<Token>& tokens, std::string_view text, const Pack& pack, const Amounts& amounts)
      : clause_(tokens, text, pack, amounts), amounts_(amounts) {}

  std::vector<TokenRange> run(size_t index) {
    const Quantity& q = amounts_.quantities[index];
    const uint32_t at = clause_.chunk_of(index);
    if (at == kNone) return {};
    if (const size_t twin = restated(at); twin != kNone && twin < index) {
      const Quantity& first = amounts_.quantities[twin];
      if (first.kind != Kind::count || q.kind == Kind::count) return run(twin);
      found_.push_back(first.noun);  // "four fillets (1 lb)"
      return std::move(found_);
    }
    if (q.partitive || q.kind == Kind::fraction) return {};
    const bool count = q.kind == Kind::count;
    const bool found = before_mark(at) || (count ? of_count(q, at) : beside(q, at));
    if (!(found && count) && !apart_) add_subject(clause_, at, found, found_);
    if (found_.empty()) add_heading(clause_, at, found_);
    if (found_.empty() && !count && q.kind != Kind::time) add_object(clause_, at, found_);
    return std::move(found_);
  }

 private:
  // "8 miles (13 km)", "60 % of it, or $3 billion", "$5 billion, up $1 billion":
  // the amount that this one says again or goes on from.
  size_t restated(uint32_t c) const {
    uint32_t before = clause_.left(c);
    if (before == kNone || clause_.np(c + 1) || clause_.is(c + 1, Cls::prep_of)) return kNone;
    if (clause_.mark(before, Cls::punct_open) && before > 0 && clause_.qty(before - 1))
      return last_of(before - 1);
    const bool moved = clause_.is(before, Cls::dir) && clause_.left(before) != kNone &&
                       clause_.mark(clause_.left(before), Cls::punct_comma);
    if (!clause_.is(before, Cls::conj_or) && !moved) return kNone;
    for (int steps = 0; steps < 6 && before != kNone; ++steps) {
      before = clause_.left(before);
      if (before != kNone && (clause_.verb(before) || clause_.mark(before, Cls::punct_semicolon)))
        return kNone;
      if (before != kNone && clause_.qty(before)) return last_of(before);
    }
    return kNone;
  }
  size_t last_of(uint32_t c) const { return clause_[c].index + clause_[c].count - 1; }

  // "five seasons of the show": the whole of what is counted. "a survey of
  // seven countries": what it is a count for.
  bool of_count(const Quantity& q, uint32_t c) {
    uint32_t of = q.noun.first;
    while (of < clause_[c].tokens.last && !clause_.token(of, Cls::prep)) ++of;
    if (of < clause_[c].tokens.last && clause_.token(of, Cls::prep_of)) {
      found_.push_back({of + 1, clause_[c].tokens.last});
      return true;
    }
    if (clause_.is(c + 1, Cls::prep_of) && clause_.np(c + 2)) return add(c + 2);
    const uint32_t before = clause_.left(c);
    if (before == kNone || !clause_.is(before, Cls::prep_of)) return false;
    const uint32_t head = clause_.left(before);
    return head != kNone && clause_.np(head) && add(head);
  }

  // "a reading (2.4)", "Total: $5"
  bool before_mark(uint32_t c) {
    const uint32_t before = clause_.left(c);
    if (before == kNone || clause_.np(c + 1)) return false;
    if (!clause_.mark(before, Cls::punct_open) && !clause_.mark(before, Cls::punct_colon)) return false;
    const uint32_t p = clause_.left(before);
    return p != kNone && clause_.np(p) && add(p);
  }

  // What stands right of the amount, over its conversion in brackets.
  uint32_t after(uint32_t c) const {
    const bool converted =
        clause_.mark(c + 1, Cls::punct_open) && clause_.qty(c + 2) && clause_.mark(c + 3, Cls::punct_close);
    uint32_t next = converted ? c + 4 : c + 1;
    const bool over =
        next + 1 < clause_.size() && clause_[next].transparent && clause_.is(next + 1, Cls::prep_for);
    return over ? next + 1 : next;  // "29 mpg in 2020 for cars"
  }

  // The phrase at `c`, over an amount that modifies it: "an 8 kW system".
  uint32_t phrase(uint32_t c) const {
    if (clause_.np(c) && clause_.token(clause_[c].tokens.first, Cls::det) && clause_.qty(c + 1) &&
        clause_.np(c + 2))
      return c + 2;
    return clause_.np(c) ? c : clause_.qty(c) && clause_.np(c + 1) ? c + 1 : kNone;
  }

  // The phrase that the amount modifies, completes or stands beside.
  bool beside(const Quantity& q, uint32_t c) {
    const uint32_t next = after(c);
    uint32_t before = clause_.left(c);
    if (before != kNone && clause_.np(before) && q.kind == Kind::time && !clause_.np(next) &&
        clause_.token(clause_[before].tokens.first, Cls::det))
      before = clause_.left(before);  // "the last 200 days"
    averages(q);
    const bool listed = q.signed_number && before != kNone && clause_.np(before);
    if (clause_.np(next) && !listed && modifies(q, next)) {
      modifiers(q, c);
      return add(next);
    }
    if (clause_.is(next, Cls::prep_of) || (q.kind == Kind::money && clause_.is(next, Cls::prep_in)))
      if (const uint32_t of = phrase(next + 1); of != kNone) return add(of);
    const bool named = before != kNone && completed(before);
    if (named && clause_.is(before, Cls::prep_of)) return true;
    const bool goal = clause_.is(next, Cls::prep_for) || clause_.is(next, Cls::comp_higher) ||
                      clause_.is(next, Cls::comp_lower);
    if (const uint32_t of = goal ? phrase(next + 1) : kNone; of != kNone) return add(of);
    return named;
  }

  // "the sector 5 %", "a speed of 60 mph", "lowered its outlook to 3 %": the
  // phrase that ends in the amount.
  bool completed(uint32_t before) {
    if (clause_.np(before)) {
      apart_ = true;
      return add(before);
    }
    if (!clause_.is(before, Cls::prep)) return false;
    const uint32_t head = clause_.left(before);
    if (head == kNone || !clause_.np(head)) return false;
    const uint32_t v = clause_.left(head);
    const bool object = v != kNone && clause_.verb(v) && !clause_.is(v, Cls::verb_be);  // "is punishable by"
    const bool completes = clause_.is(before, Cls::prep_of) || clause_.is(before, Cls::prep_with) ||
                           clause_.is(before, Cls::prep_at) || clause_.is(before, Cls::prep_between);
    const bool moved = object && (clause_.is(before, Cls::prep_by) || clause_.is(before, Cls::prep_to));
    if (!completes && !moved && !clause_.is(before, Cls::prep_from)) return false;
    const bool aside = v != kNone && clause_.is(v, Cls::prep) && clause_.left(v) != kNone &&
                       clause_.mark(clause_.left(v), Cls::punct_comma);
    apart_ = aside || (v != kNone && clause_.is(v, Cls::prep_than));
    return add(head, clause_.is(before, Cls::prep_of));
  }

  bool modifies(const Quantity& q, uint32_t next) const {
    if (clause_[next].tokens.size() == 1 && clause_.token(clause_[next].tokens.first, Cls::adj_dimension))
      return false;                                                               // "72.7 metres long"
    if (clause_.token(clause_[next].tokens.first, Cls::time_span)) return false;  // "286 tonnes annually"
    if (q.kind != Kind::time || clause_.aged(q.tokens)) return true;
    for (uint32_t i = q.tokens.first; i < q.tokens.last; ++i)
      if (clause_.token(i, Cls::punct_hyphen)) return true;
    return false;
  }

  // "an average of 70 days" is one of something.
  void averages(const Quantity& q) {
    for (uint32_t i = q.tokens.first; i < q.number.first; ++i)
      if (clause_.token(i, Cls::qual_average)) found_.push_back({i, i + 1});
  }

  // "a sharp 3 percent drop", "the phone's 6-inch display": the phrase's words
  // left of the amount.
  void modifiers(const Quantity& q, uint32_t c) {
    for (uint32_t i = q.tokens.first; i < q.number.first; ++i)
      if (!clause_.token(i, Cls::qual_any) && !clause_.token(i, Cls::currency) &&
          !clause_.token(i, Cls::status_any))
        found_.push_back({i, i + 1});
    if (c == 0 || !clause_.np(c - 1) || clause_[c - 1].tokens.last != q.tokens.first) return;
    const TokenRange r = clause_[c - 1].tokens;
    if (clause_.token(r.first, Cls::det) || clause_.token(r.last - 1, Cls::possessive)) add(c - 1);
  }

  bool add(uint32_t c, bool last = false) {
    found_.push_back(clause_.phrase(c, last));
    return true;
  }

  const Clause clause_;
  const Amounts& amounts_;
  std::vector<TokenRange> found_;
  bool apart_ = false;  // ", with speeds of": of no subject
};

}  // namespace

std::vector<Span> concepts_of(const std::vector<Token>& tokens, std::string_view text, const Pack& pack,
                              const Amounts& amounts, size_t index) {
  return content_words(tokens, text, pack, Concepts(tokens, text, pack, amounts).run(index));
}

}  // namespace statgrep
