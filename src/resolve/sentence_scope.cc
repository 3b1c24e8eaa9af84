// Tests: tests/unit/resolve_scope_test.cc
#include "sentence_scope.h"

#include "time_reader.h"

namespace statgrep {

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
    c.in_force = of_length(spec.unit, c.in_force);
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
std::optional<Period> SentenceScope::of_length(TimeUnit unit, const std::optional<Period>& otherwise) const {
  const auto fits = [unit](const std::optional<Period>& p) {
    if (!p) return false;
    if (const int months = months_in(unit); months > 0) return months_of(*p) == months;
    const bool days = p->start.day != 0 && p->end.day != 0;
    return days && to_days(p->end) - to_days(p->start) + 1 == days_in(unit);
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

void SentenceScope::narrow(RecordPeriod& p) {
  if (p.bounds) p.bounds->start = p.bounds->end;
}

bool SentenceScope::year_apart(const PeriodSpec& p, const std::optional<Period>& bounds) {
  constexpr int kYearAndMonth = 13;  // both ends included
  return p.form == PeriodForm::month_range && bounds && months_of(*bounds) == kYearAndMonth;
}

}  // namespace statgrep
