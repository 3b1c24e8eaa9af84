// Tests: tests/unit/annotate_quantities_test.cc
#include "statgrep/annotate/quantities.h"

#include <algorithm>

#include "name_numbers.h"
#include "qualifiers.h"
#include "quantity_units.h"
#include "ranges.h"
#include "statgrep/pack/plurals.h"
#include "stretch.h"
#include "unsegmented_quantities.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, TokenRange where, const std::vector<Spot>& spots,
         std::string_view text, const Pack& pack, QuantityUse use, Trace* trace)
      : s_{tokens, where, spots, text, pack, use == QuantityUse::all, where.first}, trace_(trace) {}

  std::vector<Quantity> run() {
    for (uint32_t i = s_.where.first; i < s_.where.last;) {
      if (const Spot* s = s_.spot_at(i)) {
        i = s->tokens.last;
        s_.free = i;
        continue;
      }
      std::optional<Quantity> q = read(i);
      if (q) out_.push_back(*q);
      i = q ? q->tokens.last : skip_to_;
      if (q) s_.free = i;
    }
    join_ranges(s_.tokens, s_.where, s_.pack, s_.all, out_);
    return std::move(out_);
  }

 private:
  std::optional<Quantity> read(uint32_t at) {
    skip_to_ = at + 1;
    if (std::optional<Quantity> q = s_.all ? numberless(at) : std::nullopt) return q;
    std::optional<Number> n = read_number(s_.tokens, at, s_.free_until(at), s_.pack);
    if (!n) return std::nullopt;
    if (const uint32_t letter = n->tokens.last - 1; letter > at && converted(letter))
      n = read_number(s_.tokens, at, letter, s_.pack);
    Quantity q;
    q.number = n->tokens;
    q.tokens = n->tokens;
    q.value = n->value;
    q.words = n->words;
    q.scaled = n->scaled;
    q.integer = q.value.is_integer();
    take_currency(s_, q);
    const bool modifier = !take_unit(s_, *n, q);
    if (ratio(q, *n)) return q;
    if (n->fraction && q.unit.empty()) as_share(q);
    if (s_.all) age_aside(q);
    const bool aged = s_.all && age_of_name(q);
    take_sign(s_, q);
    q.text = cover(s_.tokens[q.tokens.first].span, s_.tokens[q.tokens.last - 1].span);
    if (modifier || (!aged && is_name(s_, q, *n))) {
      if (trace_ != nullptr)
        trace_->add(Stage::annotation, Verdict::trap, q.text, "number", "a name, a year or numbering");
      skip_to_ = std::max(modifier ? q.tokens.last : n->tokens.last, at + 1);
      return std::nullopt;
    }
    take_qualifiers_before(s_, q);
    take_qualifiers_after(s_, q);
    return q;
  }

  // "1.8m (6ft)": a scale's letter that is a unit, too, with its conversion.
  bool converted(uint32_t letter) const {
    return s_.has(letter, Cls::num_scale) && s_.has(letter, Cls::unit_amb) &&
           s_.mark(letter + 1, Cls::punct_open) && s_.mark(letter + 2, Cls::num_any) &&
           s_.has(letter + 3, Cls::unit) && !s_.has(letter + 3, Cls::unit_time) &&
           s_.mark(letter + 4, Cls::punct_close);
  }

  // "thousands of", "one of", "sixfold": a word that holds number and all.
  std::optional<Quantity> numberless(uint32_t at) {
    const struct {
      Cls cls;
      Kind kind;
    } kWords[] = {
        {Cls::num_several, Kind::bare}, {Cls::num_one_of, Kind::bare}, {Cls::num_fold, Kind::times}};
    for (const auto& word : kWords) {
      const Payload* p = s_.has(at, word.cls) ? s_.pack.payload(s_.tokens[at].entry, word.cls) : nullptr;
      if (p == nullptr) continue;
      Quantity q;
      q.number = q.tokens = {at, at + 1};
      q.value = Decimal::of(p->number);
      if (p->number2 > 0) q.high = Decimal::of(p->number2);
      q.words = true;
      q.kind = word.kind;
      q.partitive = word.cls == Cls::num_one_of;
      Number n;
      n.tokens = q.number;
      if (word.cls == Cls::num_several) take_unit(s_, n, q);
      q.text = cover(s_.tokens[at].span, s_.tokens[q.tokens.last - 1].span);
      take_qualifiers_before(s_, q);
      return q;
    }
    return std::nullopt;
  }

  // "Jane Doe, 44, said": the age of whom it follows.
  void age_aside(Quantity& q) const {
    uint32_t first = q.tokens.first, last = q.tokens.last;
    bool years = q.unit.empty() && !q.words && q.tokens == q.number && s_.mark(first, Cls::num_int);
    if (!years || first < s_.where.first + 2 || q.value.compare(Decimal::of(120)) > 0) return;
    bool name = s_.mark(first - 2, Cls::word_capital) && !s_.has(first - 2, Cls::time_month) &&
                s_.spot_at(first - 2) == nullptr;
    if (!name || !s_.mark(first - 1, Cls::punct_comma) || !s_.mark(last, Cls::punct_comma)) return;
    q.kind = Kind::time;
    q.unit = name_of(TimeUnit::year);
  }

  // "Nick Hague 44 has spent": first and last name before it, a verb after it.
  bool age_of_name(Quantity& q) const {
    constexpr int kYoungest = 16, kOldest = 99;
    const uint32_t first = q.tokens.first;
    const bool plain = q.unit.empty() && !q.words && q.tokens == q.number && s_.mark(first, Cls::num_int);
    if (!plain || first < s_.where.first + 2 || q.value.compare(Decimal::of(kYoungest)) < 0 ||
        q.value.compare(Decimal::of(kOldest)) > 0)
      return false;
    for (uint32_t i = first - 2; i < first; ++i)
      if (!s_.mark(i, Cls::word_capital) || s_.mark(i, Cls::word_caps) || s_.has(i, Cls::noun) ||
          s_.has(i, Cls::time_month))
        return false;
    if (!s_.has(q.tokens.last, Cls::verb_have) && !s_.has(q.tokens.last, Cls::verb_be)) return false;
    q.kind = Kind::time;
    q.unit = name_of(TimeUnit::year);
    return true;
  }

  // Where the noun of "one child in ten" ends, else where the number does.
  uint32_t past_noun(const Quantity& q, uint32_t at) const {
    constexpr uint32_t kLongest = 3;  // words
    if (s_.all || at >= s_.free_until(at)) return at;
    for (uint32_t i = at; i < s_.free_until(at) && i < at + kLongest && s_.mark(i, Cls::word); ++i) {
      for (const Cls c :
           {Cls::prep, Cls::det, Cls::unit, Cls::num_any, Cls::conj_and, Cls::conj_or, Cls::verb})
        if (s_.has(i, c) && !s_.has(i, Cls::noun) && !is_plural(s_.pack, s_.tokens[i], s_.text)) return at;
      const bool plain_in = s_.has(i + 1, Cls::prep_in);  // "5 plants in 2 states" are no fraction
      const bool number = s_.mark(i + 2, Cls::num_any) || s_.has(i + 2, Cls::det_indef);
      if (s_.has(i + 1, Cls::num_ratio) && (q.words || !plain_in) && number) return i + 1;
    }
    return at;
  }

  // "four in five", "nine out of ten"; "27 out of 41" is a count of a whole
  bool ratio(Quantity& q, const Number& n) {
    const uint32_t at = past_noun(q, n.tokens.last);
    if (!q.unit.empty() || n.scaled || n.fraction || !s_.has(at, Cls::num_ratio) || s_.spot_at(at) != nullptr)
      return false;
    std::optional<Number> whole = read_number(s_.tokens, at + 1, s_.free_until(at + 1), s_.pack);
    const bool hundred = whole && whole->value.compare(Decimal::of(100)) == 0;
    if (!whole || (whole->scaled && !hundred) || whole->fraction || s_.mark(at + 1, Cls::num_year))
      return false;
    std::optional<int64_t> a = q.value.to_int(), b = whole->value.to_int();
    if (!a || !b || *a < 1 || *b > 100 || *a >= *b) return false;
    if (!s_.has(at, Cls::prep_in) && *b > 10 && *b != 100) return false;
    if (s_.has(whole->tokens.last, Cls::unit) || s_.has(whole->tokens.last, Cls::currency)) return false;
    q.noun = {n.tokens.last, at};
    q.value = Decimal::ratio(*a, *b);
    q.tokens.last = whole->tokens.last;
    as_share(q);
    q.text = cover(s_.tokens[q.tokens.first].span, s_.tokens[q.tokens.last - 1].span);
    take_qualifiers_before(s_, q);
    return true;
  }

  void as_share(Quantity& q) {
    q.value = q.value.shifted(2);
    q.unit = "%";
    q.kind = Kind::fraction;
  }

  Stretch s_;
  Trace* trace_;
  uint32_t skip_to_ = 0;
  std::vector<Quantity> out_;
};

}  // namespace

std::vector<Quantity> find_quantities(const std::vector<Token>& tokens, TokenRange where,
                                      const std::vector<Spot>& spots, std::string_view text, const Pack& pack,
                                      QuantityUse use, Trace* trace) {
  if (!pack.segmented())
    return find_unsegmented_quantities(
        {tokens, where, spots, text, pack, use == QuantityUse::all, where.first});
  return Finder(tokens, where, spots, text, pack, use, trace).run();
}

}  // namespace statgrep
