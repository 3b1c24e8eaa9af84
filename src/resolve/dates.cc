// Tests: tests/unit/resolve_dates_test.cc
#include "statgrep/resolve/dates.h"

#include "time_reader.h"

namespace statgrep {
namespace {

class NamedTime : TimeReader {
 public:
  NamedTime(const PeriodSpec& s, const DateContext& c) : TimeReader(s, c) {}

  std::optional<Period> run() const {
    switch (s_.form) {
      case PeriodForm::none:
        return std::nullopt;
      case PeriodForm::month:
        if (s_.n != 0) return month_beside();
        return at_year([&](int y) { return months(y, s_.month, s_.month); });
      case PeriodForm::month_range:
        return month_range();
      case PeriodForm::day:
        return day();
      case PeriodForm::day_range:
        return day_range();
      case PeriodForm::quarter:
        if (s_.year == 0 && s_.offset == 0 && c_.fiscal_year != 0) return fiscal_quarter(c_.fiscal_year);
        if (c_.own_year) return at_year([&](int y) { return own_year(y, 3 * s_.n - 2, 3 * s_.n); });
        return at_year([&](int y) { return months(y, 3 * s_.n - 2, 3 * s_.n); });
      case PeriodForm::half:
        if (c_.own_year) return at_year([&](int y) { return own_year(y, 6 * s_.n - 5, 6 * s_.n); });
        return at_year([&](int y) { return months(y, 6 * s_.n - 5, 6 * s_.n); });
      case PeriodForm::year:
        return years(s_.year, s_.year);
      case PeriodForm::years:
        return years(s_.year, s_.year2);
      case PeriodForm::split_year:
        return split_year(s_.month != 0 ? s_.month : c_.fiscal_area || c_.own_year ? c_.fiscal_month : 0);
      case PeriodForm::fiscal_split:
        return split_year(s_.month != 0 ? s_.month : c_.fiscal_month);
      case PeriodForm::fiscal_quarter:
        return fiscal_quarter(s_.year);
      case PeriodForm::fiscal:
        if (c_.own_year && s_.year != 0) return own_year(full_year(s_.year), 1, 12);
        return years(full_year(s_.year), full_year(s_.year));
      case PeriodForm::decade:
        return years(s_.year + s_.offset, s_.year + (s_.n != 0 ? s_.n : 9));
      case PeriodForm::first:
        return first_units();
      case PeriodForm::last_of:
        return last_units();
      case PeriodForm::ending:
      case PeriodForm::fiscal_ending:
        return ending();
      default:
        return resolve_relative(s_, c_);
    }
  }

 private:
  bool is_soon(Date end) const { return to_days(end) - to_days(*c_.today) < kSoon; }

  // 1985/86; with a first month, the twelve months from it.
  std::optional<Period> split_year(int first) const {
    int last = s_.year2 > 1000 ? s_.year2 : s_.year - s_.year % 100 + s_.year2 % 100;
    if (s_.year2 != 0 && last > s_.year + 1) return years(s_.year, last);  // "2018-23"
    if (first < 2) return years(s_.year, s_.year + 1);
    return Period{month_of(s_.year, first), month_of(s_.year + 1, first - 1)};
  }

  // Months of a company's year, which has the name of the calendar year that it ends in.
  Period own_year(int year, int first, int last) const {
    const Date start = month_of(year == 0 ? 0 : year - 1, c_.fiscal_month);
    return {add_months(start, first - 1), add_months(start, last - 1)};
  }

  std::optional<Period> fiscal_quarter(int year) const {
    if (c_.own_year && year != 0) return own_year(full_year(year), 3 * s_.n - 2, 3 * s_.n);
    Date start = add_months(month_of(year, c_.fiscal_month == 0 ? 1 : c_.fiscal_month), 3 * (s_.n - 1));
    return Period{start, add_months(start, 2)};
  }

  // "the previous November", "the following May": the nearest of that name to the period in force
  std::optional<Period> month_beside() const {
    const std::optional<Period>& b = c_.in_force;
    if (!b || b->start.month == 0 || !b->start.has_year()) return std::nullopt;
    if (s_.n > 0) return months(b->end.year + (s_.month <= b->end.month ? 1 : 0), s_.month, s_.month);
    return months(b->start.year - (s_.month >= b->start.month ? 1 : 0), s_.month, s_.month);
  }

  std::optional<Period> month_range() const {
    int end_year = s_.year2 != 0 ? s_.year2 : s_.year;
    if (s_.n < 0) end_year += s_.month > s_.month2 ? 1 : 0;    // "October-February of 1986/87"
    if (s_.offset > 0 && c_.today) end_year = c_.today->year;  // "between July 1986 and February this year"
    if (s_.year == 0 || s_.year == end_year) {
      PeriodSpec named = s_;
      named.year = end_year;
      const std::optional<Period> p = NamedTime(named, c_).at_year([&](int y) {
        int before = s_.month > s_.month2 && y != 0 ? 1 : 0;
        return Period{month_of(y - before, s_.month), month_of(y, s_.month2)};
      });
      return far_from_over(p) ? shift_months(*p, -12) : p;
    }
    return Period{month_of(s_.year, s_.month), month_of(end_year, s_.month2)};
  }

  // "in the January/November period", said in March: it was that of the year before.
  bool far_from_over(const std::optional<Period>& p) const {
    constexpr int kMonths = 4;
    if (!p || s_.year != 0 || s_.offset != 0 || c_.future || !c_.today || c_.today->month == 0) return false;
    return p->end > add_months(month_of(c_.today->year, c_.today->month), kMonths);
  }

  // A day without a month is the last one with its number.
  std::optional<Period> lone_day() const {
    if (!c_.today || c_.today->day == 0) return std::nullopt;
    Date d = *c_.today;
    if (s_.day > d.day) d = add_months(Date{d.year, d.month, 1}, -1);
    d.day = static_cast<int8_t>(s_.day);
    return Period{d, d};
  }

  std::optional<Period> day() const {
    if (s_.month == 0) return lone_day();
    return at_year([&](int y) {
      Date d{narrow(y), static_cast<int8_t>(s_.month), static_cast<int8_t>(s_.day)};
      return Period{d, d};
    });
  }

  std::optional<Period> day_range() const {
    return at_year([&](int y) {
      const int before = s_.month2 != 0 && s_.month > s_.month2 && y != 0 ? 1 : 0;  // over the year's end
      Date a{narrow(y - before), static_cast<int8_t>(s_.month), static_cast<int8_t>(s_.day)};
      Date b{narrow(y), static_cast<int8_t>(s_.month2 != 0 ? s_.month2 : s_.month),
             static_cast<int8_t>(s_.day2)};
      if (b.day == 0) b.day = static_cast<int8_t>(days_in_month(b.year, b.month));
      return Period{a, b};
    });
  }

  int named_or_known_year() const {
    if (s_.year != 0) return full_year(s_.year);
    if (!c_.today) return c_.year;
    return c_.today->year + s_.offset;
  }

  std::optional<Period> first_units() const {
    int m = months_in(s_.unit) * (s_.n == 0 && s_.month != 0 ? 1 : s_.n);
    if (m < 1 || m > 12) return std::nullopt;
    const auto make = [&](int y) {
      const Date start = month_of(y, s_.month == 0 ? 1 : s_.month);  // of a crop year that names its months
      return Period{start, add_months(start, m - 1)};
    };
    std::optional<Period> p = at_year(make);
    constexpr int kSoonMonths = 6;  // "the year starting April 1", said in March
    const bool whole = s_.unit == TimeUnit::year && s_.year == 0 && c_.today && p->start.has_year();
    if (whole && add_months(p->start, kSoonMonths) < Date{c_.today->year, c_.today->month, 0})
      p = shift_months(*p, m);
    return s_.unit != TimeUnit::year && s_.month == 0 && far_from_over(p) ? shift_months(*p, -12) : p;
  }

  std::optional<Period> last_units() const {
    if (s_.month != 0) return last_days();
    int m = months_in(s_.unit) * (s_.n == 0 ? 1 : s_.n);
    if (m < 1 || m > 12) return std::nullopt;
    const Period last = months(named_or_known_year(), 13 - m, 12);
    const bool to_come = s_.year == 0 && s_.offset == 0 && !c_.future && c_.today &&
                         last.start > Date{c_.today->year, c_.today->month, 0};
    return to_come ? months(c_.today->year - 1, 13 - m, 12) : last;  // "of the year", said after its end
  }

  // "the last week of February"
  std::optional<Period> last_days() const {
    const int days = days_in(s_.unit);
    if (days == 0) return std::nullopt;
    return at_year([&](int y) {
      const auto last = static_cast<int8_t>(days_in_month(y, s_.month));
      return Period{Date{narrow(y), static_cast<int8_t>(s_.month), static_cast<int8_t>(last - days + 1)},
                    Date{narrow(y), static_cast<int8_t>(s_.month), last}};
    });
  }

  // "three months to August", "quarter ended Jan 31", "week ended May 15", "five years to 2023".
  // It may have begun long before the date, and end a little after it.
  std::optional<Period> ending() const {
    int n = s_.n == 0 ? 1 : s_.n;
    if (s_.month == 0) {
      int span = months_in(s_.unit) * n / 12;
      return span > 0 && s_.year != 0 ? years(s_.year - span + 1, s_.year) : std::nullopt;
    }
    if (s_.day != 0) {
      Date end = day()->end;
      if (bool free = s_.year == 0 && c_.today && c_.today->day != 0; free && is_soon(add_years(end, 1)))
        end = add_years(end, 1);
      int d = days_in(s_.unit) * n;
      int m = s_.unit == TimeUnit::none ? length_in_force() : months_in(s_.unit) * n;
      if (d == 0 && m == 0) return std::nullopt;
      Date start = d > 0 ? add_days(end, 1 - d) : add_months(add_days(end, 1), -m);
      return Period{start, end};
    }
    int m = months_in(s_.unit) * n;
    if (m == 0) return at_year([&](int y) { return months(y, s_.month, s_.month); });
    return at_year_of_end(m);
  }

  // "April 30 end", under the headline of a third quarter
  int length_in_force() const { return c_.in_force ? months_of(*c_.in_force).value_or(0) : 0; }

  std::optional<Period> at_year_of_end(int m) const {
    std::optional<Period> end = at_year([&](int y) { return months(y, s_.month, s_.month); });
    return Period{add_months(end->start, 1 - m), end->end};
  }

  static constexpr int kSoon = 31;  // days
};

}  // namespace

std::optional<Period> resolve_period(const PeriodSpec& spec, const DateContext& context) {
  return NamedTime(spec, context).run();
}

}  // namespace statgrep
