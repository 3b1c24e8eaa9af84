// Which period a frame has whose clause names none: what its words tell of it,
// else what is in force.
//
// Tests: tests/unit/resolve_inherited_test.cc, resolve_scope_test.cc
#include "frame_periods.h"

namespace statgrep {
namespace {

constexpr uint32_t kFronted = 2;  // chunks in which a time opens a sentence
constexpr int kYear = 12;         // months

// "crude stocks fell 4 million barrels", "bonds fell 121 million dollars": how much there is, no price.
bool stored(const Frame& f) {
  return f.quantity.kind == Quantity::Kind::physical || f.quantity.kind == Quantity::Kind::count ||
         (f.quantity.kind == Quantity::Kind::money && f.quantity.scaled);
}

}  // namespace

// "In the first half, A rose 3 percent while B fell": a fronted period holds
// for the sentence; else what is in force.
void FramePeriods::inherit(Frame& f) {
  if (f.row && state_.table.period) {
    f.when = state_.table.period;
    f.when->inherited = true;
    return;
  }
  if (const Frame* moved = carried_by(f); moved != nullptr && moved->when) {
    f.when = moved->when;
    f.when->inherited = true;
    return;
  }
  if (const uint32_t at = later_now(f); at != kNowhere) {
    f.when = read(at, std::nullopt, false);
    f.when->inherited = true;
    if (!f.when->bounds) f.when.reset();
    return;
  }
  if (const uint32_t at = closing_period(f); at != kNowhere) {
    f.when = read(at, std::nullopt, looks_ahead(f, at));
    if (f.when->bounds) return;
    f.when.reset();
  }
  if (const uint32_t at = shared_period(f, !state_.in_force && !state_.main); at != kNowhere) {
    f.when = read(at, std::nullopt, looks_ahead(f, at));
    if (f.when->bounds) return;
    f.when.reset();
  }
  if (const uint32_t at = day_told(f); at != kNowhere) {
    f.when = read(at, std::nullopt, false);
    if (f.when->bounds) return;
    f.when.reset();
  }
  if (state_.today && f.np >= 0 && is(static_cast<uint32_t>(f.np), Cls::noun_market) && !stored(f) &&
      !awaits(f) && f.measure != Measure::share && f.quantity.unit != "pp" &&
      right_of(f, Cls::basis) == kNowhere) {
    f.when = RecordPeriod{"", Period{*state_.today, *state_.today}, true};
    return;
  }
  if (state_.today && (moves(f) && moved_since(f))) {
    f.when = RecordPeriod{"", Period{*state_.today, *state_.today}, true};
    return;
  }
  if (!moves(f) && since_event(f)) return;
  if (!moves(f) && summed_since(f)) return;
  if (said_before(f)) return;
  if (year_ahead(f)) return;
  if (year_reported(f)) return;
  const std::optional<RecordPeriod>& from = state_.in_force ? state_.in_force : state_.main;
  if (!from || !from->bounds || !from->bounds->start.has_year())
    return;  // "in June": of which year is not known
  const bool ahead = awaits(f) || (forecast(f) && !looked_ahead(f));
  if (state_.today && ahead && last_day(from->bounds->end) < first_day(*state_.today))
    return;  // what is to come is not of a time that is over
  if (state_.today && has_now(f) && last_day(from->bounds->end) < first_day(*state_.today))
    return;  // what somebody has is of no time that is over
  f.when = from;
  f.when->inherited = true;
}

// "expands to 3 million in 2026, leaving stocks at 1 million": what left them there; null for none.
const Frame* FramePeriods::carried_by(const Frame& f) const {
  for (uint32_t k = f.chunk; k-- > 0;) {
    if (is(k, Cls::verb_carry) && k > 0 && is(k - 1, Cls::punct_comma)) {
      const Frame* last = nullptr;
      for (const Frame& g : a_.frames)
        if (g.chunk < k && !g.earlier) last = &g;
      return last;
    }
    if ((is(k, Cls::verb) && !is(k, Cls::np)) || is(k, Cls::punct_semicolon)) return nullptr;
  }
  return nullptr;
}

// "Since 1973 it has given 25 billion dollars": from then to now.
bool FramePeriods::summed_since(Frame& f) {
  if (!state_.today || !perfect(f)) return false;
  uint32_t at = right_of(f, Cls::comparator);
  if (at == kNowhere && a_.chunks[0].cls.has(bit(Cls::comparator))) at = 0;
  if (at == kNowhere || !tokens_[a_.chunks[at].tokens.first].cls.meets(pack_.family(Cls::comp_since)))
    return false;
  RecordPeriod from = read(at, std::nullopt, false);
  if (!from.bounds) return false;
  from.bounds->end = *state_.today;
  f.when = std::move(from);
  return true;
}

// "has carried 48 million passengers since it opened": of no time that is named.
bool FramePeriods::since_event(const Frame& f) const {
  for (uint32_t i = f.chunk + 1; i < size() && i <= f.chunk + 3 && !is(i, Cls::punct_comma); ++i)
    if (is(i, Cls::comp_since)) return i + 1 < size() && is(i + 1, Cls::np);
  return false;
}

// "For the year, sales are projected to fall", "expects full-year sales of 4
// million": of the document's own year.
bool FramePeriods::year_ahead(Frame& f) {
  if (!state_.today ||
      !(awaits(f) || forecast(f) || f.status == Status::estimate || f.status == Status::previous))
    return false;
  bool said = false;
  for (uint32_t i = 0; i < f.first && !said; ++i)
    said = a_.chunks[i].cls.has(bit(Cls::adjunct)) && spot(i).period.form == PeriodForm::whole_year;
  for (uint32_t i = f.indicator.first; i < f.indicator.last && !said; ++i)
    said = tokens_[i].cls.meets(pack_.family(Cls::time_full_year));
  if (!said) return false;
  const Date year{state_.today->year};
  f.when = RecordPeriod{"", Period{year, year}, true};
  return true;
}

// "For the year, it earned 4 million", after a quarter's figures: of the year that
// ends with it.
bool FramePeriods::year_reported(Frame& f) const {
  bool said = false;
  for (uint32_t i = 0; i < f.first && i < kFronted && !said; ++i)
    said = a_.chunks[i].cls.has(bit(Cls::adjunct)) && spot(i).period.form == PeriodForm::whole_year;
  const std::optional<RecordPeriod>& from = state_.in_force ? state_.in_force : state_.main;
  if (!said || !from || !from->bounds || from->bounds->end.month == 0) return false;
  const Period& last = *from->bounds;
  if (last_day(shift_months(last, kYear - 1).start) < last_day(last.end)) return false;  // a year itself
  const PeriodSpec year{.form = PeriodForm::same_end, .unit = TimeUnit::year, .n = 1};
  f.when = RecordPeriod{"", resolve_period(year, context(last)), true};
  return f.when->bounds.has_value();
}

// "has gained 5 percent since August": up to now.
bool FramePeriods::moved_since(const Frame& f) const {
  if (size() > 0 && f.first > 0 && is(0, Cls::comp_since) && perfect(f)) return true;
  const uint32_t at = right_of(f, Cls::comparator);
  return at != kNowhere && tokens_[a_.chunks[at].tokens.first].cls.meets(pack_.family(Cls::comp_since));
}

// The nearest time before it in the sentence; whether that settles it.
bool FramePeriods::said_before(Frame& f) {
  for (uint32_t i = f.chunk; i-- > 0;) {
    i = past_aside(i);
    const bool time = a_.chunks[i].cls.has(bit(Cls::period)) || (dated_basis(i) && !moves(f));
    if (!time || named_by_earlier(i) || of_event(i) || of_expectation(i) || of_compared(i) || of_speaker(i) ||
        trails(f, i))
      continue;
    f.when = read(i, std::nullopt, looks_ahead(f, i));
    if (f.when->bounds) {
      f.when->inherited = !(i <= 1 && same_statement(i, f.chunk));
      return true;
    }
    f.when.reset();
    if (spot(i).period.form == PeriodForm::now) return true;
  }
  return false;
}

}  // namespace statgrep
