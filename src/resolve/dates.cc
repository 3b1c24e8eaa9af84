// Tests: tests/unit/resolve_dates_test.cc
#include "statgrep/resolve/dates.h"

namespace statgrep {
namespace {

int16_t narrow(int y) {
  return static_cast<int16_t>(y);
}
Date month_of(int year, int month) {
  return {narrow(year), static_cast<int8_t>(month), 0};
}
Period months(int year, int first, int last) {
  return {month_of(year, first), month_of(year, last)};
}

int months_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month:
      return 1;
    case TimeUnit::quarter:
      return 3;
    case TimeUnit::half:
      return 6;
    case TimeUnit::year:
      return 12;
    case TimeUnit::decade:
      return 120;
    default:
      return 0;
  }
}
int days_in(TimeUnit unit) {
  return unit == TimeUnit::day ? 1 : unit == TimeUnit::week ? 7 : unit == TimeUnit::fortnight ? 14 : 0;
}

constexpr int kRecent = 6;  // months after which a period is no longer what "the past year" ends with

constexpr int kSoon = 31;  // days
constexpr int kNear = 60;  // days

class Resolver {
 public:
  Resolver(const PeriodSpec& s, const DateContext& c) : s_(s), c_(c) {}

  std::optional<Period> run() const {
    switch (s_.form) {
      case PeriodForm::none:
        return std::nullopt;
      case PeriodForm::month:
        return at_year([&](int y) { return months(y, s_.month, s_.month); });
      case PeriodForm::month_range:
        return month_range();
      case PeriodForm::day:
        return day();
      case PeriodForm::day_range:
        return day_range();
      case PeriodForm::quarter:
        if (s_.year == 0 && s_.offset == 0 && c_.fiscal_year != 0) return fiscal_quarter(c_.fiscal_year);
        return at_year([&](int y) { return months(y, 3 * s_.n - 2, 3 * s_.n); });
      case PeriodForm::half:
        return at_year([&](int y) { return months(y, 6 * s_.n - 5, 6 * s_.n); });
      case PeriodForm::year:
        return years(s_.year, s_.year);
      case PeriodForm::years:
        return years(s_.year, s_.year2);
      case PeriodForm::split_year:
        return split_year(s_.month != 0 ? s_.month : c_.fiscal_area ? c_.fiscal_month : 0);
      case PeriodForm::fiscal_split:
        return split_year(s_.month != 0 ? s_.month : c_.fiscal_month);
      case PeriodForm::fiscal_quarter:
        return fiscal_quarter(s_.year);
      case PeriodForm::fiscal:
        return years(full_year(s_.year), full_year(s_.year));
      case PeriodForm::decade:
        return years(s_.year + s_.offset, s_.year + (s_.n != 0 ? s_.n : 9));
      case PeriodForm::first:
        return first_units();
      case PeriodForm::last_of:
        return last_units();
      case PeriodForm::ending:
        return ending();
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
    }
    return std::nullopt;
  }

 private:
  static int full_year(int y) { return y > 0 && y < 100 ? (y < 50 ? 2000 + y : 1900 + y) : y; }
  static std::optional<Period> years(int a, int b) {
    if (a == 0) return std::nullopt;
    return Period{{narrow(a), 0, 0}, {narrow(b), 0, 0}};
  }

  // With the year named, or the latest reading that is not after the date.
  template <typename Make>
  std::optional<Period> at_year(Make make) const {
    if (s_.year != 0) return make(full_year(s_.year));
    if (s_.offset != 0) {
      int now = c_.today ? c_.today->year : c_.year;
      return make(now == 0 ? 0 : now + s_.offset);
    }
    if (!c_.today) return make(c_.year);
    int y = c_.today->year;
    Period p = make(y);
    Date today = *c_.today;
    if (p.start.day == 0) today.day = 0;
    if (c_.future) return p.end < today && !just_past(p.end) ? make(y + 1) : p;
    return p.start > today ? make(y - 1) : p;
  }

  // "would be closed on June 17", said on the 29th: no text looks a year ahead to a day.
  bool just_past(Date end) const {
    return end.day != 0 && c_.today->day != 0 && to_days(*c_.today) - to_days(end) < kNear;
  }

  bool is_soon(Date end) const { return to_days(end) - to_days(*c_.today) < kSoon; }

  // 1985/86; with a first month, the twelve months from it.
  std::optional<Period> split_year(int first) const {
    int last = s_.year - s_.year % 100 + s_.year2 % 100;
    if (s_.year2 != 0 && last > s_.year + 1) return years(s_.year, last);  // "2018-23"
    if (first < 2) return years(s_.year, s_.year + 1);
    return Period{month_of(s_.year, first), month_of(s_.year + 1, first - 1)};
  }

  std::optional<Period> fiscal_quarter(int year) const {
    Date start = add_months(month_of(year, c_.fiscal_month == 0 ? 1 : c_.fiscal_month), 3 * (s_.n - 1));
    return Period{start, add_months(start, 2)};
  }

  std::optional<Period> month_range() const {
    int end_year = s_.year2 != 0 ? s_.year2 : s_.year;
    if (s_.year == 0 || s_.year == end_year) {
      PeriodSpec named = s_;
      named.year = end_year;
      return Resolver(named, c_).at_year([&](int y) {
        int before = s_.month > s_.month2 && y != 0 ? 1 : 0;
        return Period{month_of(y - before, s_.month), month_of(y, s_.month2)};
      });
    }
    return Period{month_of(s_.year, s_.month), month_of(end_year, s_.month2)};
  }

  std::optional<Period> day() const {
    return at_year([&](int y) {
      Date d{narrow(y), static_cast<int8_t>(s_.month), static_cast<int8_t>(s_.day)};
      return Period{d, d};
    });
  }

  std::optional<Period> day_range() const {
    return at_year([&](int y) {
      Date a{narrow(y), static_cast<int8_t>(s_.month), static_cast<int8_t>(s_.day)};
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
    int m = months_in(s_.unit) * s_.n;
    if (m < 1 || m > 12) return std::nullopt;
    return at_year([&](int y) { return months(y, 1, m); });
  }

  std::optional<Period> last_units() const {
    int m = months_in(s_.unit) * (s_.n == 0 ? 1 : s_.n);
    if (m < 1 || m > 12) return std::nullopt;
    return months(named_or_known_year(), 13 - m, 12);
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
      Date start = d > 0 ? add_days(end, 1 - d) : add_months(add_days(end, 1), -months_in(s_.unit) * n);
      return Period{start, end};
    }
    int m = months_in(s_.unit) * n;
    if (m == 0) return at_year([&](int y) { return months(y, s_.month, s_.month); });
    return at_year_of_end(m);
  }

  std::optional<Period> at_year_of_end(int m) const {
    std::optional<Period> end = at_year([&](int y) { return months(y, s_.month, s_.month); });
    return Period{add_months(end->start, 1 - m), end->end};
  }

  std::optional<Period> same_end() const {
    std::optional<Period> b = base();
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
    if (!b && (!c_.today || c_.today->month == 0)) return std::nullopt;
    Date end = b ? b->end : add_months(month_of(c_.today->year, c_.today->month), -1);
    end.day = 0;
    return Period{add_months(end, 1 - m), end};
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

  std::optional<Period> base() const {
    if (c_.in_force) return c_.in_force;
    return std::nullopt;
  }

  std::optional<Period> ago() const {
    std::optional<Period> b = base();
    if (!b) return std::nullopt;
    int n = s_.n == 0 ? 1 : s_.n;
    if (int m = months_in(s_.unit)) return shift_months(*b, -m * n);
    int d = days_in(s_.unit) * n;
    if (d == 0 || b->start.day == 0) return std::nullopt;
    return Period{add_days(b->start, -d), add_days(b->end, -d)};
  }

  std::optional<Period> same() const {
    std::optional<Period> b = base();
    if (!b) return std::nullopt;
    if (s_.year == 0) return shift_months(*b, 12 * s_.offset);
    if (!b->end.has_year()) return std::nullopt;
    return shift_months(*b, 12 * (s_.year - b->end.year));
  }

  std::optional<Period> trailing() const {
    int m = months_in(s_.unit) * s_.n * (s_.offset < 0 ? -1 : 1);
    if (m == 0) return std::nullopt;
    if (m < 0) {  // those before the period in force
      std::optional<Period> b = base();
      if (!b || b->start.month == 0) return std::nullopt;
      Date start = b->start;
      start.day = 0;
      return Period{add_months(start, m), add_months(start, -1)};
    }
    if (!c_.today || c_.today->month == 0) return std::nullopt;
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

  const PeriodSpec& s_;
  const DateContext& c_;
};

}  // namespace

std::optional<Period> resolve_period(const PeriodSpec& spec, const DateContext& context) {
  return Resolver(spec, context).run();
}

}  // namespace statgrep
