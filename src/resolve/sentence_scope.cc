// Tests: tests/unit/resolve_scope_test.cc
#include "sentence_scope.h"

#include "time_reader.h"

namespace statgrep {
namespace {

// "1 November to 31 January", to the day, is three.
std::optional<int> whole_months(const Period& p) {
  if (p.start.day == 0 || p.end.day == 0) return months_of(p);
  const Date after = add_days(p.end, 1);
  if (!p.end.has_year() || after.day != p.start.day) return std::nullopt;
  return (after.year - p.start.year) * 12 + after.month - p.start.month;
}

}  // namespace

DateContext SentenceScope::context(const std::optional<Period>& base) const {
  DateContext c = date_context(state_);
  if (base)
    c.in_force = base;
  else if (times_.said)
    c.in_force = times_.said;
  return c;
}

std::string_view SentenceScope::words(uint32_t chunk) const {
  const TokenRange t = spot(chunk).tokens;
  return cover(tokens_[t.first].span, tokens_[t.last - 1].span).in(text_);
}

RecordPeriod SentenceScope::read(uint32_t chunk, const std::optional<Period>& base, bool future) const {
  const PeriodSpec& spec = spot(chunk).period;
  DateContext c = context(base);
  if (spec.form == PeriodForm::same && !base) c.in_force = named_before(chunk, c.in_force);
  if (spec.form == PeriodForm::same && spec.unit != TimeUnit::none)
    c.in_force = spec.n == 0 ? of_length(spec.unit, 1, c.in_force) : in_brief(chunk);
  c.future = future;
  RecordPeriod p;
  p.text = words(chunk);
  p.bounds = resolve_period(spec, c);
  if (future && state_.main && p.bounds) {  // "had expected for the quarter": the one that is reported
    c.future = false;
    std::optional<Period> past = resolve_period(spec, c);
    if (past == state_.main->bounds) p.bounds = past;
  }
  return p;
}

// "cost 4 million in 1985 while sales were 9 million in the same period": the one named last,
// whether its figure was read or not.
std::optional<Period> SentenceScope::named_before(uint32_t chunk,
                                                  const std::optional<Period>& otherwise) const {
  for (uint32_t i = chunk; i-- > 0;) {
    if (!a_.chunks[i].cls.has(bit(Cls::period)) || spot(i).period.form >= PeriodForm::ago) continue;
    if (std::optional<Period> p = resolve_period(spot(i).period, context({}))) return p;
  }
  return times_.said ? times_.said : state_.said ? state_.said : otherwise;
}

// "during the quarter": the one that is spoken of, also after the nine months.
std::optional<Period> SentenceScope::of_length(TimeUnit unit, int n,
                                               const std::optional<Period>& otherwise) const {
  const auto fits = [unit, n](const std::optional<Period>& p) {
    if (!p) return false;
    if (const int months = months_in(unit); months > 0) return whole_months(*p) == months * n;
    const bool days = p->start.day != 0 && p->end.day != 0;
    return days && to_days(p->end) - to_days(p->start) + 1 == days_in(unit) * n;
  };
  if (fits(otherwise)) return otherwise;
  for (const auto* p : {&times_.said, &state_.said})
    if (fits(*p)) return *p;
  for (const auto* p : {&state_.in_force, &state_.main})
    if (*p && fits((*p)->bounds)) return (*p)->bounds;
  for (size_t i = state_.told.size(); i-- > 0;)
    if (fits(state_.told[i])) return state_.told[i];
  return otherwise;
}

// "1985 net includes 3 million in quarter and 4 million in nine mths": of the spans
// that a company reports, in the year that the note is on.
std::optional<Period> SentenceScope::in_brief(uint32_t chunk) const {
  const PeriodSpec& spec = spot(chunk).period;
  std::optional<Period> p = of_length(spec.unit, spec.n, std::nullopt);
  if (!p && state_.main) p = state_.main->bounds;
  if (p && whole_months(*p) != months_in(spec.unit) * spec.n && p->end.month != 0) {
    DateContext c = context(p);
    p = resolve_period({.form = PeriodForm::same_end, .unit = spec.unit, .n = spec.n}, c);
  }
  if (!p || !p->end.has_year()) return p;
  if (spec.year != 0) return p;  // the reader of "1985 qtr" goes there from any year
  for (uint32_t i = 0; i < chunk; ++i) {
    if (!a_.chunks[i].cls.has(bit(Cls::period))) continue;
    const PeriodSpec& on = spot(i).period;
    if (on.form == PeriodForm::ago) return shift_months(*p, -12);
    if (on.year != 0) return shift_months(*p, 12 * (on.year - year_of(*p)));
  }
  return p;
}

void SentenceScope::narrow(RecordPeriod& p) {
  if (p.bounds) p.bounds->start = p.bounds->end;
}

bool SentenceScope::year_apart(const PeriodSpec& p, const std::optional<Period>& bounds) {
  constexpr int kYearAndMonth = 13;  // both ends included
  return p.form == PeriodForm::month_range && bounds && months_of(*bounds) == kYearAndMonth;
}

}  // namespace statgrep
