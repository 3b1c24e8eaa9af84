#include "statgrep/base/date.h"

#include <algorithm>
#include <cstdio>

namespace statgrep {
namespace {

// What four digits write, without 0000, which stands for an unknown year.
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
constexpr int kAnyLeapYear = 2000;  // stands in for an unknown year

int floor_divided(int64_t value, int divisor) {
  return static_cast<int>(value / divisor - (value % divisor < 0 ? 1 : 0));
}

Date made(int64_t year, int month, int day) {
  return {static_cast<int16_t>(std::clamp<int64_t>(year, kFirstYear, kLastYear)), static_cast<int8_t>(month),
          static_cast<int8_t>(day)};
}

Date yearless(Date date) {
  date.year = 0;
  return date;
}

Date clipped(Date date) {
  if (date.day == 0) return date;
  date.day = static_cast<int8_t>(std::min<int>(date.day, days_in_month(date.year, date.month)));
  return date;
}

bool is_month_end(Date date) {
  return date.day != 0 && date.day == days_in_month(date.year, date.month);
}

// Exactly `count` digits at the front of `text`, which it removes.
std::optional<int> take_digits(std::string_view& text, size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

// "-09" of a month or a day; 0 where the text has ended.
std::optional<int> take_part(std::string_view& text) {
  if (text.empty()) return 0;
  if (text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const auto value = take_digits(text, 2);
  return value == 0 ? std::nullopt : value;
}

}  // namespace

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && (year == 0 || is_leap(year)) ? 29 : kDays[month - 1];
}

int weekday(Date full) {
  constexpr int kThursday = 3;  // 1970-01-01
  const auto day = static_cast<int>((to_days(full) + kThursday) % 7);
  return day < 0 ? day + 7 : day;
}

// Years that begin in March put the leap day last, so that a month's offset is
// linear; 400 years are 146097 days (Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms").
int64_t to_days(Date full) {
  const int year = full.year - (full.month <= 2 ? 1 : 0);
  const int era = floor_divided(year, 400);
  const int year_of_era = year - era * 400;
  const int month_from_march = (full.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + full.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return int64_t{era} * 146097 + day_of_era - 719468;
}

Date from_days(int64_t days) {
  days = std::clamp(days, to_days(made(kFirstYear, 1, 1)), to_days(made(kLastYear, 12, 31))) + 719468;
  const int era = floor_divided(days, 146097);
  const auto day_of_era = static_cast<int>(days - int64_t{era} * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  return made(year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

std::optional<Date> parse_date(std::string_view text) {
  int year = 0;
  if (text.starts_with("XXXX-")) {
    text.remove_prefix(4);
  } else {
    const auto digits = take_digits(text, 4);
    if (!digits || *digits == 0) return std::nullopt;
    year = *digits;
  }
  const auto month = take_part(text);
  if (!month || *month > 12) return std::nullopt;
  const auto day = take_part(text);
  if (!day || *day > days_in_month(year, *month) || !text.empty()) return std::nullopt;
  return Date{static_cast<int16_t>(year), static_cast<int8_t>(*month), static_cast<int8_t>(*day)};
}

std::string to_string(Date date) {
  char part[16];
  std::string out = "XXXX";
  if (date.has_year()) {
    std::snprintf(part, sizeof part, "%04d", date.year);
    out = part;
  }
  for (const int number : {int{date.month}, int{date.day}}) {
    if (number == 0) break;
    std::snprintf(part, sizeof part, "-%02d", number);
    out += part;
  }
  return out;
}

Date add_days(Date date, int n) {
  if (date.has_year()) return from_days(to_days(date) + n);
  date.year = kAnyLeapYear;
  return yearless(from_days(to_days(date) + n));
}

Date add_months(Date date, int n) {
  if (date.month == 0) return add_years(date, n / 12);  // less than a year leaves a year as it is
  const int64_t months = int64_t{date.month} - 1 + n;
  const int years = floor_divided(months, 12);
  const auto month = static_cast<int>(months - int64_t{years} * 12) + 1;
  if (!date.has_year()) return clipped(yearless(made(kAnyLeapYear, month, date.day)));
  return clipped(made(int64_t{date.year} + years, month, date.day));
}

Date add_years(Date date, int n) {
  if (!date.has_year()) return date;
  return clipped(made(int64_t{date.year} + n, date.month, date.day));
}

Date first_day(Date date) {
  if (date.month == 0) date.month = 1;
  if (date.day == 0) date.day = 1;
  return date;
}

Date last_day(Date date) {
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = static_cast<int8_t>(days_in_month(date.year, date.month));
  return date;
}

std::optional<int> months_of(const Period& period) {
  const auto& [start, end] = period;
  if (start.day != 0 || end.day != 0) return std::nullopt;
  if (start.has_year() != end.has_year() || (start.month == 0) != (end.month == 0)) return std::nullopt;
  if (!start.has_year()) {
    // November to January of an unknown year runs into the next.
    return start.month == 0 ? std::nullopt : std::optional((end.month - start.month + 12) % 12 + 1);
  }
  if (end < start) return std::nullopt;
  const int years = end.year - start.year;
  return start.month == 0 ? (years + 1) * 12 : years * 12 + end.month - start.month + 1;
}

Period shift_months(const Period& period, int n) {
  const auto shifted = [n](Date date) {
    const Date moved = add_months(date, n);
    return is_month_end(date) ? last_day({moved.year, moved.month, 0}) : moved;
  };
  return {shifted(period.start), shifted(period.end)};
}

}  // namespace statgrep
