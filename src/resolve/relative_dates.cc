// Tests: tests/unit/resolve_dates_test.cc
#include "time_reader.h"

namespace statgrep {
namespace {

constexpr int kRecent = 6;  // months after which a period is no longer what "the past year" ends with

class RelativeTime : TimeReader {
 public:
  RelativeTime(const PeriodSpec& s, const DateContext& c) : TimeReader(s, c) {}

  std::optional<Period> run() const {
    switch (s_.form) {
      case PeriodForm::same_end:
        return same_end();
      case PeriodForm::past:
        return past();
      case PeriodForm::latest:
        return latest();
      case PeriodForm::nth:
        return nth();
      case PeriodForm::season:
        return season();
      case PeriodForm::whole_year:
        return whole_year();
      case PeriodForm::relative:
        return relative();
      case PeriodForm::fiscal_relative:
        return fiscal_relative();
      case PeriodForm::ago:
        return ago();
      case PeriodForm::same:
        return same();
      case PeriodForm::trailing:
        return trailing();
      case PeriodForm::to_date:
        return to_date();
      case PeriodForm::weekday:
        return weekday_before();
      case PeriodForm::now:
        return today();
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<Period> same_end() const {
    std::optional<Period> b = c_.in_force;
    int m = months_in(s_.unit) * (s_.n == 0 ? 1 : s_.n);
    if (!b || m == 0 || b->end.month == 0) return std::nullopt;
    if (b->end.day != 0) return Period{add_months(add_days(b->end, 1), -m), b->end};
    return Period{add_months(b->end, 1 - m), b->end};
  }

  // What is in force, unless the text's date says that it is long past.
  std::optional<Period> recent() const {
    if (!c_.in_force || !c_.today) return c_.in_force;
    Date end = c_.in_force->end, today = *c_.today;
    if (end.month == 0) return end.year >= today.year - 1 ? c_.in_force : std::nullopt;
    end.day = today.day = 0;
    return end <= today && add_months(end, kRecent) >= today ? c_.in_force : std::nullopt;
  }

  // "the past three months": up to the period in force, else to the text's date.
  std::optional<Period> past() const {
    int m = months_in(s_.unit) * s_.n;
    if (int d = days_in(s_.unit) * s_.n; d > 0) {
      if (!c_.today || c_.today->day == 0) return std::nullopt;
      return Period{add_days(*c_.today, 1 - d), *c_.today};
    }
    if (m == 0) return std::nullopt;
    std::optional<Period> b = recent();
    if (b && b->end.month == 0)
      return m % 12 == 0 ? years(b->end.year - m / 12 + 1, b->end.year) : std::nullopt;
    if (several_years(m) && c_.today) return years(c_.today->year - m / 12, c_.today->year);
    if (!b && (!c_.today || c_.today->month == 0)) return std::nullopt;
    Date end = b ? b->end : add_months(month_of(c_.today->year, c_.today->month), -1);
    end.day = 0;
    return Period{add_months(end, 1 - m), end};
  }

  // "over the past 20 years" is told to the year.
  bool several_years(int m) const {
    constexpr int kTwoYears = 24;
    return m >= kTwoYears && (s_.unit == TimeUnit::year || s_.unit == TimeUnit::decade);
  }

  // "the latest quarter": the one in force, else the last that is complete.
  std::optional<Period> latest() const {
    if (std::optional<Period> b = recent(); b && months_of(*b) == months_in(s_.unit)) return b;
    return c_.today ? unit_at(*c_.today, -1) : std::nullopt;
  }

  // "in the second", after another quarter or half.
  std::optional<Period> nth() const {
    if (!c_.in_force) return std::nullopt;
    int length = months_of(*c_.in_force).value_or(0);
    if ((length != 3 && length != 6) || s_.n < 1 || length * s_.n > 12) return std::nullopt;
    auto make = [&](int y) { return months(y, length * (s_.n - 1) + 1, length * s_.n); };
    Period p = make(c_.in_force->end.year);
    bool ahead = c_.today && !c_.future && p.start > *c_.today;
    return ahead ? make(p.start.year - 1) : p;
  }

  // Three months from the named one; "last summer" is the latest that is over.
  std::optional<Period> season() const {
    auto make = [&](int y) {
      Date start = month_of(y, s_.month);
      return Period{start, add_months(start, 2)};
    };
    if (s_.year != 0) return make(full_year(s_.year));
    if (!c_.today && s_.n != 0) return std::nullopt;  // "this summer", of a text without a date
    if (!c_.today || c_.today->month == 0) return at_year(make);
    Date now = month_of(c_.today->year, c_.today->month);
    int y = now.year;
    if (s_.offset < 0)
      while (make(y).end >= now) --y;
    else if (s_.offset > 0)
      while (make(y).start <= now) ++y;
    else if (s_.n != 0)
      y = make(y - 1).end >= now ? y - 1 : y;  // "this winter", in January
    else if (!c_.future && make(y).start > now)
      --y;
    return make(y);
  }

  // "for the full year", "at the end of the year": one that is over, unless the text looks ahead.
  std::optional<Period> whole_year() const {
    if (c_.future && c_.today) return years(c_.today->year, c_.today->year);
    if (std::optional<Period> b = recent(); b && (b->end.month == 0 || b->end.month == 12))
      return years(b->end.year, b->end.year);
    return c_.today ? years(c_.today->year - 1, c_.today->year - 1) : std::nullopt;
  }

  // "the last fiscal year", from the month in which those of the text's area begin.
  std::optional<Period> fiscal_relative() const {
    if (!c_.today) return std::nullopt;
    int y = c_.today->year + s_.offset;
    if (c_.fiscal_month < 2) return years(y, y);
    if (c_.today->month < c_.fiscal_month) --y;
    return Period{month_of(y, c_.fiscal_month), month_of(y + 1, c_.fiscal_month - 1)};
  }

  std::optional<Period> relative() const {
    if (!c_.today) return std::nullopt;
    return unit_at(*c_.today, s_.offset);
  }

  // The unit that holds `at`, moved by n units.
  std::optional<Period> unit_at(Date at, int n) const {
    switch (s_.unit) {
      case TimeUnit::year:
        return years(at.year + n, at.year + n);
      case TimeUnit::month: {
        if (at.month == 0) return std::nullopt;
        Date m = add_months(month_of(at.year, at.month), n);
        return Period{m, m};
      }
      case TimeUnit::quarter: {
        if (at.month == 0) return std::nullopt;
        Date m = add_months(month_of(at.year, (at.month - 1) / 3 * 3 + 1), 3 * n);
        return Period{m, add_months(m, 2)};
      }
      case TimeUnit::half: {
        if (at.month == 0) return std::nullopt;
        Date m = add_months(month_of(at.year, at.month <= 6 ? 1 : 7), 6 * n);
        return Period{m, add_months(m, 5)};
      }
      case TimeUnit::week: {
        if (at.day == 0) return std::nullopt;
        Date monday = add_days(at, 7 * n - weekday(at));
        return Period{monday, add_days(monday, 6)};
      }
      case TimeUnit::day: {
        if (at.day == 0) return std::nullopt;
        Date d = add_days(at, n);
        return Period{d, d};
      }
      default:
        return std::nullopt;
    }
  }

  std::optional<Period> ago() const {
    std::optional<Period> b = c_.in_force;
    const bool finer = s_.unit == TimeUnit::month && (!b || b->start.month == 0);
    if (finer && s_.n > 1 && c_.today && c_.today->month != 0) {  // "six months ago", in a text about years
      const Date now = month_of(c_.today->year, c_.today->month);
      b = Period{now, now};
    }
    if (!b) return std::nullopt;
    int n = s_.n == 0 ? 1 : s_.n;
    if (int m = months_in(s_.unit)) return shift_months(*b, -m * n);
    int d = days_in(s_.unit) * n;
    if (d == 0 || b->start.day == 0) return std::nullopt;
    return Period{add_days(b->start, -d), add_days(b->end, -d)};
  }

  std::optional<Period> same() const {
    std::optional<Period> b = c_.in_force;
    if (!b) return std::nullopt;
    if (s_.n > 0)  // in brief: the span itself, "1985 qtr"
      return s_.year == 0 ? b : shift_months(*b, 12 * (s_.year - year_of(*b)));
    if (s_.year == 0) return shift_months(*b, 12 * s_.offset);
    if (!b->end.has_year()) return std::nullopt;
    const int from = s_.year2 != 0 ? b->start.year : b->end.year;  // "the same months of 1985/86"
    return shift_months(*b, 12 * (s_.year - from));
  }

  std::optional<Period> trailing() const {
    int m = months_in(s_.unit) * s_.n * (s_.offset < 0 ? -1 : 1);
    if (m == 0) return std::nullopt;
    if (m < 0) {  // those before the period in force
      std::optional<Period> b = c_.in_force;
      if (!b || b->start.month == 0) return std::nullopt;
      Date start = b->start;
      start.day = 0;
      return Period{add_months(start, m), add_months(start, -1)};
    }
    if (!c_.today || c_.today->month == 0) return std::nullopt;
    if (several_years(m)) return years(c_.today->year, c_.today->year + m / 12);
    Date now = month_of(c_.today->year, c_.today->month);
    return Period{now, add_months(now, m - 1)};
  }

  std::optional<Period> to_date() const {
    if (!c_.today) return std::nullopt;
    int y = s_.year != 0 ? full_year(s_.year) : c_.today->year;
    Date start{narrow(y), 1, 1};
    if (s_.month != 0)
      start = {narrow(s_.month > c_.today->month && s_.year == 0 ? y - 1 : y), static_cast<int8_t>(s_.month),
               1};
    if (c_.today->day == 0) start.day = 0;
    return Period{start, *c_.today};
  }

  std::optional<Period> weekday_before() const {
    if (!c_.today || c_.today->day == 0) return std::nullopt;
    int back = (weekday(*c_.today) - s_.day + 7) % 7;
    Date d = add_days(*c_.today, -back);
    return Period{d, d};
  }

  std::optional<Period> today() const {
    if (!c_.today) return std::nullopt;
    return Period{*c_.today, *c_.today};
  }
};

}  // namespace

std::optional<Period> resolve_relative(const PeriodSpec& spec, const DateContext& context) {
  return RelativeTime(spec, context).run();
}

}  // namespace statgrep
