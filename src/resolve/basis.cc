// Tests: tests/unit/resolve_dates_test.cc
#include "statgrep/resolve/dates.h"

namespace statgrep {

Basis basis_between(const Period& value, const Period& other) {
  std::optional<int> length = months_of(value);
  if (value == shift_months(other, 12)) return Basis::YoY;
  if (!length || months_of(other) != length) return Basis::none;
  if (value != shift_months(other, *length)) return Basis::none;
  switch (*length) {
    case 1:
      return Basis::MoM;
    case 3:
      return Basis::QoQ;
    case 6:
      return Basis::HoH;
    case 12:
      return Basis::YoY;
    default:
      return Basis::none;
  }
}

namespace {

// Of a comparison with the unit before.
Basis basis_of_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::year:
      return Basis::YoY;
    case TimeUnit::half:
      return Basis::HoH;
    case TimeUnit::quarter:
      return Basis::QoQ;
    case TimeUnit::month:
      return Basis::MoM;
    case TimeUnit::week:
      return Basis::WoW;
    case TimeUnit::day:
      return Basis::DoD;
    default:
      return Basis::none;
  }
}

// "the same period of 2019" is a year earlier only where 2020 is spoken of.
bool year_before(int year, const std::optional<Period>& value, const DateContext& c) {
  if (value && value->end.has_year()) return value->end.year == year + 1;
  return c.today && c.today->year == year + 1;
}

}  // namespace

Basis basis_of(const PeriodSpec& spec, const std::optional<Period>& value, const DateContext& context) {
  if (spec.form == PeriodForm::ago && spec.n <= 1) return basis_of_unit(spec.unit);
  if (spec.form == PeriodForm::ago && spec.unit == TimeUnit::month && spec.n == 12) return Basis::YoY;
  if (spec.form == PeriodForm::same) {
    bool year_earlier = spec.year != 0 ? year_before(spec.year, value, context) : spec.offset == -1;
    return year_earlier ? Basis::YoY : Basis::none;
  }
  bool last = spec.form == PeriodForm::relative && spec.offset == -1 && spec.month == 0;
  if (!value) return last ? basis_of_unit(spec.unit) : Basis::none;
  if (last && spec.unit == TimeUnit::year && context.today && value->start.year == context.today->year)
    return Basis::YoY;  // "sales in May rose 4 percent from last year"
  DateContext c = context;
  c.in_force = value;
  std::optional<Period> other = resolve_period(spec, c);
  return other ? basis_between(*value, *other) : Basis::none;
}

}  // namespace statgrep
