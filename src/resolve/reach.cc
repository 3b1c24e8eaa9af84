// Tests: tests/unit/resolve_scope_test.cc
#include "reach.h"

#include <algorithm>

namespace statgrep {

bool Reach::ends_clause(uint32_t chunk) const {
  return is(chunk, Cls::punct_semicolon) || is(chunk, Cls::conj_but) || is(chunk, Cls::punct_colon);
}

// "in the year to May", "over the past year": basis and period.
bool Reach::dated_basis(uint32_t chunk) const {
  return s_.chunks[chunk].cls.has(bit(Cls::basis)) && spot(chunk).period.form != PeriodForm::none;
}

// "since the Localism Act of 2011", "since the scheme began in May"; ", founded
// in 1987,": when something else was.
bool Reach::of_event(uint32_t chunk) const {
  if (chunk > 0 && is(chunk - 1, Cls::noun_extreme) && is(chunk - 1, Cls::np) &&
      tokens_[spot(chunk).tokens.first].cls.meets(pack_.family(Cls::prep_of)))
    return true;  // "the previous peak of 2021"
  if (tokens_[spot(chunk).tokens.first].cls.meets(pack_.family(Cls::prep_until)))
    return true;                                                  // "orders are booked until October"
  if (chunk > 0 && is(chunk - 1, Cls::prep_before)) return true;  // "most of it before the end of May"
  const bool dated_verb =
      chunk > 2 && is(chunk - 1, Cls::verb) && is(chunk - 2, Cls::np) && is(chunk - 3, Cls::comp_since);
  if (dated_verb) return true;
  for (uint32_t i = chunk; i-- > 0 && chunk - i < 5;) {
    if (is(i, Cls::comp_since)) return true;
    const bool amount = is(i, Cls::qty) && frame_at(i) == nullptr;  // "since a 3 percent jump in May"
    if (!amount && !is(i, Cls::np) && !is(i, Cls::attach) && !is(i, Cls::verb_amb) && !is(i, Cls::det)) break;
  }
  if (as_before(chunk)) return true;
  if (follows_other(chunk)) return true;
  bool closed = chunk + 1 < size() && is(chunk + 1, Cls::punct_comma);
  return closed && chunk > 1 && spot(chunk).period.form == PeriodForm::year && is(chunk - 1, Cls::verb) &&
         is(chunk - 2, Cls::punct_comma);
}

// "For 2025, the firm now expects", "our April forecast": when it expects, not
// what time it speaks of; "the 2025 forecast" is of 2025.
bool Reach::of_expectation(uint32_t chunk) const {
  if (s_.chunks[chunk].cls.has(bit(Cls::period)) && spot(chunk).period.form == PeriodForm::month)
    return chunk + 1 < size() && is(chunk + 1, Cls::noun_stated_as);
  return s_.chunks[chunk].cls.has(bit(Cls::period)) && spot(chunk).period.form == PeriodForm::now &&
         chunk + 1 < size() && is(chunk + 1, Cls::verb_project);
}

// "the surplus, released on 18 June as 9.9 billion, was revised": when it was told.
bool Reach::of_publication(const Frame& f, uint32_t chunk) const {
  return f.status == Status::previous && chunk > f.first && chunk < f.chunk &&
         (is(chunk - 1, Cls::verb_report) || is(chunk - 1, Cls::verb_part));
}

// Whether a chunk says what is wanted. A movement over the past year is one of the period in force.
bool Reach::says(const Frame& f, uint32_t chunk, Cls wanted) const {
  if (wanted == Cls::period && (of_expectation(chunk) || of_publication(f, chunk))) return false;
  const bool own = static_cast<int32_t>(chunk) + 1 == f.np && wanted == Cls::period;
  if (own && s_.chunks[chunk].cls.has(bit(wanted)) && opens_comparison_before(chunk))
    return true;  // "below the April rate of 722,000": April's
  if (s_.chunks[chunk].cls.has(bit(wanted)))
    return wanted != Cls::period ||
           !(of_event(chunk) || of_compared(chunk) || (chunk < f.chunk && of_speaker(chunk)));
  return wanted == Cls::period && dated_basis(chunk) &&
         !(moves(f) && spot(chunk).period.form == PeriodForm::past);
}

// The frame whose value stands at a chunk, or null.
const Frame* Reach::frame_at(uint32_t chunk) const {
  for (const Frame& f : s_.frames)
    if (f.chunk == chunk) return &f;
  return nullptr;
}

// To the right of the quantity, up to the next one; a level reached by the
// same movement ("rose 4 percent to 5 million in May") is passed.
uint32_t Reach::right_of(const Frame& f, Cls wanted) const {
  for (uint32_t i = f.chunk + 1; i < size(); ++i) {
    if (says(f, i, wanted)) return i;
    if (static_cast<int32_t>(i) < f.np) continue;  // "Peru (5) and Chile (3) had the highest rates in 2024"
    if (const uint32_t sales = past_sales(f, i); sales > i && wanted == Cls::period) {
      i = sales;
      continue;
    }
    if (const uint32_t before = past_revision(i); before > i) {
      i = before;
      continue;
    }
    if (uint32_t each = past_each(f, i); each > i) {
      i = each;
      continue;
    }
    if (uint32_t close = past_bracket(i); close > i) {
      i = close;
      continue;
    }
    if (const Frame* next = shares_verb(i); next != nullptr && wanted == Cls::period) {
      i = next->chunk;
      continue;
    }
    if (const uint32_t last = past_item(f, i); last > i) {
      i = last;
      continue;
    }
    if (is(i, Cls::qty_time) && frame_at(i) == nullptr) continue;  // "were at least 60 days late in May"
    if (is(i, Cls::qty) || is(i, Cls::verb_double)) {
      if (!one_movement(f, i, wanted) && !(wanted == Cls::period && restates(i))) return kNowhere;
      continue;
    }
    if (uint32_t twin = wanted == Cls::period ? on_other_basis(f, i) : i; twin > i) {
      i = twin;
      continue;
    }
    if (ends_clause(i) || is(i, Cls::pron_rel)) return kNowhere;
    if (is(i, Cls::comp_with) && i + 1 < size() && is(i + 1, Cls::noun_market))
      continue;  // "against the dollar"
    if (is(i, Cls::comp_with) || is(i, Cls::comp_after) || dates_earlier(i))
      return kNowhere;  // what follows is the earlier figure's
    if (wanted != Cls::period && is(i, Cls::prep_to) && i + 1 < size() && !is(i + 1, Cls::qty))
      return kNowhere;
    if (is(i, Cls::conj_and) && !s_.chunks[i].transparent && (new_clause(i) || quantity_after(i)))
      return kNowhere;
    if (is(i, Cls::punct_comma) && !f.earlier && i + 2 < size() && is(i + 2, Cls::qty) &&
        (is(i + 1, Cls::conj_or) || is(i + 1, Cls::prep_to)))
      continue;  // ", or 0.5 percent, to 1,210 in May"
    if (wanted == Cls::period && closes_aside(f, i)) continue;
    if (is(i, Cls::punct_comma) && (!leads_to(f, i + 1, wanted) || heads_next(f, i + 1))) return kNowhere;
  }
  return kNowhere;
}

// "8 percent of all people, | or 7 million": a count before the verb.
bool Reach::counts_subject(uint32_t open) const {
  for (uint32_t k = 0; k < open; ++k)
    if (is(k, Cls::verb) && !is(k, Cls::np)) return false;
  const uint32_t next = is(open + 1, Cls::conj_or) ? open + 2 : open + 1;
  return next < size() && is(next, Cls::qty);
}

// "8 percent of all people, or | 7 million people, starved": the same in other terms, before the verb.
bool Reach::restates(uint32_t i) const {
  constexpr uint32_t kLongest = 4;
  if (i < 3 || !is(i - 1, Cls::conj_or) || !is(i - 2, Cls::punct_comma) || !counts_subject(i - 2))
    return false;
  for (uint32_t k = i + 1; k < size() && k <= i + kLongest; ++k)
    if (is(k, Cls::punct_comma)) return k + 1 < size() && is(k + 1, Cls::verb);
  return false;
}

// "The rate, at 4 percent, | rose in June": the clause's time is that of what its aside tells.
bool Reach::closes_aside(const Frame& f, uint32_t i) const {
  if (f.earlier || !is(i, Cls::punct_comma) || i + 1 >= size()) return false;
  uint32_t open = i;
  while (open-- > 0 && !is(open, Cls::punct_comma))
    if (is(open, Cls::verb) && !is(open, Cls::np)) return false;
  if (open >= i || open == 0) return false;
  const bool beside = f.np >= 0 && static_cast<uint32_t>(f.np) + 1 == open && open < f.chunk;
  const bool apposed =
      open > f.chunk || open + 3 > f.chunk;  // "8 percent of them, or 7 million people, | starved"
  if (!beside && !(apposed && counts_subject(open))) return false;
  uint32_t next = i + 1;
  while (next < size() && s_.chunks[next].transparent && !s_.chunks[next].cls.has(bit(Cls::period))) ++next;
  return next < size() && is(next, Cls::verb) && !is(next, Cls::verb_report);
}

// "rose 4 percent to 5 million in May", "by 6 dollars, or 0.5 percent, to 1,210 in May".
bool Reach::one_movement(const Frame& f, uint32_t i, Cls wanted) const {
  const Frame* other = frame_at(i);
  if (other == nullptr || other->antecedent < 0 || other->earlier || f.earlier) return false;
  if (is(i - 1, Cls::prep_to)) {
    for (uint32_t k = f.chunk + 1; k + 1 < i; ++k)
      if (!is(k, Cls::punct_comma) && !is(k, Cls::conj_or) && !is(k, Cls::qty) &&
          !s_.chunks[k].cls.has(bit(Cls::basis)) && !s_.chunks[k].cls.has(bit(Cls::comparator)))
        return false;
    return true;
  }
  if (!is(i - 1, Cls::conj_or)) return false;
  uint32_t apart = 0;  // "5.2 percent at an annual rate, or 360 billion"
  for (uint32_t k = f.chunk; k < i; ++k) apart += s_.chunks[k].transparent && wanted == Cls::period ? 0 : 1;
  return apart <= 3;
}

// "shipped 4 tonnes of tin | and 3 tonnes of lead in May": what follows the verb's last object is of all.
const Frame* Reach::shares_verb(uint32_t i) const {
  if (!is(i, Cls::conj_and) && !is(i, Cls::punct_comma)) return nullptr;
  for (const Frame& f : s_.frames) {
    const bool object = f.measure_rule == MeasureRule::same && f.np > static_cast<int32_t>(f.chunk);
    if (f.first == i && object) return &f;
  }
  return nullptr;
}

// "rose to 5 million from 1985's 4 million"
bool Reach::dates_earlier(uint32_t i) const {
  return is(i, Cls::comp_from) && i + 2 < size() && is(i + 1, Cls::period) && is(i + 2, Cls::qty);
}

// "fell 0.5% m/m and 3.9% y/y in April": figures on two bases are of one time.
// The second one's chunk, or `i`.
uint32_t Reach::on_other_basis(const Frame& f, uint32_t i) const {
  const auto basis = [&](uint32_t at) { return at < size() && s_.chunks[at].cls.has(bit(Cls::basis)); };
  if (!is(i, Cls::conj_and) || i < f.chunk + 2 || i + 3 >= size() || !basis(i - 1)) return i;
  const uint32_t at = is(i + 1, Cls::prep_by) ? i + 2 : i + 1;
  return is(at, Cls::qty) && basis(at + 1) ? at : i;
}

// The chunk that closes the bracket opened at `i` ("(about $61 billion)"), or `i`.
uint32_t Reach::past_bracket(uint32_t i) const {
  if (!is(i, Cls::punct_open)) return i;
  for (uint32_t k = i + 1; k < size() && k < i + 8; ++k)
    if (is(k, Cls::punct_close)) return k;
  return i;
}

bool Reach::quantity_after(uint32_t i) const {
  for (uint32_t k = i + 1; k < size() && !ends_clause(k); ++k)
    if (is(k, Cls::qty)) return true;
  return false;
}

bool Reach::leads_to(const Frame& f, uint32_t i, Cls wanted) const {
  while (i < size() && (s_.chunks[i].transparent || is(i, Cls::punct_comma)) && !says(f, i, wanted)) ++i;
  return i < size() && says(f, i, wanted);
}

// "Q3 sales rose 4 percent, Q2 sales 3 percent": the period after the comma is the next figure's.
bool Reach::heads_next(const Frame& f, uint32_t i) const {
  if (!s_.chunks[i].cls.has(bit(Cls::period)) || left_of(f, Cls::period) == kNowhere) return false;
  uint32_t k = i + 1;
  while (k < size() && !is(k, Cls::qty) &&
         (s_.chunks[k].transparent || is(k, Cls::np) || is(k, Cls::verb) || is(k, Cls::prep_at)))
    ++k;  // "Q1 at 6.5 percent, Q2 at 6.7 percent"
  return k < size() && is(k, Cls::qty);
}

// "and" followed by a phrase and a verb.
bool Reach::new_clause(uint32_t i) const {
  for (uint32_t k = i + 1; k < size() && k <= i + 4; ++k) {
    if (is(k, Cls::qty)) return false;
    if (is(k, Cls::verb_rise) || is(k, Cls::verb_fall) || is(k, Cls::verb_level) || is(k, Cls::verb_be))
      return true;
  }
  return false;
}

// To the left, up to the previous quantity or the clause's beginning.
uint32_t Reach::left_of(const Frame& f, Cls wanted) const {
  uint32_t vague = kNowhere;  // "now", if nothing better is named
  for (uint32_t i = f.chunk; i-- > 0;) {
    if (says(f, i, wanted)) {
      if (wanted == Cls::period && named_by_earlier(i)) break;
      if (wanted == Cls::period && trails(f, i)) continue;
      if (wanted == Cls::period && spot(i).period.form == PeriodForm::trailing && spot(i).period.offset < 0)
        continue;
      if (wanted != Cls::period || spot(i).period.form != PeriodForm::now) return i;
      vague = i;
    }
    if (wanted == Cls::period) i = past_aside(i);
    if (i == f.first && vague != kNowhere) return vague;  // "and now make up half": of that clause
    bool joined = wanted != Cls::period && is(i, Cls::conj_and) && !s_.chunks[i].transparent;
    if (i < f.first && (is(i, Cls::qty) || ends_clause(i) || joined)) break;
  }
  return vague;
}

bool Reach::opens_sentence(uint32_t chunk) const {
  for (uint32_t i = 0; i < chunk; ++i)
    if (!is(i, Cls::punct_quote)) return false;
  return true;
}

// No semicolon between: what stands at the sentence's head holds here.
bool Reach::same_statement(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i)
    if (is(i, Cls::punct_semicolon)) return false;
  return true;
}

bool Reach::named_by_earlier(uint32_t chunk) const {
  for (const Frame& f : s_.frames) {
    if (f.earlier && f.period == static_cast<int32_t>(chunk)) return true;  // "(2023: 1.2 billion)"
    if ((f.earlier || forecast(f)) && f.chunk < chunk && right_of(f, Cls::period) == chunk) return true;
  }
  return false;
}

// "a monthly gain of 5 percent over the past year" is one of many.
bool Reach::is_average(const Frame& f, Basis b) {
  std::optional<int> length = f.when && f.when->bounds ? months_of(*f.when->bounds) : std::nullopt;
  return length && ((b == Basis::MoM && *length > 1) || (b == Basis::QoQ && *length > 3) ||
                    (b == Basis::YoY && *length > 12));
}

TimeUnit Reach::unit_of(uint32_t token) const {
  return time_unit_from(payload(token, Cls::time_span)).value_or(TimeUnit::none);
}

std::string_view Reach::payload(uint32_t token, Cls c) const {
  const Payload* p = pack_.payload(tokens_[token].entry, c);
  return p == nullptr ? std::string_view() : pack_.text(p->text);
}

// A basis at the sentence's head holds for all of it.
uint32_t Reach::fronted() const {
  constexpr uint32_t kLongest = 6;  // "In the euro area in June, compared with May, …"
  for (uint32_t i = 0; i < size() && i < kLongest; ++i) {
    if (s_.chunks[i].cls.has(bit(Cls::basis)) || s_.chunks[i].cls.has(bit(Cls::comparator))) return i;
    const bool place =
        is(i, Cls::np_area) || (i + 1 < size() && is(i + 1, Cls::np_area) && is(i, Cls::prep_in));
    if (!s_.chunks[i].transparent && !is(i, Cls::punct_comma) && !place) break;
  }
  return kNowhere;
}

bool Reach::in_relative_clause(uint32_t i) const {
  for (uint32_t k = i; k-- > 0;) {
    if (is(k, Cls::pron_rel)) return k > 0 && is(k - 1, Cls::punct_comma);
    if (is(k, Cls::punct_comma) || ends_clause(k)) return false;
  }
  return false;
}

// "the 2025 forecast"
bool Reach::of_forecast(uint32_t i) const {
  if (i + 1 < size() && (is(i + 1, Cls::status_forecast) || is(i + 1, Cls::status_target))) return true;
  for (uint32_t k = 0; s_.sentence.heading && k < i; ++k)  // "Mill forecasts higher 1987 sales"
    if (is(k, Cls::verb_project)) return true;
  return false;
}

// "surpassed the record of 3 percent set in July": when that was is told of it alone.
bool Reach::of_record(uint32_t i) const {
  if (i == 0 || !is(i - 1, Cls::verb)) return false;
  for (uint32_t k = i - 1; k-- > 0 && !ends_clause(k) && !is(k, Cls::punct_comma);)
    if (is(k, Cls::noun_extreme)) return true;
  return false;
}

bool Reach::used(uint32_t chunk) const {
  for (const Frame& f : s_.frames)
    if (!f.earlier && right_of(f, Cls::period) == chunk) return true;
  return false;
}

}  // namespace statgrep
