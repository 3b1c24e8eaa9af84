#include "statgrep/annotate/spots.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"
#include "layers/small_pack.h"
#include "statgrep/text/tokens.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

// The document is of 12 June 2024, the period in force the third quarter of 2023.
void check(const std::vector<Case>& cases) {
  DateContext context;
  context.today = parse_date("2024-06-12");
  context.in_force = Period{*parse_date("2023-07"), *parse_date("2023-09")};
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(spots_in(c.text, context) == c.expected);
  }
}

// "rule:first-last" of each spot.
std::string found(const SmallPack& xx, const std::string& text, Trace* trace = nullptr) {
  const std::vector<Token> tokens = tokenise(text, xx.pack());
  std::string out;
  for (const Spot& s : find_spots(tokens, {0, static_cast<uint32_t>(tokens.size())}, text, xx.pack(), trace))
    out += (out.empty() ? "" : " ") + std::string(xx.pack().text(xx.pack().rules()[s.rule].id)) + ":" +
           std::to_string(s.tokens.first) + "-" + std::to_string(s.tokens.last);
  return out;
}

Spot only(const SmallPack& xx, const std::string& text) {
  const std::vector<Token> tokens = tokenise(text, xx.pack());
  const std::vector<Spot> spots =
      find_spots(tokens, {0, static_cast<uint32_t>(tokens.size())}, text, xx.pack(), nullptr);
  REQUIRE(spots.size() == 1);
  return spots[0];
}

const char* const kTrap = R"({"kind": "=trap"})";

}  // namespace

TEST_CASE("the longest spot at a place wins, then the higher priority") {
  const SmallPack xx(
      "@noun\nx\n",
      {rule("short", "spot", 90, "foo", kTrap), rule("long", "spot", 10, "foo bar", kTrap),
       rule("same", "spot", 20, "foo {noun}", kTrap), rule("as_long", "spot", 30, "foo x", kTrap)});
  CHECK(found(xx, "foo bar") == "long:0-2");
  CHECK(found(xx, "foo baz") == "short:0-1");
  CHECK(found(xx, "foo x") == "as_long:0-2");
}

TEST_CASE("spots never overlap, and the first in the text wins") {
  const SmallPack xx(
      "", {rule("ab", "spot", 10, "foo bar", kTrap), rule("bc", "spot", 90, "bar baz baz", kTrap)});
  CHECK(found(xx, "foo bar baz baz") == "ab:0-2");
  CHECK(found(xx, "bar baz baz foo bar") == "bc:0-3 ab:3-5");
  CHECK(found(xx, "baz") == "");
}

TEST_CASE("a spot keeps to the tokens that it is asked about") {
  const SmallPack xx("", {rule("ab", "spot", 10, "^ foo bar? $", kTrap)});
  const std::string text = "foo bar foo bar";
  const std::vector<Token> tokens = tokenise(text, xx.pack());
  CHECK(find_spots(tokens, {0, 4}, text, xx.pack(), nullptr).empty());
  CHECK(find_spots(tokens, {0, 2}, text, xx.pack(), nullptr).size() == 1);
  CHECK(find_spots(tokens, {2, 4}, text, xx.pack(), nullptr).size() == 1);
  CHECK(find_spots(tokens, {2, 3}, text, xx.pack(), nullptr).size() == 1);
}

TEST_CASE("rules for frames make no spots") {
  const SmallPack xx("", {rule("f", "frame", 10, "{q:num.any}", R"({"value": "q"})")});
  CHECK(found(xx, "5") == "");
}

TEST_CASE("a spot reads months, numbers and years from what it captured") {
  const SmallPack xx(
      "@time.month\nMay\t5\n@num.ordinal\nthird\t3\n@num\ntwo\t2\n@time.unit\nweeks\tweek\n@basis."
      "word\nyoy\tYoY\n",
      {rule("month", "spot", 10, "{m:time.month} {y:num.year}?",
            R"({"kind": "=period", "form": "=month", "month": "m", "year": "y"})"),
       rule("quarter", "spot", 10, "{n:num.ordinal} quarter",
            R"({"kind": "=period", "form": "=quarter", "n": "n"})"),
       rule("ago", "spot", 10, "{n:num.int} {u:time.unit} ago",
            R"({"kind": "=comparator", "form": "=ago", "n": "n", "unit": "u", "offset": -1})"),
       rule("basis", "spot", 10, "{b:basis.word}", R"({"kind": "=basis", "basis": "b"})"),
       rule("mom", "spot", 10, "monthly", R"({"kind": "=basis", "basis": "=MoM"})")});
  Spot s = only(xx, "May 2024");
  CHECK(s.kind == SpotKind::period);
  CHECK(s.period == PeriodSpec{.form = PeriodForm::month, .year = 2024, .month = 5});
  s = only(xx, "May");
  CHECK(s.period == PeriodSpec{.form = PeriodForm::month, .month = 5});
  s = only(xx, "third quarter");
  CHECK(s.period == PeriodSpec{.form = PeriodForm::quarter, .n = 3});
  s = only(xx, "two weeks ago");
  CHECK(s.kind == SpotKind::comparator);
  CHECK(s.period == PeriodSpec{.form = PeriodForm::ago, .unit = TimeUnit::week, .n = 2, .offset = -1});
  CHECK(only(xx, "3 weeks ago").period.n == 3);
  CHECK(only(xx, "yoy").basis == Basis::YoY);
  CHECK(only(xx, "monthly").basis == Basis::MoM);
}

TEST_CASE("a streak knows its length, unit and direction") {
  const SmallPack xx("@time.unit\nmonths\tmonth\n@verb.rise\nrose\n@verb.fall\nfell\n@verb\nheld\n",
                     {rule("s", "spot", 10, "{d:verb} for {n:num.int} {u:time.unit}",
                           R"({"kind": "=streak", "n": "n", "unit": "u", "direction": "d"})")});
  const Spot up = only(xx, "rose for 36 months");
  CHECK(up.kind == SpotKind::streak);
  CHECK(up.period.n == 36);
  CHECK(up.period.unit == TimeUnit::month);
  CHECK(up.direction == 1);
  CHECK(only(xx, "fell for 36 months").direction == -1);
  CHECK(only(xx, "held for 36 months").direction == 0);
}

TEST_CASE("spots and traps are traced") {
  const SmallPack xx("", {rule("t", "spot", 10, "foo", kTrap),
                          rule("p", "spot", 10, "now", R"({"kind": "=period", "form": "=now"})")});
  Trace trace;
  CHECK(found(xx, "foo now", &trace) == "t:0-1 p:1-2");
  REQUIRE(trace.entries.size() == 2);
  CHECK(trace.entries[0].verdict == Verdict::trap);
  CHECK(trace.entries[0].what == "t");
  CHECK(trace.entries[1].verdict == Verdict::made);
}

TEST_CASE("months and their ranges") {
  check({{"in May 2023", "in May 2023=2023-05/2023-05"},
         {"in May", "in May=2024-05/2024-05"},
         {"in September", "in September=2023-09/2023-09"},
         {"in September last year", "in September last year=2023-09/2023-09"},
         {"in May this year", "in May this year=2024-05/2024-05"},
         {"in early May", "in early May=2024-05/2024-05"},
         {"January-September 2023", "January-September 2023=2023-01/2023-09"},
         {"from January to May", "from January to May=2024-01/2024-05"},
         {"in the January-May period", "in the January-May period=2024-01/2024-05"},
         {"January to September last year", "January to September last year=2023-01/2023-09"}});
}

TEST_CASE("days") {
  check({{"on October 20, 2023", "on October 20, 2023=2023-10-20/2023-10-20"},
         {"on Oct. 20, 2023", "on Oct. 20, 2023=2023-10-20/2023-10-20"},
         {"on 20 October 2023", "on 20 October 2023=2023-10-20/2023-10-20"},
         {"on Friday, Oct. 20", "on Friday, Oct. 20=2023-10-20/2023-10-20"},
         {"on the 20th of October", "on the 20th of October=2023-10-20/2023-10-20"},
         {"2023-10-20", "2023-10-20=2023-10-20/2023-10-20"},
         {"2023-09-05", "2023-09-05=2023-09-05/2023-09-05"},
         {"05 June 2023", "05 June 2023=2023-06-05/2023-06-05"},
         {"May 3-10, 2023", "May 3-10, 2023=2023-05-03/2023-05-10"},
         {"from May 3 to 10", "from May 3 to 10=2024-05-03/2024-05-10"}});
}

TEST_CASE("quarters, halves and parts of a year") {
  check({{"in the first quarter of 2024", "in the first quarter of 2024=2024-01/2024-03"},
         {"in the first quarter", "in the first quarter=2024-01/2024-03"},
         {"in Q1 2024", "in Q1 2024=2024-01/2024-03"},
         {"in the fourth quarter", "in the fourth quarter=2023-10/2023-12"},
         {"in the fourth quarter of last year", "in the fourth quarter of last year=2023-10/2023-12"},
         {"in the first half of 2024", "in the first half of 2024=2024-01/2024-06"},
         {"in the second half", "in the second half=2023-07/2023-12"},
         {"in the first six months of 2023", "in the first six months of 2023=2023-01/2023-06"},
         {"in the first three quarters of 2023", "in the first three quarters of 2023=2023-01/2023-09"},
         {"in the last three months of 2023", "in the last three months of 2023=2023-10/2023-12"}});
}

TEST_CASE("years, split years and decades") {
  check({{"in 2023", "in 2023=2023/2023"},
         {"in 2021-2025", "in 2021-2025=2021/2025"},
         {"between 2019 and 2023", "between 2019 and 2023=2019/2023"},
         {"in fiscal 2024", "in fiscal 2024=2024/2024"},
         {"in 2023-24", "in 2023-24=2023/2024"},
         {"in 1985/86", "in 1985/86=1985/1986"},
         {"the 1990s", "the 1990s=1990/1999"},
         {"by the end of 2025", "by the end of 2025=2025/2025"},
         {"by end-2024", "by end-2024=2024/2024"}});
}

TEST_CASE("spans that end with a date") {
  check({{"the three months to May", "the three months to May=2024-03/2024-05"},
         {"in the quarter ended Jan 31", "in the quarter ended Jan 31=2023-11-01/2024-01-31"},
         {"for the 12 months ending February", "for the 12 months ending February=2023-03/2024-02"},
         {"in the week ended May 15", "in the week ended May 15=2024-05-09/2024-05-15"},
         {"at the end of September", "at the end of September=2023-09/2023-09"}});
}

TEST_CASE("times that count from the document's date") {
  check({{"this year", "this year=2024/2024"},
         {"last year", "last year=2023/2023"},
         {"next year", "next year=2025/2025"},
         {"last month", "last month=2024-05/2024-05"},
         {"next month", "next month=2024-07/2024-07"},
         {"last quarter", "last quarter=2024-01/2024-03"},
         {"last week", "last week=2024-06-03/2024-06-09"},
         {"this week", "this week=2024-06-10/2024-06-16"},
         {"so far this year", "so far this year=2024-01-01/2024-06-12"},
         {"year to date", "year to date=2024-01-01/2024-06-12"},
         {"now", "now=2024-06-12/2024-06-12"},
         {"so far", "so far=2024-06-12/2024-06-12"}});
}

TEST_CASE("times that count from the period in force") {
  check({{"a year earlier", "a year earlier=2022-07/2022-09"},
         {"two years earlier", "two years earlier=2021-07/2021-09"},
         {"the previous quarter", "the previous quarter=2023-04/2023-06"},
         {"the same period last year", "the same period last year=2022-07/2022-09"},
         {"the same period of 2020", "the same period of 2020=2020-07/2020-09"},
         {"the same period", "the same period=2023-07/2023-09"}});
}

TEST_CASE("bases of comparison") {
  check({{"year on year", "year on year=YoY"},
         {"year-on-year", "year-on-year=YoY"},
         {"month on month", "month on month=MoM"},
         {"month-on-month", "month-on-month=MoM"},
         {"quarter on quarter", "quarter on quarter=QoQ"},
         {"at an annual rate", "at an annual rate=annualised"},
         {"on an annualised basis", "on an annualised basis=annualised"}});
}

TEST_CASE("streaks") {
  check({{"for 36 consecutive months", "for 36 consecutive months=36 month"},
         {"for the third straight month", "for the third straight month=3 month"},
         {"for the second month in a row", "for the second month in a row=2 month"},
         {"for six consecutive quarters", "for six consecutive quarters=6 quarter"}});
}

TEST_CASE("a word that is only spelt like a month is no period") {
  check({{"output may rise", ""}, {"they march on", ""}, {"the second house", ""}, {"the first man", ""}});
}

TEST_CASE("a price was a year") {
  check({{"The desk cost $2000.", ""},
         {"The desk cost €2000-2100.", ""},
         {"The desk cost 2000 dollars.", ""},
         {"The debt was 3 billion in 1986 dollars.", "in 1986=1986/1986"},
         {"The desk cost $3 in 2000.", "in 2000=2000/2000"}});
}

TEST_CASE("a range that ends in a unit was two years") {
  check({{"The kit makes 2000-2100 watts.", ""},
         {"The load rose from 1900 to 2100 grams.", ""},
         {"Rents rose from 2019 to 2021.", "from 2019 to 2021=2019/2021"},
         {"The kit made 5 watts in 2000-2001.", "in 2000-2001=2000/2001"}});
}

TEST_CASE("the noun period behind a time was what had grown") {
  check({{"Sales in the mid-March sales period rose.", "in the mid-March sales period=2024-03/2024-03"},
         {"The 1986 period drama was sold.", "The 1986=1986/1986"}});
}
