// Tests: tests/unit/annotate_quantities_test.cc
#include "name_numbers.h"

#include "ranges.h"
#include "statgrep/pack/plurals.h"

namespace statgrep {
namespace {

// "8 Paternoster Row": capital words up to one for a street.
bool address(const Stretch& s, uint32_t last) {
  constexpr uint32_t kLongest = 4;
  if (s.mark(last, Cls::punct_hyphen) && s.joined(last) && s.mark(last + 1, Cls::num_int))
    last += 2;  // "16-18"
  for (uint32_t i = last; i < s.where.last && i < last + kLongest && s.mark(i, Cls::word_capital); ++i)
    if (i > last && s.has(i, Cls::trap_street)) return true;
  return false;
}

// "1,633 road deaths": the word only tells of what kind.
bool in_compound(const Stretch& s, uint32_t at) {
  if (!s.has(at, Cls::trap_street) || s.mark(at, Cls::word_capital) || !s.mark(at + 1, Cls::word) ||
      s.mark(at + 1, Cls::word_capital))
    return false;
  for (const Cls c : {Cls::prep, Cls::verb, Cls::conj_and, Cls::adv, Cls::det, Cls::time_any})
    if (s.has(at + 1, c)) return false;
  return true;
}

// "At 2-0 down": falling, so no range; what is measured has a unit.
bool score(const Stretch& s, const Quantity& q, const Number& n) {
  const uint32_t first = q.tokens.first, last = q.tokens.last;
  if (n.words || n.tokens.size() != 1 || !s.mark(first, Cls::num_int)) return false;
  const auto falls = [&](uint32_t high, uint32_t hyphen, uint32_t low) {
    const bool close = s.mark(hyphen, Cls::punct_hyphen) && s.joined(hyphen) && s.joined(low);
    return close && s.mark(high, Cls::num_int) && s.mark(low, Cls::num_int) && !s.has(low + 1, Cls::unit) &&
           s.tokens[low].value.compare(s.tokens[high].value) <= 0;
  };
  return falls(first, last, last + 1) || (first >= s.where.first + 2 && falls(first - 2, first - 1, first));
}

// "213800WXCB7": letters follow at once that are no unit.
bool code(const Stretch& s, const Quantity& q, const Number& n) {
  const uint32_t last = q.tokens.last;
  return !n.words && last == n.tokens.last && last < s.where.last && s.joined(last) &&
         s.tokens[last].shape == Shape::mixed;
}

bool digits(const Stretch& s, uint32_t i) {
  return i < s.where.last && (s.tokens[i].shape == Shape::number || s.tokens[i].shape == Shape::mixed);
}

// "11:38": a colon without spaces between two numbers.
bool clock(const Stretch& s, uint32_t colon, uint32_t after) {
  return colon > s.where.first && s.mark(colon, Cls::punct_colon) && s.joined(colon) && s.joined(after) &&
         digits(s, colon - 1) && digits(s, after);
}

// "the S&P 500", "Boeing 787": plain digits right after a name's capital word.
bool named(const Stretch& s, const Quantity& q, const Number& n) {
  uint32_t first = q.tokens.first;
  if (n.words || n.tokens.size() != 1 || first != q.number.first || first < s.where.first + 2) return false;
  if (!s.mark(n.tokens.first, Cls::num_int) ||
      s.text.substr(s.tokens[first].span.begin, s.tokens[first].span.size()).find(',') !=
          std::string_view::npos)
    return false;
  uint32_t p = first - 1;
  bool name = s.mark(p, Cls::word_capital) && s.spot_at(p) == nullptr;
  for (Cls c :
       {Cls::verb, Cls::prep, Cls::det, Cls::conj_and, Cls::qual_over, Cls::comp_any, Cls::noun_alias})
    if (name && s.has(p, c)) return false;
  const bool placed = s.has(p, Cls::area) && s.has(p - 1, Cls::prep_in);  // "In Scotland 155 people died"
  const uint32_t next = q.tokens.last;
  if (placed && s.mark(next, Cls::word) && !s.mark(next, Cls::word_capital) && !s.has(next, Cls::verb) &&
      !s.has(next, Cls::prep))
    return false;
  return name;
}

// "trade between the two countries": a small number in words says which ones, not how many.
bool which_ones(const Stretch& s, const Quantity& q, const Number& n) {
  constexpr int kSpelt = 11;  // from here on numbers are printed as digits
  const uint32_t last = q.tokens.last;
  if (s.all || !n.words || n.value.compare(Decimal::of(kSpelt)) >= 0) return false;
  if (!s.back_has(q.number.first, Cls::det_def) || !s.mark(last, Cls::word)) return false;
  const uint32_t the = q.number.first - 1;
  if (s.back_has(the, Cls::prep_of) && the >= s.where.first + 2 && s.has(the - 2, Cls::num))
    return false;  // "six of the ten"
  for (Cls c : {Cls::prep, Cls::verb_be, Cls::verb_have, Cls::conj_and, Cls::num_any, Cls::unit_time,
                Cls::adv, Cls::num_ratio, Cls::unit})
    if (s.has(last, c)) return false;
  return !s.has(last, Cls::verb) || is_plural(s.pack, s.tokens[last], s.text);
}

}  // namespace

bool is_name(const Stretch& s, const Quantity& q, const Number& n) {
  uint32_t first = q.tokens.first, last = q.tokens.last;
  bool plain = q.unit.empty() && !n.scaled && !n.fraction;
  if (first > s.where.first && first == q.number.first && s.has(first - 1, Cls::trap_before)) return plain;
  if (!plain) return false;
  if ((s.has(last, Cls::trap_after) && !in_compound(s, last)) || which_ones(s, q, n)) return true;
  std::string_view digits = s.tokens[q.number.first].span.in(s.text);
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return true;  // a code, a clock time
  if (last < s.where.last && s.joined(last) &&
      (s.mark(last, Cls::num_any) || s.mark(last, Cls::punct_hyphen) || s.mark(last, Cls::punct_slash)) &&
      s.joined(last + 1) && !n.words && !s.mark(last + 1, Cls::num_any) && !s.has(last + 1, Cls::num_range))
    return true;
  if (s.has(last, Cls::num_suffix) && s.joined(last)) return true;
  if (clock(s, first - 1, first) || clock(s, last, last + 1)) return true;
  if (named(s, q, n) || address(s, last) || code(s, q, n) || score(s, q, n)) return true;
  bool year = n.tokens.size() == 1 && s.mark(n.tokens.first, Cls::num_year);
  return year && !s.back_has(first, Cls::qual_over) && !s.back_has(first, Cls::qual_approx) &&
         !s.back_has(first, Cls::verb_level) && !begins_measured_range(s.tokens, s.where, s.pack, first);
}

}  // namespace statgrep
