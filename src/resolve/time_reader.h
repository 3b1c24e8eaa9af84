// What the readers of named and of relative times share.
#pragma once

#include "statgrep/resolve/dates.h"

namespace statgrep {

inline int16_t narrow(int y) {
  return static_cast<int16_t>(y);
}
inline Date month_of(int year, int month) {
  return {narrow(year), static_cast<int8_t>(month), 0};
}
inline Period months(int year, int first, int last) {
  return {month_of(year, first), month_of(year, last)};
}

inline int months_in(TimeUnit unit) {
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
inline int days_in(TimeUnit unit) {
  return unit == TimeUnit::day ? 1 : unit == TimeUnit::week ? 7 : unit == TimeUnit::fortnight ? 14 : 0;
}

// A span over the turn of a year is named after the year that holds its middle.
inline int year_of(const Period& p) {
  constexpr int kHalf = 6;
  return p.end.month > 0 && p.end.month <= kHalf ? p.start.year : p.end.year;
}

class TimeReader {
 protected:
  TimeReader(const PeriodSpec& s, const DateContext& c) : s_(s), c_(c) {}

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
    if (c_.own_year && make(y + 1).end < today) return make(y + 1);  // the year that ends in the next
    return p.start > today ? make(y - 1) : p;
  }

  // "would be closed on June 17", said on the 29th: no text looks a year ahead to a day.
  bool just_past(Date end) const {
    return end.day != 0 && c_.today->day != 0 && to_days(*c_.today) - to_days(end) < kNear;
  }

  const PeriodSpec& s_;
  const DateContext& c_;

 private:
  static constexpr int kNear = 60;  // days
};

// Times that count from the document's date or from the period in force.
std::optional<Period> resolve_relative(const PeriodSpec& spec, const DateContext& context);

}  // namespace statgrep
