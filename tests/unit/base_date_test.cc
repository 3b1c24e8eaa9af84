#include "statgrep/base/date.h"

#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using statgrep::Date;
using statgrep::Period;

namespace {

Date date(std::string_view text) {
  const auto value = statgrep::parse_date(text);
  INFO(text);
  REQUIRE(value);
  return *value;
}

Period period(std::string_view start, std::string_view end) {
  return {date(start), date(end)};
}

// The calendar as it is taught, one day at a time.
struct SlowDay {
  int year = 1600;
  int month = 1;
  int day = 1;
  int weekday = 5;  // 1600-01-01 was a Saturday

  int month_length() const {
    if (month == 4 || month == 6 || month == 9 || month == 11) return 30;
    if (month != 2) return 31;
    if (year % 400 == 0) return 29;
    if (year % 100 == 0) return 28;
    return year % 4 == 0 ? 29 : 28;
  }
  void step() {
    weekday = (weekday + 1) % 7;
    if (++day <= month_length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  Date date() const {
    return {static_cast<int16_t>(year), static_cast<int8_t>(month), static_cast<int8_t>(day)};
  }
};

}  // namespace

TEST_CASE("date: 1600 to 2400 day by day") {
  SlowDay slow;
  int64_t days = statgrep::to_days(slow.date());
  bool right = true;
  for (; slow.year <= 2400; slow.step(), ++days) {
    const Date day = slow.date();
    right = statgrep::to_days(day) == days && statgrep::from_days(days) == day &&
            statgrep::weekday(day) == slow.weekday &&
            statgrep::days_in_month(slow.year, slow.month) == slow.month_length() &&
            statgrep::parse_date(statgrep::to_string(day)) == day;
    if (!right) FAIL(statgrep::to_string(day));
  }
  CHECK(right);
  CHECK(days - statgrep::to_days(date("1600-01-01")) == 2 * 146097 + 366);
}

TEST_CASE("date: fixed points") {
  CHECK(statgrep::to_days(date("1970-01-01")) == 0);
  CHECK(statgrep::to_days(date("2000-03-01")) == 11017);
  CHECK(statgrep::to_days(date("1969-12-31")) == -1);
  CHECK(statgrep::weekday(date("1970-01-01")) == 3);
  CHECK(statgrep::weekday(date("2024-06-12")) == 2);
  CHECK(statgrep::weekday(date("0001-01-01")) == 0);
  CHECK(statgrep::from_days(statgrep::to_days(date("0001-01-01"))) == date("0001-01-01"));
  CHECK(statgrep::from_days(statgrep::to_days(date("9999-12-31"))) == date("9999-12-31"));
}

TEST_CASE("date: leap years and month lengths") {
  for (const int year : {1600, 1904, 2000, 2024}) CHECK(statgrep::is_leap(year));
  for (const int year : {1700, 1800, 1900, 2023, 2100}) CHECK_FALSE(statgrep::is_leap(year));
  CHECK(statgrep::days_in_month(2024, 2) == 29);
  CHECK(statgrep::days_in_month(2023, 2) == 28);
  CHECK(statgrep::days_in_month(0, 2) == 29);
  CHECK(statgrep::days_in_month(0, 4) == 30);
}

TEST_CASE("date: parse and print") {
  struct Case {
    const char* text;
    Date value;
  };
  const std::vector<Case> cases = {{"2023", {2023, 0, 0}},        {"2023-09", {2023, 9, 0}},
                                   {"2023-09-30", {2023, 9, 30}}, {"XXXX-09", {0, 9, 0}},
                                   {"XXXX-02-29", {0, 2, 29}},    {"2024-02-29", {2024, 2, 29}},
                                   {"0001-01-01", {1, 1, 1}},     {"9999", {9999, 0, 0}}};
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(statgrep::parse_date(c.text) == c.value);
    CHECK(statgrep::to_string(c.value) == c.text);
  }
}

TEST_CASE("date: what is no date") {
  for (const char* text : {"",           "0000",       "XXXX",        "XXXX-",
                           "xxxx-09",    "2023-",      "2023-9",      "2023-13",
                           "2023-00",    "2023-09-00", "2023-09-31",  "2023-02-29",
                           "1900-02-29", "XXXX-02-30", "2023-09-30-", "2023-09-30T00:00",
                           "2023/09",    "202309",     "20230930",    " 2023",
                           "2023 ",      "-2023",      "02023",       "2023--09",
                           "2O23",       "2023-0９"}) {
    INFO(text);
    CHECK_FALSE(statgrep::parse_date(text));
  }
}

TEST_CASE("date: order is by time where the years are known") {
  CHECK(date("2023-09-30") < date("2023-10-01"));
  CHECK(date("2022-12") < date("2023-01"));
}

TEST_CASE("date: add_months") {
  struct Case {
    const char* from;
    int months;
    const char* to;
  };
  const std::vector<Case> cases = {
      {"2023-09", 1, "2023-10"},
      {"2023-12", 1, "2024-01"},
      {"2024-01", -1, "2023-12"},
      {"2024-01", -12, "2023-01"},
      {"2024-01", -13, "2022-12"},
      {"2023-09", 0, "2023-09"},
      {"2023-05", 240, "2043-05"},
      // The day is clipped to the month's last.
      {"2024-01-31", 1, "2024-02-29"},
      {"2023-01-31", 1, "2023-02-28"},
      {"2023-03-31", -1, "2023-02-28"},
      {"2023-05-31", 1, "2023-06-30"},
      {"2024-02-29", 12, "2025-02-28"},
      {"2024-02-29", -1200, "1924-02-29"},
      {"2023-10-15", 3, "2024-01-15"},
      // A month without a year wraps round inside the unknown year.
      {"XXXX-12", 1, "XXXX-01"},
      {"XXXX-01", -1, "XXXX-12"},
      {"XXXX-06", 24, "XXXX-06"},
      {"XXXX-06", -25, "XXXX-05"},
      {"XXXX-01-31", 1, "XXXX-02-29"},
      // A year moves by whole years only.
      {"2023", 12, "2024"},
      {"2023", -24, "2021"},
      {"2023", 11, "2023"},
      {"2023", -11, "2023"},
  };
  for (const Case& c : cases) {
    INFO(c.from << " + " << c.months);
    CHECK(statgrep::to_string(statgrep::add_months(date(c.from), c.months)) == c.to);
  }
}

TEST_CASE("date: add_years") {
  CHECK(statgrep::add_years(date("2023"), -1) == date("2022"));
  CHECK(statgrep::add_years(date("2023-09"), 2) == date("2025-09"));
  CHECK(statgrep::add_years(date("2024-02-29"), -1) == date("2023-02-28"));
  CHECK(statgrep::add_years(date("2024-02-29"), 4) == date("2028-02-29"));
  CHECK(statgrep::add_years(date("XXXX-09"), 5) == date("XXXX-09"));
}

TEST_CASE("date: years stay within 1 and 9999") {
  CHECK(statgrep::add_years(date("9999-05"), 1) == date("9999-05"));
  CHECK(statgrep::add_years(date("0001"), -1) == date("0001"));
  CHECK(statgrep::add_months(date("0001-01"), -1).year == 1);
  CHECK(statgrep::add_days(date("9999-12-31"), 1) == date("9999-12-31"));
  CHECK(statgrep::from_days(INT64_MAX) == date("9999-12-31"));
  CHECK(statgrep::from_days(INT64_MIN) == date("0001-01-01"));
}

TEST_CASE("date: add_days") {
  CHECK(statgrep::add_days(date("2024-02-28"), 1) == date("2024-02-29"));
  CHECK(statgrep::add_days(date("2023-02-28"), 1) == date("2023-03-01"));
  CHECK(statgrep::add_days(date("2024-01-01"), -1) == date("2023-12-31"));
  CHECK(statgrep::add_days(date("2024-06-12"), -6) == date("2024-06-06"));
  CHECK(statgrep::add_days(date("XXXX-12-31"), 1) == date("XXXX-01-01"));
  CHECK(statgrep::add_days(date("XXXX-03-03"), -6) == date("XXXX-02-26"));
}

TEST_CASE("date: add_days and to_days agree") {
  std::mt19937 random(1986);
  for (int round = 0; round < 2000; ++round) {
    const int64_t from = static_cast<int64_t>(random() % 290000) - 130000;
    const int days = static_cast<int>(random() % 40000) - 20000;
    const Date to = statgrep::add_days(statgrep::from_days(from), days);
    if (statgrep::to_days(to) != from + days) FAIL(from << " + " << days);
  }
  SUCCEED();
}

TEST_CASE("date: first and last day") {
  struct Case {
    const char* of;
    const char* first;
    const char* last;
  };
  const std::vector<Case> cases = {{"2023", "2023-01-01", "2023-12-31"},
                                   {"2024-02", "2024-02-01", "2024-02-29"},
                                   {"2023-02", "2023-02-01", "2023-02-28"},
                                   {"XXXX-02", "XXXX-02-01", "XXXX-02-29"},
                                   {"XXXX-09", "XXXX-09-01", "XXXX-09-30"}};
  for (const Case& c : cases) {
    INFO(c.of);
    CHECK(statgrep::first_day(date(c.of)) == date(c.first));
    CHECK(statgrep::last_day(date(c.of)) == date(c.last));
  }
  // A day covers itself only.
  CHECK(statgrep::first_day(date("2023-09-15")) == date("2023-09-15"));
  CHECK(statgrep::last_day(date("2023-09-15")) == date("2023-09-15"));
}

TEST_CASE("date: months_of") {
  struct Case {
    const char* start;
    const char* end;
    std::optional<int> months;
  };
  const std::vector<Case> cases = {
      {"2023-01", "2023-09", 9},     {"2023-09", "2023-09", 1},  {"2023-11", "2024-01", 3},
      {"2023", "2023", 12},          {"1985", "1986", 24},       {"XXXX-01", "XXXX-09", 9},
      {"XXXX-11", "XXXX-01", 3},     {"XXXX-12", "XXXX-11", 12}, {"2023-09-01", "2023-09-30", {}},
      {"2023-01", "2023-09-30", {}}, {"2023", "2023-09", {}},    {"XXXX-01", "2023-09", {}},
      {"2024-01", "2023-12", {}},    {"2024", "2023", {}},
  };
  for (const Case& c : cases) {
    INFO(c.start << " to " << c.end);
    CHECK(statgrep::months_of(period(c.start, c.end)) == c.months);
  }
  CHECK_FALSE(statgrep::months_of(Period{}));
}

TEST_CASE("date: shift_months") {
  struct Case {
    Period from;
    int months;
    Period to;
  };
  const std::vector<Case> cases = {
      {period("2024-01", "2024-03"), -3, period("2023-10", "2023-12")},
      {period("2024-01", "2024-03"), -12, period("2023-01", "2023-03")},
      {period("2023", "2023"), -12, period("2022", "2022")},
      {period("XXXX-01", "XXXX-03"), -3, period("XXXX-10", "XXXX-12")},
      // "quarter ended Jan 31" and its "vs" figure
      {period("1986-11-01", "1987-01-31"), -12, period("1985-11-01", "1986-01-31")},
      {period("1986-11-01", "1987-01-31"), -3, period("1986-08-01", "1986-10-31")},
      // Month ends stay month ends, also where a shorter month is left.
      {period("2024-02-01", "2024-02-29"), 1, period("2024-03-01", "2024-03-31")},
      {period("2024-02-01", "2024-02-29"), -12, period("2023-02-01", "2023-02-28")},
      {period("2023-02-01", "2023-02-28"), 12, period("2024-02-01", "2024-02-29")},
      {period("2024-04-01", "2024-06-30"), -3, period("2024-01-01", "2024-03-31")},
      {period("2024-02-29", "2024-02-29"), 1, period("2024-03-31", "2024-03-31")},
      {period("2024-06-15", "2024-07-14"), 1, period("2024-07-15", "2024-08-14")},
      {period("2024-06-12", "2024-06-12"), 0, period("2024-06-12", "2024-06-12")},
  };
  for (const Case& c : cases) {
    INFO(statgrep::to_string(c.from.start)
         << " to " << statgrep::to_string(c.from.end) << " by " << c.months);
    const Period to = statgrep::shift_months(c.from, c.months);
    CHECK(statgrep::to_string(to.start) == statgrep::to_string(c.to.start));
    CHECK(statgrep::to_string(to.end) == statgrep::to_string(c.to.end));
  }
}

TEST_CASE("date: a shift there and back is none, but for month ends") {
  std::mt19937 random(31);
  for (int round = 0; round < 2000; ++round) {
    Date start = statgrep::from_days(random() % 30000);
    start.day = static_cast<int8_t>(start.day % 27 + 1);
    const Period from{start, statgrep::last_day(Date{start.year, start.month, 0})};
    const int n = static_cast<int>(random() % 600) - 300;
    if (statgrep::shift_months(statgrep::shift_months(from, n), -n) == from) continue;
    FAIL_CHECK(statgrep::to_string(start) << " by " << n);
  }
  SUCCEED();
}
