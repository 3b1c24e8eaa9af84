// The times that figures are held against, where more than a word stands
// between: "above the level of 2019".
//
// Tests: tests/unit/resolve_scope_test.cc
#include "reach.h"

namespace statgrep {
namespace {

constexpr uint32_t kLongest = 7;  // chunks between "than" and the time

}  // namespace

// "above" and "more than" right after an amount, "than" after "5 percent faster", "3 times".
bool Reach::opens_comparison(uint32_t chunk) const {
  if (is(chunk, Cls::qty_times) && chunk > 0 && is(chunk - 1, Cls::comp_from))
    return false;  // "from 3.3 times a year earlier"
  if (is(chunk, Cls::qty_times) || is(chunk, Cls::num_once)) return true;
  if (is(chunk, Cls::verb_double) && chunk > 0 && chunk + 1 < size() && is(chunk + 1, Cls::np) &&
      (is(chunk - 1, Cls::qual_over) || is(chunk - 1, Cls::punct_comma)))
    return true;  // ", more than triple the number at the end of 2024"
  if (chunk == 0) return false;
  const bool graded = is(chunk, Cls::comp_higher) || is(chunk, Cls::comp_lower);
  const bool than = is(chunk, Cls::qual_over) || is(chunk, Cls::qual_under) ||
                    (graded && is(chunk, Cls::prep) && !is(chunk, Cls::dir));
  const bool bracketed = chunk > 3 && is(chunk - 1, Cls::punct_close) && is(chunk - 2, Cls::qty) &&
                         is(chunk - 4, Cls::qty);  // "9.8 points (8.2 percent) below"
  if (than) return is(chunk - 1, Cls::qty) || bracketed;
  return is(chunk, Cls::prep_than) && chunk > 1 && is(chunk - 2, Cls::qty) &&
         (is(chunk - 1, Cls::comp_higher) || is(chunk - 1, Cls::comp_lower));
}

// "below | the revised | April"
bool Reach::opens_comparison_before(uint32_t chunk) const {
  uint32_t i = chunk;
  while (i > 0 && (is(i - 1, Cls::det) || is(i - 1, Cls::status_revised))) --i;
  return i > 0 && opens_comparison(i - 1);
}

bool Reach::of_compared(uint32_t chunk) const {
  const uint32_t first = spot(chunk).tokens.first;
  const bool of = tokens_[first].cls.meets(pack_.family(Cls::prep_of));
  bool clause = false, peak = false;  // "below the peak it reached in March"
  for (uint32_t i = chunk; i-- > 0 && chunk - i <= kLongest;) {
    if (s_.chunks[i].cls.has(bit(Cls::comparator)) && spot(i).period.form != PeriodForm::none)
      return false;  // "rose 3 percent over a year earlier | in May"
    if (opens_comparison(i)) return !clause || peak || is(i, Cls::prep_than) || is(i, Cls::qual_any);
    if (is(i, Cls::verb) && !s_.chunks[i].cls.has(bit(Cls::np))) {
      clause = true;
      continue;
    }
    const bool told = is(i, Cls::noun_anaphor) || is(i, Cls::noun_extreme) || is(i, Cls::noun_rise) ||
                      is(i, Cls::noun_fall);  // "less than its gain in June"
    peak = peak || (clause && (is(i, Cls::noun_extreme) || is(i, Cls::noun_anaphor)));
    const bool named = is(i, Cls::np) && (of || clause || told);
    const bool passed = s_.chunks[i].transparent || is(i, Cls::prep) || is(i, Cls::det) || is(i, Cls::pron) ||
                        is(i, Cls::status_revised) || is(i, Cls::qty_time) || (named && !is(i, Cls::np_area));
    if (!passed || is(i, Cls::punct_comma) || ends_clause(i)) return false;
  }
  return false;
}

// "following zero growth in the first quarter", "after the February purchase",
// "compared with 61 days in May": no statement's own time.
bool Reach::follows_other(uint32_t chunk) const {
  const auto verb = [this](uint32_t i) {  // "zero growth" stands among the verbs
    return is(i, Cls::verb) && !is(i, Cls::verb_unchanged) && !s_.chunks[i].cls.has(bit(Cls::np));
  };
  for (uint32_t i = chunk + 1; i < size() && i <= chunk + 3 && !is(i, Cls::punct_comma) && !verb(i); ++i)
    if (is(i, Cls::qty)) return false;  // "after a January decline of 7 percent"
  bool amount = false;
  for (uint32_t i = chunk; i-- > 0 && chunk - i <= kLongest;) {
    if (is(i, Cls::comp_after)) return !s_.chunks[i].cls.has(bit(Cls::np));
    if (is(i, Cls::comp_with)) return amount;  // "fell against the dollar in May"
    amount = amount || is(i, Cls::qty);
    if (is(i, Cls::punct_comma) || ends_clause(i) || verb(i) || (amount && frame_at(i) != nullptr))
      return false;
  }
  return false;
}

// "after no change in May and a 2 percent rise in April", "the most since a 3
// percent jump in May": figures of before, though they are stated.
bool Reach::in_past_list(uint32_t chunk) const {
  constexpr uint32_t kItems = 10;
  for (uint32_t i = chunk; i-- > 0 && chunk - i <= kItems;) {
    if (is(i, Cls::comp_after) || is(i, Cls::comp_since)) return !s_.chunks[i].cls.has(bit(Cls::np));
    const bool item = is(i, Cls::np) || is(i, Cls::qty) || is(i, Cls::verb_unchanged) ||
                      is(i, Cls::conj_and) || is(i, Cls::prep_of) || s_.chunks[i].transparent;
    if (!item) return false;
  }
  return false;
}

// "rose 4 percent, as it had in April": of what is told only to compare.
bool Reach::as_before(uint32_t chunk) const {
  if (chunk < 3 ||
      !(is(chunk - 1, Cls::verb_have) || is(chunk - 1, Cls::verb_do) || is(chunk - 1, Cls::verb_be)))
    return false;
  const uint32_t as = is(chunk - 2, Cls::pron) || is(chunk - 2, Cls::np) ? chunk - 3 : chunk - 2;
  return is(as, Cls::prep_as);
}

uint32_t Reach::compared_time(const Frame& f) const {
  for (uint32_t i = f.chunk + 1; i < size() && i <= f.chunk + kLongest; ++i) {
    if (is(i, Cls::punct_comma) || is(i, Cls::conj_and) || ends_clause(i)) return kNowhere;
    if (is(i, Cls::qty) && !is(i, Cls::qty_time)) return kNowhere;
    if (s_.chunks[i].cls.has(bit(Cls::period))) return of_compared(i) ? i : kNowhere;
  }
  return kNowhere;
}

}  // namespace statgrep
