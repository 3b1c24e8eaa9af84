// Tests: tests/unit/annotate_chunks_test.cc
#include "counted.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

}  // namespace

Counted::Counted(const std::vector<Token>& tokens, TokenRange where, std::string_view text, const Pack& pack,
                 const Nominal& nominal, const Phrases& phrases, std::vector<Quantity>& quantities)
    : tokens_(tokens),
      where_(where),
      text_(text),
      pack_(pack),
      nominal_(nominal),
      phrases_(phrases),
      quantities_(quantities) {
  on_page_ = false;
  for (uint32_t i = where.first; i < where.last && !on_page_; ++i) on_page_ = nominal.has(i, Cls::trap_page);
}

void Counted::name(Quantity& q) {
  if (q.kind != Kind::bare) return;
  uint32_t at = q.tokens.last;
  if (at < where_.last && nominal_.has(at, Cls::prep_per)) return per_so_many(q);  // "5.2 per 100,000"
  while (q.partitive && nominal_.has(at, Cls::det)) ++at;                          // "one of the best"
  if (at >= where_.last || tokens_[at].shape == Shape::mark || nominal_.has(at, Cls::det)) return;
  if (nominal_.has(at, Cls::status_previous)) return;  // "the 2.9 billion previously reported"
  uint32_t end = end_of(at);
  if (end == at) return;
  if (nominal_.has(end - 1, Cls::noun_person) && q.number.first > where_.first &&
      nominal_.has(q.number.first - 1, Cls::det_def) &&
      (nominal_.has(end, Cls::verb_project) ||
       (nominal_.has(end, Cls::verb_have) && nominal_.has(end + 1, Cls::verb_project))))
    return;  // "fewer than the 175,000 economists had expected"
  if (end == at + 1 && nominal_.has(at, Cls::area) && !nominal_.has(at, Cls::area_adj) &&
      !is_plural(pack_, tokens_[at], text_))
    return;  // "Queensland 0.82 Victoria 1.53": a row that begins
  for (Cls k : {Cls::noun_rise, Cls::noun_fall, Cls::noun_growth, Cls::noun_deficit, Cls::noun_surplus})
    if (nominal_.has(end - 1, k)) return;  // "a 4.2 billion deficit"
  q.text = cover(q.text, tokens_[end - 1].span);
  uint32_t whole = phrases_.attach(end);
  q.noun = {at, whole};
  q.kind = Kind::count;
  q.tokens.last = whole;
  per_so_many(q);
  if (q.per.empty()) per_time(q);
}

// "6.1 million visitors a day"; what comes in a year is a sum.
void Counted::per_time(Quantity& q) {
  const uint32_t per = q.tokens.last;
  if (!nominal_.has(per, Cls::per) || nominal_.taken(per) || !nominal_.inside(per + 1)) return;
  const Payload* p = pack_.payload(tokens_[per + 1].entry, Cls::unit_time);
  if (p == nullptr || pack_.text(p->text) == name_of(TimeUnit::year)) return;
  q.per = pack_.text(p->text);
  q.text = cover(q.text, tokens_[per + 1].span);
  q.tokens.last = per + 2;
}

// "12 cases per 100,000 people": one rate, the divisor is no count of its own.
void Counted::per_so_many(Quantity& q) {
  constexpr int kLeast = 100;  // "two teachers per 30 pupils" are two counts
  const uint32_t per = q.tokens.last;
  if (!nominal_.has(per, Cls::prep_per)) return;
  if (const Payload* p = nominal_.has(per + 1, Cls::num_scale)
                             ? pack_.payload(tokens_[per + 1].entry, Cls::num_scale)
                             : nullptr) {  // "per million people"
    q.per = tokens_[per + 1].span.in(text_);
    q.per_value = Decimal::of(1).shifted(p->number);
    q.tokens.last = std::max(per + 2, nominal_.core_end(per + 2));
    q.text = cover(q.text, tokens_[q.tokens.last - 1].span);
    return;
  }
  for (Quantity& d : quantities_) {
    if (d.tokens.first != per + 1 || d.value.compare(Decimal::of(kLeast)) < 0) continue;
    if (d.kind == Kind::bare) name(d);
    if (d.kind != Kind::count && d.kind != Kind::bare) continue;
    q.per = tokens_[d.number.first].span.in(text_);
    q.per_value = d.value;
    q.text = cover(q.text, tokens_[d.tokens.last - 1].span);
    q.tokens.last = d.tokens.last;
  }
}

// Adjectives may be coordinated before the noun: "specialized and sophisticated enterprises".
uint32_t Counted::end_of(uint32_t at) const {
  uint32_t end = nominal_.core_end(at);
  if (end == at) {
    uint32_t p = nominal_.skip_adverbs(at);  // "licensed cars", "newly registered firms": a participle
    while (nominal_.inside(p) && nominal_.has(p, Cls::verb) && !nominal_.has(p, Cls::verb_be) &&
           nominal_.nominal(p + 1, false))
      ++p;
    if (p > at) end = nominal_.core_end(p);
    if (end == p) return at;
  }
  if (nominal_.has(end, Cls::conj_and) && nominal_.inside(end)) {
    uint32_t more = nominal_.core_end(end + 1);
    const bool measured = nominal_.has(more, Cls::prep_of) && nominal_.quantity(more + 1);
    if (!measured &&  // "6 billion trips and spending of 6 trillion yuan"
        more > end + 1 && (more > end + 2 || !is_plural(pack_, tokens_[end - 1], text_)) &&
        !nominal_.has(end + 1, Cls::det))
      end = more;
  }
  return end;
}

void Counted::share_noun(size_t first, size_t last) {
  const Quantity& q = quantities_[last];
  for (size_t i = first; i < last && q.kind == Kind::count; ++i)
    if (quantities_[i].kind == Kind::bare) {
      quantities_[i].kind = Kind::count;
      quantities_[i].noun = q.noun;
    }
}

// "HP 3000 Series": a capital word right before makes the number part of a name.
bool Counted::named_by(uint32_t first) const {
  if (first < where_.first + 2) return false;
  uint32_t p = first - 1;
  const bool placed =
      nominal_.has(p, Cls::area) && nominal_.has(p - 1, Cls::prep_in);  // "in Spain 155 firms"
  return nominal_.mark(p, Cls::word_capital) && nominal_.nominal(p, true) && !placed;
}

// "shops with more than 50 employees": which shops, no count of employees.
bool Counted::narrows(uint32_t first) const {
  if (first < where_.first + 2 || !nominal_.has(first - 1, Cls::prep_with)) return false;
  const uint32_t noun = first - 2;
  for (const Quantity& q : quantities_)
    if (q.kind == Kind::count && q.tokens.last == noun + 1) return false;  // "seven hotels with 1,140 rooms"
  if (!nominal_.inside(noun) || nominal_.has(noun, Cls::verb)) return false;
  return nominal_.has(noun, Cls::pron_that) || is_plural(pack_, tokens_[noun], text_);
}

bool Counted::states(const Quantity& q, uint32_t end) const {
  if (q.kind != Kind::count) return false;
  if (q.words && q.value.compare(Decimal::of(1)) == 0 && q.noun.size() < 2)
    return false;  // "one car rolls off the line"
  const uint32_t before = q.tokens.first - 1;
  if (q.tokens.first > where_.first && nominal_.has(before, Cls::det_def) &&
      !nominal_.has(before, Cls::conj_that))
    return false;
  if (named_by(q.tokens.first) || narrows(q.tokens.first)) return false;
  if (nominal_.mark(end, Cls::punct_dash) || nominal_.mark(end, Cls::punct_colon)) return false;
  if (on_page_) return false;
  for (uint32_t i = q.noun.first; i < q.noun.last; ++i) {
    if (nominal_.has(i, Cls::possessive) && !nominal_.has(i - 1, Cls::area)) return false;
    bool head = i + 1 == q.noun.last || nominal_.has(i + 1, Cls::attach);
    if (head && (nominal_.has(i, Cls::counted_not) || nominal_.has(i, Cls::trap_after))) return false;
    if (head) break;  // what is attached is not counted: "6,200 vehicles on the road"
  }
  return true;
}

}  // namespace statgrep
