#include "statgrep/resolve/dates.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace statgrep;

namespace {

using F = PeriodForm;
using U = TimeUnit;

std::optional<Period> period(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const size_t slash = text.find('/');
  const auto start = parse_date(text.substr(0, slash));
  const auto end = slash == std::string::npos ? start : parse_date(text.substr(slash + 1));
  REQUIRE(start);
  REQUIRE(end);
  return Period{*start, *end};
}

std::string shown(const std::optional<Period>& p) {
  if (!p) return "none";
  return to_string(p->start) + (p->start == p->end ? "" : "/" + to_string(p->end));
}

DateContext dated(const char* today, const char* in_force = "") {
  DateContext c;
  if (*today != '\0') c.today = parse_date(today);
  c.in_force = period(in_force);
  return c;
}

struct Case {
  PeriodSpec spec;
  const char* expected;
};

void check(const DateContext& context, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(name_of(c.spec.form) << ", wanted " << c.expected);
    CHECK(shown(resolve_period(c.spec, context)) == c.expected);
  }
}

const DateContext kNothing;
const DateContext kWednesday = dated("2024-06-12");

DateContext looking_ahead() {
  DateContext c = kWednesday;
  c.future = true;
  return c;
}

}  // namespace

TEST_CASE("words that say no period give none") {
  check(kWednesday, {{{.form = F::none}, "none"}});
}

TEST_CASE("a named year is taken as it is, two digits for one near by") {
  check(kNothing, {{{.form = F::month, .year = 2023, .month = 9}, "2023-09"},
                   {{.form = F::month, .year = 24, .month = 9}, "2024-09"},
                   {{.form = F::month, .year = 87, .month = 9}, "1987-09"},
                   {{.form = F::quarter, .year = 2023, .n = 3}, "2023-07/2023-09"},
                   {{.form = F::half, .year = 2023, .n = 2}, "2023-07/2023-12"},
                   {{.form = F::year, .year = 2023}, "2023"},
                   {{.form = F::years, .year = 2021, .year2 = 2025}, "2021/2025"},
                   {{.form = F::fiscal, .year = 24}, "2024"},
                   {{.form = F::decade, .year = 1990}, "1990/1999"},
                   {{.form = F::day, .year = 2023, .month = 10, .day = 20}, "2023-10-20"}});
}

TEST_CASE("a year that is not named is the latest that does not begin after the document's date") {
  check(kWednesday,
        {{{.form = F::month, .month = 5}, "2024-05"},
         {{.form = F::month, .month = 6}, "2024-06"},
         {{.form = F::month, .month = 7}, "2023-07"},
         {{.form = F::quarter, .n = 1}, "2024-01/2024-03"},
         {{.form = F::quarter, .n = 3}, "2023-07/2023-09"},
         {{.form = F::half, .n = 2}, "2023-07/2023-12"},
         {{.form = F::day, .month = 6, .day = 12}, "2024-06-12"},
         {{.form = F::day, .month = 6, .day = 13}, "2023-06-13"},
         {{.form = F::day_range, .month = 5, .day = 3, .day2 = 10}, "2024-05-03/2024-05-10"},
         {{.form = F::day_range, .month = 12, .month2 = 2, .day = 18, .day2 = 20}, "2023-12-18/2024-02-20"},
         {{.form = F::month_range, .month = 1, .month2 = 5}, "2024-01/2024-05"},
         {{.form = F::month_range, .month = 9, .month2 = 11}, "2023-09/2023-11"}});
}

TEST_CASE("a text that looks ahead means the next") {
  check(looking_ahead(), {{{.form = F::month, .month = 5}, "2025-05"},
                          {{.form = F::month, .month = 6}, "2024-06"},
                          {{.form = F::month, .month = 9}, "2024-09"},
                          {{.form = F::quarter, .n = 1}, "2025-01/2025-03"},
                          {{.form = F::quarter, .n = 3}, "2024-07/2024-09"},
                          {{.form = F::day, .month = 4, .day = 1}, "2025-04-01"},
                          {{.form = F::day, .month = 6, .day = 3}, "2024-06-03"},
                          {{.form = F::month, .year = 2023, .month = 9}, "2023-09"}});
}

TEST_CASE("without a date the year in force counts, and none stays unknown") {
  DateContext in_2022;
  in_2022.year = 2022;
  check(in_2022, {{{.form = F::month, .month = 9}, "2022-09"},
                  {{.form = F::first, .unit = U::month, .n = 9}, "2022-01/2022-09"}});
  check(kNothing, {{{.form = F::month, .month = 9}, "XXXX-09"},
                   {{.form = F::quarter, .n = 1}, "XXXX-01/XXXX-03"},
                   {{.form = F::first, .unit = U::month, .n = 9}, "XXXX-01/XXXX-09"},
                   {{.form = F::day, .month = 10, .day = 20}, "XXXX-10-20"},
                   {{.form = F::month_range, .month = 1, .month2 = 9}, "XXXX-01/XXXX-09"},
                   {{.form = F::year}, "none"},
                   {{.form = F::years}, "none"}});
}

TEST_CASE("of last year is a year before the document's") {
  check(kWednesday, {{{.form = F::month, .month = 5, .offset = -1}, "2023-05"},
                     {{.form = F::month, .month = 9, .offset = -1}, "2023-09"},
                     {{.form = F::quarter, .n = 4, .offset = -1}, "2023-10/2023-12"},
                     {{.form = F::month_range, .month = 1, .month2 = 9, .offset = -1}, "2023-01/2023-09"},
                     {{.form = F::month, .month = 9, .offset = 1}, "2025-09"}});
}

TEST_CASE("a range of months may run over the year's end") {
  check(kNothing,
        {{{.form = F::month_range, .year = 2023, .month = 1, .month2 = 9}, "2023-01/2023-09"},
         {{.form = F::month_range, .year = 2024, .month = 11, .month2 = 2}, "2023-11/2024-02"},
         {{.form = F::month_range, .year = 2022, .year2 = 2024, .month = 3, .month2 = 2}, "2022-03/2024-02"},
         {{.form = F::month_range, .year2 = 2024, .month = 11, .month2 = 2}, "2023-11/2024-02"}});
  check(kWednesday, {{{.form = F::month_range, .month = 11, .month2 = 2}, "2023-11/2024-02"}});
}

TEST_CASE("a span of days over the year's end began after it ended") {
  check(dated("1987-03-24"),
        {{{.form = F::day_range, .month = 10, .month2 = 2, .day = 1, .day2 = 28}, "1986-10-01/1987-02-28"},
         {{.form = F::day_range, .month = 2, .day = 1, .day2 = 25}, "1987-02-01/1987-02-25"}});
}

TEST_CASE("a range of months that is far from over was of this year") {
  check(dated("1987-03-24"), {{{.form = F::month_range, .month = 1, .month2 = 11}, "1986-01/1986-11"},
                              {{.form = F::month_range, .month = 1, .month2 = 6}, "1987-01/1987-06"}});
  DateContext ahead = dated("1987-03-24");
  ahead.future = true;
  check(ahead, {{{.form = F::month_range, .month = 1, .month2 = 11}, "1987-01/1987-11"}});
}

TEST_CASE("a year that begins within half a year was the one before") {
  check(dated("1987-03-24"), {{{.form = F::first, .unit = U::year, .month = 4, .n = 1}, "1987-04/1988-03"},
                              {{.form = F::first, .unit = U::year, .month = 10, .n = 1}, "1986-10/1987-09"},
                              {{.form = F::first, .unit = U::month, .month = 10, .n = 5}, "1986-10/1987-02"},
                              {{.form = F::first, .unit = U::quarter, .month = 10}, "1986-10/1986-12"}});
}

TEST_CASE("the previous November was that of the year in force") {
  const DateContext july = dated("1987-03-04", "1986-07");
  check(july, {{{.form = F::month, .month = 11, .n = -1}, "1985-11"},
               {{.form = F::month, .month = 3, .n = -1}, "1986-03"},
               {{.form = F::month, .month = 3, .n = 1}, "1987-03"}});
  check(dated("1987-03-04"), {{{.form = F::month, .month = 11, .n = -1}, "none"}});
}

TEST_CASE("months of a year that is two, and up to one of this year") {
  check(dated("1987-03-24"),
        {{{.form = F::month_range, .year = 1985, .month = 10, .month2 = 2, .n = -1}, "1985-10/1986-02"},
         {{.form = F::month_range, .year = 1985, .month = 7, .month2 = 2, .offset = 1}, "1985-07/1987-02"}});
}

TEST_CASE("the first and the last units of a year") {
  check(kWednesday, {{{.form = F::first, .unit = U::quarter, .year = 2023, .n = 3}, "2023-01/2023-09"},
                     {{.form = F::first, .unit = U::month, .year = 2023, .n = 2}, "2023-01/2023-02"},
                     {{.form = F::first, .unit = U::half, .year = 2023, .n = 1}, "2023-01/2023-06"},
                     {{.form = F::first, .unit = U::month, .n = 5}, "2024-01/2024-05"},
                     {{.form = F::first, .unit = U::month, .n = 0}, "none"},
                     {{.form = F::first, .unit = U::month, .n = 13}, "none"},
                     {{.form = F::first, .unit = U::week, .n = 3}, "none"},
                     {{.form = F::last_of, .unit = U::month, .year = 2023, .n = 3}, "2023-10/2023-12"},
                     {{.form = F::last_of, .unit = U::quarter, .year = 2023, .n = 1}, "2023-10/2023-12"},
                     {{.form = F::last_of, .unit = U::month, .n = 3, .offset = -1}, "2023-10/2023-12"},
                     {{.form = F::last_of, .unit = U::month, .n = 13}, "none"}});
}

TEST_CASE("a span that ends with a date begins the day after the one before it ended") {
  check(
      dated("1987-03-15"),
      {{{.form = F::ending, .unit = U::quarter, .month = 1, .day = 31}, "1986-11-01/1987-01-31"},
       {{.form = F::ending, .unit = U::month, .month = 2, .day = 28, .n = 3}, "1986-12-01/1987-02-28"},
       {{.form = F::ending, .unit = U::year, .year = 1986, .month = 12, .day = 31}, "1986-01-01/1986-12-31"},
       {{.form = F::ending, .unit = U::half, .month = 6, .day = 30}, "1986-01-01/1986-06-30"},
       {{.form = F::ending, .unit = U::quarter, .month = 3, .day = 31}, "1987-01-01/1987-03-31"},
       {{.form = F::ending, .unit = U::week, .month = 3, .day = 7}, "1987-03-01/1987-03-07"},
       {{.form = F::ending, .unit = U::week, .month = 3, .day = 7, .n = 2}, "1987-02-22/1987-03-07"}});
}

TEST_CASE("a span that ends with a month has its precision") {
  check(kWednesday, {{{.form = F::ending, .unit = U::month, .month = 5, .n = 3}, "2024-03/2024-05"},
                     {{.form = F::ending, .unit = U::month, .month = 8, .n = 3}, "2023-06/2023-08"},
                     {{.form = F::ending, .unit = U::month, .month = 2, .n = 12}, "2023-03/2024-02"},
                     {{.form = F::ending, .unit = U::year, .month = 3}, "2023-04/2024-03"},
                     {{.form = F::ending, .month = 3}, "2024-03"},
                     {{.form = F::ending, .unit = U::year, .year = 2023, .n = 5}, "2019/2023"},
                     {{.form = F::ending, .unit = U::month, .n = 3}, "none"}});
  check(kNothing, {{{.form = F::ending, .unit = U::month, .month = 2, .n = 3}, "XXXX-12/XXXX-02"}});
}

TEST_CASE("a table's next block ends where the one before ended") {
  check(dated("2024-06-12", "2024-01/2024-03"),
        {{{.form = F::same_end, .unit = U::month, .n = 6}, "2023-10/2024-03"},
         {{.form = F::same_end, .unit = U::quarter}, "2024-01/2024-03"}});
  check(dated("1987-03-15", "1986-11-01/1987-01-31"),
        {{{.form = F::same_end, .unit = U::month, .n = 9}, "1986-05-01/1987-01-31"}});
  check(dated("2024-06-12", "2023"), {{{.form = F::same_end, .unit = U::month, .n = 6}, "none"}});
  check(kWednesday, {{{.form = F::same_end, .unit = U::month, .n = 6}, "none"}});
}

TEST_CASE("split years and fiscal years begin where the text or its area says") {
  check(kNothing, {{{.form = F::split_year, .year = 1985}, "1985/1986"},
                   {{.form = F::split_year, .year = 2024, .month = 4}, "2024-04/2025-03"},
                   {{.form = F::split_year, .year = 2018, .year2 = 23}, "2018/2023"},
                   {{.form = F::split_year, .year = 1999, .year2 = 0}, "1999/2000"},
                   {{.form = F::fiscal_split, .year = 2024}, "2024/2025"},
                   {{.form = F::fiscal_quarter, .year = 2024, .n = 3}, "2024-07/2024-09"}});
  DateContext april;
  april.fiscal_month = 4;
  check(april, {{{.form = F::split_year, .year = 2024}, "2024/2025"},  // a crop year, for all we know
                {{.form = F::fiscal_split, .year = 2024}, "2024-04/2025-03"},
                {{.form = F::fiscal_quarter, .year = 2024, .n = 1}, "2024-04/2024-06"},
                {{.form = F::fiscal_quarter, .year = 2024, .n = 4}, "2025-01/2025-03"}});
  april.fiscal_area = true;
  check(april, {{{.form = F::split_year, .year = 2024}, "2024-04/2025-03"}});
  april.fiscal_year = 2024;  // the text counts quarters so
  check(april, {{{.form = F::quarter, .n = 1}, "2024-04/2024-06"},
                {{.form = F::quarter, .year = 2024, .n = 1}, "2024-01/2024-03"}});
}

TEST_CASE("this, last and next count from the document's date") {
  check(kWednesday, {{{.form = F::relative, .unit = U::year}, "2024"},
                     {{.form = F::relative, .unit = U::year, .offset = -1}, "2023"},
                     {{.form = F::relative, .unit = U::half, .offset = -1}, "2023-07/2023-12"},
                     {{.form = F::relative, .unit = U::quarter, .offset = -1}, "2024-01/2024-03"},
                     {{.form = F::relative, .unit = U::quarter, .offset = -2}, "2023-10/2023-12"},
                     {{.form = F::relative, .unit = U::month, .offset = 1}, "2024-07"},
                     {{.form = F::relative, .unit = U::month, .offset = -6}, "2023-12"},
                     {{.form = F::relative, .unit = U::week}, "2024-06-10/2024-06-16"},
                     {{.form = F::relative, .unit = U::week, .offset = -1}, "2024-06-03/2024-06-09"},
                     {{.form = F::relative, .unit = U::day, .offset = -1}, "2024-06-11"},
                     {{.form = F::relative, .unit = U::hour}, "none"}});
  check(dated("2024-03-01"), {{{.form = F::relative, .unit = U::day, .offset = -1}, "2024-02-29"}});
  check(dated("2024-06"), {{{.form = F::relative, .unit = U::month, .offset = -1}, "2024-05"},
                           {{.form = F::relative, .unit = U::week}, "none"},
                           {{.form = F::relative, .unit = U::day}, "none"}});
  check(dated("2024"), {{{.form = F::relative, .unit = U::year}, "2024"},
                        {{.form = F::relative, .unit = U::month}, "none"}});
  check(kNothing, {{{.form = F::relative, .unit = U::year}, "none"}});
}

TEST_CASE("earlier counts from the period in force") {
  const DateContext nine_months = dated("2024-06-12", "2023-01/2023-09");
  check(nine_months, {{{.form = F::ago, .unit = U::year}, "2022-01/2022-09"},
                      {{.form = F::ago, .unit = U::year, .n = 2}, "2021-01/2021-09"},
                      {{.form = F::ago, .unit = U::month, .n = 12}, "2022-01/2022-09"},
                      {{.form = F::ago, .unit = U::week}, "none"}});
  check(dated("", "2023-07/2023-09"), {{{.form = F::ago, .unit = U::quarter}, "2023-04/2023-06"}});
  check(dated("", "2024-01"), {{{.form = F::ago, .unit = U::month}, "2023-12"}});
  check(dated("", "2023"), {{{.form = F::ago, .unit = U::year}, "2022"}});
  check(dated("", "XXXX-09"),
        {{{.form = F::ago, .unit = U::year}, "XXXX-09"}, {{.form = F::ago, .unit = U::month}, "XXXX-08"}});
  check(dated("", "2024-05-09/2024-05-15"), {{{.form = F::ago, .unit = U::week}, "2024-05-02/2024-05-08"},
                                             {{.form = F::ago, .unit = U::year}, "2023-05-09/2023-05-15"}});
  check(dated("", "1986-11-01/1987-02-28"), {{{.form = F::ago, .unit = U::year}, "1985-11-01/1986-02-28"}});
  check(kWednesday, {{{.form = F::ago, .unit = U::year}, "none"}});
}

TEST_CASE("months ago in a text about years were counted from nowhere") {
  check(dated("1987-06-19", "1975"), {{{.form = F::ago, .unit = U::month, .n = 6}, "1986-12"}});
}

TEST_CASE("the same period is the one in force, of another year where one is named") {
  const DateContext nine_months = dated("2024-06-12", "2023-01/2023-09");
  check(nine_months, {{{.form = F::same}, "2023-01/2023-09"},
                      {{.form = F::same, .offset = -1}, "2022-01/2022-09"},
                      {{.form = F::same, .year = 2019}, "2019-01/2019-09"}});
  check(dated("", "2023-11/2024-02"), {{{.form = F::same, .year = 2020}, "2019-11/2020-02"},
                                       {{.form = F::same, .year = 2020, .year2 = 21}, "2020-11/2021-02"}});
  check(dated("", "XXXX-09"),
        {{{.form = F::same, .offset = -1}, "XXXX-09"}, {{.form = F::same, .year = 2019}, "none"}});
  check(kWednesday, {{{.form = F::same}, "none"}});
}

TEST_CASE("the next units begin with the document's month") {
  check(kWednesday, {{{.form = F::trailing, .unit = U::month, .n = 3}, "2024-06/2024-08"},
                     {{.form = F::trailing, .unit = U::year, .n = 1}, "2024-06/2025-05"},
                     {{.form = F::trailing, .unit = U::week, .n = 1}, "none"}});
  check(kNothing, {{{.form = F::trailing, .unit = U::month, .n = 3}, "none"}});
}

TEST_CASE("the past units end with a recent period in force, else before the document's month") {
  const PeriodSpec quarter{.form = F::past, .unit = U::month, .n = 3};
  check(kWednesday, {{quarter, "2024-03/2024-05"},
                     {{.form = F::past, .unit = U::year, .n = 5}, "2019/2024"},
                     {{.form = F::past, .unit = U::week, .n = 2}, "2024-05-30/2024-06-12"},
                     {{.form = F::past, .unit = U::month}, "none"}});
  check(dated("2024-06-12", "2024-04"), {{quarter, "2024-02/2024-04"}});
  check(dated("2024-06-12", "2024-01-01/2024-03-31"), {{quarter, "2024-01/2024-03"}});
  check(dated("2024-06-12", "2011-04"), {{quarter, "2024-03/2024-05"}});
  check(dated("2024-06-12", "2023"), {{{.form = F::past, .unit = U::year, .n = 5}, "2019/2023"}});
  check(kNothing, {{quarter, "none"}});
}

TEST_CASE("the latest unit is the one in force, else the last that is complete") {
  const PeriodSpec latest{.form = F::latest, .unit = U::quarter};
  check(kWednesday, {{latest, "2024-01/2024-03"}});
  check(dated("2024-06-12", "2024-02/2024-04"), {{latest, "2024-02/2024-04"}});
  check(dated("2024-06-12", "2024-04"), {{latest, "2024-01/2024-03"}});
  check(kNothing, {{latest, "none"}});
}

TEST_CASE("a bare ordinal counts what the period before counted") {
  check(dated("2024-06-12", "2023-01/2023-03"),
        {{{.form = F::nth, .n = 2}, "2023-04/2023-06"}, {{.form = F::nth, .n = 5}, "none"}});
  check(dated("2024-06-12", "2023-01/2023-06"), {{{.form = F::nth, .n = 2}, "2023-07/2023-12"}});
  check(dated("2024-06-12", "2024-01/2024-03"), {{{.form = F::nth, .n = 4}, "2023-10/2023-12"}});
  check(dated("2024-06-12", "2024-05"), {{{.form = F::nth, .n = 2}, "none"}});
  check(kWednesday, {{{.form = F::nth, .n = 2}, "none"}});
}

TEST_CASE("a season has three months, the last one is over") {
  check(kWednesday, {{{.form = F::season, .year = 2022, .month = 12}, "2022-12/2023-02"},
                     {{.form = F::season, .month = 6, .offset = -1}, "2023-06/2023-08"},
                     {{.form = F::season, .month = 3, .offset = -1}, "2024-03/2024-05"},
                     {{.form = F::season, .month = 6}, "2024-06/2024-08"},
                     {{.form = F::season, .month = 9}, "2023-09/2023-11"},
                     {{.form = F::season, .month = 9, .n = 1}, "2024-09/2024-11"},
                     {{.form = F::season, .month = 6, .offset = 1}, "2025-06/2025-08"}});
  check(looking_ahead(), {{{.form = F::season, .month = 9}, "2024-09/2024-11"}});
  check(kNothing, {{{.form = F::season, .month = 9}, "XXXX-09/XXXX-11"}});
}

TEST_CASE("the whole year is one that is over, unless the text looks ahead") {
  const PeriodSpec year{.form = F::whole_year};
  check(kWednesday, {{year, "2023"}});
  check(looking_ahead(), {{year, "2024"}});
  check(dated("2023-02-10", "2022-10/2022-12"), {{year, "2022"}});
  check(dated("2024-12-20", "2024"), {{year, "2024"}});
  check(kNothing, {{year, "none"}});
}

TEST_CASE("this and last fiscal year begin in the area's month") {
  const PeriodSpec last{.form = F::fiscal_relative, .offset = -1};
  check(kWednesday, {{last, "2023"}});
  DateContext april = kWednesday;
  april.fiscal_month = 4;
  check(april, {{last, "2023-04/2024-03"}, {{.form = F::fiscal_relative}, "2024-04/2025-03"}});
  april.today = parse_date("2024-02-10");
  check(april, {{last, "2022-04/2023-03"}});
}

TEST_CASE("a time to date ends with the document's date") {
  check(kWednesday, {{{.form = F::to_date}, "2024-01-01/2024-06-12"},
                     {{.form = F::to_date, .year = 2022}, "2022-01-01/2024-06-12"},
                     {{.form = F::to_date, .month = 4}, "2024-04-01/2024-06-12"},
                     {{.form = F::to_date, .month = 9}, "2023-09-01/2024-06-12"}});
  check(dated("2024-06"), {{{.form = F::to_date}, "2024-01/2024-06"}});
  check(kNothing, {{{.form = F::to_date}, "none"}});
}

TEST_CASE("a weekday is the latest, the document's own included") {
  check(kWednesday, {{{.form = F::weekday, .day = 0}, "2024-06-10"},
                     {{.form = F::weekday, .day = 2}, "2024-06-12"},
                     {{.form = F::weekday, .day = 4}, "2024-06-07"},
                     {{.form = F::weekday, .day = 6}, "2024-06-09"}});
  check(dated("2024-06"), {{{.form = F::weekday, .day = 0}, "none"}});
}

TEST_CASE("now is the document's date") {
  check(kWednesday, {{{.form = F::now}, "2024-06-12"}});
  check(kNothing, {{{.form = F::now}, "none"}});
}

TEST_CASE("every form and unit has a name of its own") {
  for (int i = 0; i <= static_cast<int>(F::now); ++i)
    CHECK(period_form_from(name_of(static_cast<F>(i))) == static_cast<F>(i));
  for (int i = 0; i <= static_cast<int>(U::second); ++i)
    CHECK(time_unit_from(name_of(static_cast<U>(i))) == static_cast<U>(i));
  CHECK_FALSE(period_form_from("fortnight"));
  CHECK_FALSE(time_unit_from("now"));
}

TEST_CASE("adjacent and year-earlier periods of one length make a basis") {
  const struct {
    const char* value;
    const char* other;
    Basis basis;
  } kCases[] = {
      {"2023-09", "2023-08", Basis::MoM},
      {"2024-01", "2023-12", Basis::MoM},
      {"2023-09", "2022-09", Basis::YoY},
      {"2023-07/2023-09", "2023-04/2023-06", Basis::QoQ},
      {"2024-01/2024-03", "2023-10/2023-12", Basis::QoQ},
      {"2023-07/2023-09", "2022-07/2022-09", Basis::YoY},
      {"2023-07/2023-12", "2023-01/2023-06", Basis::HoH},
      {"2023", "2022", Basis::YoY},
      {"2023-01/2023-09", "2022-01/2022-09", Basis::YoY},
      {"2023-05-09/2023-05-15", "2022-05-09/2022-05-15", Basis::YoY},
      {"XXXX-09", "XXXX-08", Basis::MoM},
      {"2023-09", "2023-07", Basis::none},
      {"2023-08", "2023-09", Basis::none},  // the future is no basis
      {"2023-09", "2021-09", Basis::none},
      {"2023-01/2023-09", "2022-04/2022-12", Basis::none},  // nine months have no name
      {"2023-07/2023-09", "2023-06", Basis::none},
      {"2023", "2021", Basis::none},
      {"2023", "2022-12", Basis::none},
  };
  for (const auto& c : kCases) {
    INFO(c.value << " against " << c.other);
    CHECK(basis_between(*period(c.value), *period(c.other)) == c.basis);
  }
}

TEST_CASE("a unit ago is a basis, whatever the period of the value") {
  const struct {
    TimeUnit unit;
    int n;
    Basis basis;
  } kCases[] = {{U::year, 1, Basis::YoY},    {U::year, 0, Basis::YoY},  {U::half, 1, Basis::HoH},
                {U::quarter, 1, Basis::QoQ}, {U::month, 1, Basis::MoM}, {U::month, 12, Basis::YoY},
                {U::week, 1, Basis::WoW},    {U::day, 1, Basis::DoD},   {U::year, 2, Basis::none},
                {U::month, 2, Basis::none},  {U::hour, 1, Basis::none}};
  for (const auto& c : kCases) {
    INFO(name_of(c.unit) << " " << c.n);
    CHECK(basis_of({.form = F::ago, .unit = c.unit, .n = c.n}, std::nullopt, kWednesday) == c.basis);
    CHECK(basis_of({.form = F::ago, .unit = c.unit, .n = c.n}, period("2023-01/2023-09"), kWednesday) ==
          c.basis);
  }
}

TEST_CASE("the same period of last year is YoY") {
  CHECK(basis_of({.form = F::same, .offset = -1}, std::nullopt, kWednesday) == Basis::YoY);
  CHECK(basis_of({.form = F::same, .year = 2023}, period("2024-01/2024-03"), kWednesday) == Basis::YoY);
  CHECK(basis_of({.form = F::same}, period("2024-01/2024-03"), kWednesday) == Basis::none);
  CHECK(basis_of({.form = F::same, .year = 2019}, period("2024-01/2024-03"), kWednesday) == Basis::none);
  CHECK(basis_of({.form = F::same, .year = 2023}, std::nullopt, kWednesday) == Basis::YoY);
  CHECK(basis_of({.form = F::same, .year = 2019}, std::nullopt, kWednesday) == Basis::none);
  CHECK(basis_of({.form = F::same, .year = 2023}, std::nullopt, kNothing) == Basis::none);
}

TEST_CASE("last year is a year earlier for any part of this one, its end is not") {
  const PeriodSpec last_year{.form = F::relative, .unit = U::year, .offset = -1};
  PeriodSpec end = last_year;
  end.month = 12;
  CHECK(basis_of(last_year, period("2024-05"), kWednesday) == Basis::YoY);
  CHECK(basis_of(last_year, std::nullopt, kWednesday) == Basis::YoY);
  CHECK(basis_of(last_year, period("2023-05"), kWednesday) == Basis::none);
  CHECK(basis_of(end, period("2024-05"), kWednesday) == Basis::none);
  CHECK(basis_of(end, std::nullopt, kWednesday) == Basis::none);
}

TEST_CASE("a named time is a basis by what the value is about") {
  const PeriodSpec august{.form = F::month, .month = 8},
      last_month{.form = F::relative, .unit = U::month, .offset = -1};
  CHECK(basis_of(august, period("2023-09"), kWednesday) == Basis::MoM);
  CHECK(basis_of(august, period("2023-07/2023-09"), kWednesday) == Basis::none);
  CHECK(basis_of(august, std::nullopt, kWednesday) == Basis::none);
  CHECK(basis_of({.form = F::month, .year = 2022, .month = 9}, period("2023-09"), kWednesday) == Basis::YoY);
  CHECK(basis_of({.form = F::quarter, .n = 2}, period("2023-07/2023-09"), dated("2023-10-18")) == Basis::QoQ);
  CHECK(basis_of({.form = F::year, .year = 2022}, period("2023"), kWednesday) == Basis::YoY);
  CHECK(basis_of(last_month, period("2024-06"), kWednesday) == Basis::MoM);
  CHECK(basis_of(last_month, period("2024-05"), kWednesday) == Basis::none);
  CHECK(basis_of({.form = F::none}, period("2024-05"), kWednesday) == Basis::none);
}

TEST_CASE("the first three quarters, said in January, are of the year that is over") {
  check(dated("2025-01-20"), {{{.form = F::first, .unit = U::quarter, .n = 3}, "2024-01/2024-09"}});
  check(dated("2024-06-12"), {{{.form = F::first, .unit = U::month, .n = 9}, "2024-01/2024-09"}});
}
