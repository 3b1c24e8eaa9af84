#include "statgrep/resolve/scope.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/resolved.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

std::string streak_of(const std::string& text) {
  const std::vector<Record> records = records_in(text, kDate);
  INFO(text);
  REQUIRE_FALSE(records.empty());
  if (!records[0].streak) return "none";
  return records[0].streak->value.to_string() + " " + records[0].streak->unit + " " +
         records[0].streak->direction;
}

}  // namespace

TEST_CASE("a period in its clause is stated, wherever it stands there") {
  check_periods({{"Output rose 5 percent in May.", "5 2024-05"},
                 {"In May, output rose 5 percent.", "5 2024-05"},
                 {"Output in May rose 5 percent.", "5 2024-05"},
                 {"In May, output rose 5 percent, while sales fell 3 percent.", "5 2024-05; -3 2024-05"},
                 {"Output rose 5 percent last month.", "5 2024-05"},
                 {"The number of users rose to 5 million at the end of September.", "5000000 2023-09"}});
}

TEST_CASE("figures on two bases share their period") {
  check_periods({{"Output fell 0.5 percent month on month and 4 percent year on year in May.",
                  "-0.5 2024-05; -4 2024-05"},
                 {"Output fell 0.5 percent m/m and by 4 percent y/y in May.", "-0.5 2024-05; -4 2024-05"},
                 {"Output fell 0.5 percent and by 4 percent y/y.", "-0.5 -; -4 -"}});
}

TEST_CASE("figures of one movement share its period") {
  check_periods({{"Output rose 5 percent to 7 million tonnes in May.", "5 2024-05; 7000000 2024-05"},
                 {"Output reached 7 million tonnes in May, up 5 percent.", "7000000 2024-05; 5 2024-05"},
                 {"Output reached 7 million tonnes in May, up 5 percent from a year earlier.",
                  "7000000 2024-05; 5 2024-05"}});
}

TEST_CASE("each figure has the period beside it") {
  check_periods({{"Output rose 5 percent in May and sales fell 3 percent in April.", "5 2024-05; -3 2024-04"},
                 {"Output rose 5 percent in May, compared with 4 percent in April.", "5 2024-05; 4 2024-04"},
                 {"Output for Q1 and Q2 rose 5 and 7 percent.", "5 2024-01/2024-03; 7 2024-04/2024-06"}});
}

TEST_CASE("a clause without a period inherits the nearest before it") {
  check_periods(
      {{"Output rose 5 percent in May. Sales fell 3 percent.", "5 2024-05; -3 2024-05 inherited"},
       {"Output rose 5 percent in May; sales fell 3 percent.", "5 2024-05; -3 2024-05 inherited"},
       {"Output rose 5 percent in May but sales fell 3 percent.", "5 2024-05; -3 2024-05 inherited"},
       {"Output rose 5 percent in May. Sales fell 3 percent in April. Prices gained 2 percent.",
        "5 2024-05; -3 2024-04; 2 2024-04 inherited"}});
}

TEST_CASE("a paragraph without a period takes the document's main one") {
  check_periods(
      {{"Output rose 5 percent in May.\n\nSales fell 3 percent.", "5 2024-05; -3 2024-05 inherited"},
       {"Output rose 5 percent in May. Sales fell 3 percent in April.\n\nPrices gained 2 percent.",
        "5 2024-05; -3 2024-04; 2 2024-05 inherited"},
       {"Figures for May\n\nOutput rose 5 percent.", "5 2024-05 inherited"}});
}

TEST_CASE("the period of a comparison never comes into force") {
  check_periods({{"Output rose 5 percent in May, compared with 4 percent in April. Prices gained 2 percent.",
                  "5 2024-05; 4 2024-04; 2 2024-05 inherited"},
                 {"Output rose 5 percent in May from April. Prices gained 2 percent.",
                  "5 2024-05; 2 2024-05 inherited"},
                 {"The rate rose to 4.1 percent in May from 3.9 percent in April. Prices gained 2 percent.",
                  "4.1 2024-05; 3.9 2024-04; 2 2024-05 inherited"}});
}

TEST_CASE("the period of a forecast never comes into force") {
  check_periods(
      {{"Analysts expect output to rise 5 percent in 2025. Prices gained 2 percent.", "5 2025; 2 -"},
       {"Output rose 3 percent in May. Analysts expect output to rise 5 percent in 2025. Prices gained 2 "
        "percent.",
        "3 2024-05; 5 2025; 2 2024-05 inherited"}});
}

TEST_CASE("a clause in the future means the next month of the name, which never comes into force") {
  check_periods(
      {{"Prices will rise 3 percent in September.", "3 2024-09"},
       {"The firm plans to open 40 shops in October.", "40 2024-10"},
       {"The rate will be 4 percent in the fourth quarter.", "4 2024-10/2024-12"},
       {"Prices should have risen 3 percent in September.", "3 2023-09"},
       {"Output rose 3 percent in May. In September, prices will rise 5 percent. Sales fell 2 percent.",
        "3 2024-05; 5 2024-09; -2 2024-05 inherited"},
       {"Output should rise 3 percent this year. Sales rose 2 percent.", "3 2024; 2 2024 inherited"}});
}

TEST_CASE("a clause after \"that\" may begin with its period") {
  check_periods({{"Figures showed that in May output rose 5 percent.", "5 2024-05"}});
}

TEST_CASE("growth in the year to a month is that month's, a sum is of twelve") {
  check_periods(
      {{"Prices rose 3 percent in the year to March.", "3 2024-03"},
       {"In the year to March, prices rose 3 percent. Rents fell 2 percent.",
        "3 2024-03; -2 2024-03 inherited"},
       {"Tax receipts were 40 billion dollars in the year to March.", "40000000000 2023-04/2024-03"}});
  check_comparisons({{"Prices rose 3 percent in the year to March.", "3 YoY"}});
}

TEST_CASE("a period after a comma heads the next figure") {
  check_periods({{"Q2 sales rose 4 percent, Q1 sales 3 percent.", "4 2024-04/2024-06; 3 2024-01/2024-03"},
                 {"In 2022 sales rose 4 percent, in 2023 3 percent.", "4 2022; 3 2023"},
                 {"Sales rose 4 percent, in May.", "4 2024-05"}});
}

TEST_CASE("the time of another event is no period of the figure") {
  check_periods(
      {{"Output has fallen by 5 percent since the Mining Act of 2011. Sales rose 3 percent.", "-5 -; 3 -"},
       {"The bank, founded in 1987, has 400 branches.", "400 -"}});
}

TEST_CASE("now may stand behind the figure that it is about") {
  check_periods({{"Output rose 3 percent in May. Some 40 percent of the firms that use coal now burn gas.",
                  "3 2024-05; 40 2024-06-12 inherited"}});
}

TEST_CASE("as many periods as values are dealt out") {
  check_periods({{"In 2022 and 2023, exports rose 4 percent and 5 percent, respectively.", "4 2022; 5 2023"},
                 {"Exports rose 4 percent and 5 percent in 2022 and 2023, respectively.", "4 2022; 5 2023"}});
}

TEST_CASE("a bare ordinal counts on from the period before it") {
  check_periods({{"Output rose 3 percent in the first half of 2023 and 4 percent in the second.",
                  "3 2023-01/2023-06; 4 2023-07/2023-12"}});
}

TEST_CASE("the same period is the one in force") {
  check_periods({{"Output rose 5 percent in the first quarter. Sales rose 3 percent in the same period.",
                  "5 2024-01/2024-03; 3 2024-01/2024-03 inherited"},
                 {"Output rose 5 percent in the same period.", "5 -"}});
}

TEST_CASE("now and so far are the document's date, whatever is in force") {
  check_periods({{"Output is now 5 million tonnes.", "5000000 2024-06-12 inherited"},
                 {"Sales rose 5 percent in May. Output is now 5 million tonnes.",
                  "5 2024-05; 5000000 2024-06-12 inherited"},
                 {"Output is 5 million tonnes so far.", "5000000 2024-06-12 inherited"}});
  check_periods(
      {{"Sales rose 5 percent in May 2024. Output is now 5 million tonnes.", "5 2024-05; 5000000 -"}}, "");
}

TEST_CASE("an earlier figure has the earlier period, or none") {
  check_periods(
      {{"The rate rose to 4.1 percent in May from 3.9 percent in April.", "4.1 2024-05; 3.9 2024-04"},
       {"The rate rose to 4.1 percent in May from 3.9 percent a year earlier.", "4.1 2024-05; 3.9 2023-05"},
       {"The rate rose to 4.1 percent in May from 3.9 percent.", "4.1 2024-05; 3.9 -"},
       {"Output rose 5 percent, after 4 percent in April.", "5 -; 4 2024-04"}});
  const std::vector<Record> records =
      records_in("The rate rose to 4.1 percent in May from 3.9 percent.", kDate);
  REQUIRE(records.size() == 2);
  CHECK(records[0].status == Status::none);
  CHECK(records[1].status == Status::previous);
}

TEST_CASE("a year that was named holds for the months after it") {
  check_periods(
      {{"Output rose 5 percent in September 2022. In August, it rose 4 percent.", "5 2022-09; 4 2022-08"}},
      "");
  check_periods({{"Output rose 5 percent in September.", "5 XXXX-09"}}, "");
}

TEST_CASE("a text's own dateline dates it") {
  check_periods({{"BEIJING, Oct. 18, 2023 -- Output rose 5 percent in September.", "5 2023-09"}}, "");
  check_periods({{"BEIJING, Oct. 18, 2023 -- Output rose 5 percent in September.", "5 2022-09"}},
                "2023-03-01");
}

TEST_CASE("what is said of a basis holds for its figure and the later ones of its indicator") {
  check_comparisons(
      {{"Output rose 5 percent year on year in May.", "5 YoY"},
       {"Output rose 5 percent year on year in May. Sales fell 3 percent.", "5 YoY; -3"},
       {"Output rose 5 percent in May year on year and 0.3 percent month on month.", "5 YoY; 0.3 MoM"},
       {"Output rose 0.5 percent month on month in May, after 0.1 percent in April.", "0.5 MoM; 0.1 MoM"},
       {"Output grew 5 percent over the year.", "5 YoY"},
       {"Output grew at an annual rate of 5 percent.", "5 annualised"}});
}

TEST_CASE("a movement may be named with its basis, an average has none") {
  check_comparisons({{"Output saw a monthly rise of 5 percent.", "5 MoM"},
                     {"Year-on-year growth in output slowed to 5 percent.", "5 YoY"},
                     {"Output had an annual decline of 5 percent in 2023.", "-5 YoY"},
                     {"Output rose an annual 5 percent in May.", "5 YoY"},
                     {"Output rose at a 5 percent annual rate in May.", "5 annualised"},
                     {"Costs saw an annual decline of 5 million dollars.", "-5000000"},
                     {"Output had a monthly rise of 5 percent in 2023.", "5"}});
}

TEST_CASE("a level has no basis") {
  check_comparisons({{"Output rose 5 percent year on year to 7 million tonnes in May.", "5 YoY; 7000000"}});
}

TEST_CASE("a fronted basis holds for its sentence") {
  check_comparisons({{"Month on month, output rose 0.3 percent in May.", "0.3 MoM"},
                     {"Year on year, output rose 5 percent and sales fell 3 percent.", "5 YoY; -3 YoY"}});
}

TEST_CASE("a convention of the text holds for its growth, not for its levels") {
  check_comparisons(
      {{"All growth rates are year on year. Output rose 5 percent in May. Sales were 5 million.",
        "5 YoY; 5000000"}});
}

TEST_CASE("a comparison says what with, and by its period on what basis") {
  check_comparisons(
      {{"Output rose 5 percent from a year earlier in May.", "5 YoY vs a year earlier 2023-05"},
       {"Output rose 5 percent in May from April.", "5 MoM vs April 2024-04"},
       {"Between May 2023 and May 2024, output rose 5 percent.", "5 YoY"},
       {"Output rose 5 percent from May 2023 to May 2024.", "5 YoY"},
       {"Between April and May, output rose 5 percent.", "5 MoM"},
       {"Between April and June, output rose 5 percent.", "5"},
       {"From April to May, output rose 5 percent.", "5"},
       {"Output rose 5 percent in May from the previous month.", "5 MoM vs the previous month 2024-04"},
       {"Output rose 5 percent in May compared with April.", "5 MoM vs April 2024-04"},
       {"Output rose 5 percent in the first quarter from the fourth quarter.",
        "5 QoQ vs the fourth quarter 2023-10/2023-12"},
       {"Output rose 5 percent in the three months to April, compared with the three months to January.",
        "5 QoQ vs the three months to January 2023-11/2024-01"},
       {"Output rose 5 percent in May compared with the same period last year.",
        "5 YoY vs the same period last year 2023-05"},
       {"Output was 5 percent higher in May than in April.", "5 MoM vs in April 2024-04"},
       {"The rate fell 0.2 percentage points from April in May.", "-0.2 MoM vs April 2024-04"}});
}

TEST_CASE("since a time is what is compared with, and no basis") {
  check_comparisons({{"Output rose 5 percent since 2019.", "5 vs 2019 2019"},
                     {"Output rose 5 percent since January.", "5 vs January 2024-01"}});
}

TEST_CASE("a streak belongs to the growth before it") {
  CHECK(streak_of("Output rose 5 percent in May, maintaining growth for 36 consecutive months.") ==
        "36 month up");
  CHECK(streak_of("Output fell 5 percent in May, for six consecutive quarters.") == "6 quarter down");
  CHECK(streak_of("Output rose 5 percent in May.") == "none");
}

TEST_CASE("datelines are found near the top only") {
  const auto dateline = [](const std::string& text) {
    const std::optional<Date> d = find_dateline(analyse(text, english(), nullptr).sentences);
    return d ? to_string(*d) : "none";
  };
  CHECK(dateline("BEIJING, Oct. 18, 2023 -- Output rose.") == "2023-10-18");
  CHECK(dateline("Headline\n\nBEIJING, Oct. 18, 2023 -- Output rose.") == "2023-10-18");
  CHECK(dateline("BEIJING, Oct. 18 -- Output rose.") == "none");
  CHECK(dateline("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive on Oct. 18, 2023.") == "none");
  CHECK(dateline("Output rose.") == "none");
}

TEST_CASE("a convention is found wherever the text states it") {
  const auto convention = [](const std::string& text) {
    return find_convention(analyse(text, english(), nullptr).sentences);
  };
  CHECK(convention("Output rose.\n\nAll growth rates are year on year.") == Basis::YoY);
  CHECK(convention("Output rose 5 percent year on year.") == Basis::none);
}

TEST_CASE("a company's quarters count in its own year") {
  check_periods(
      {{"Sales fell in the first quarter ended December 31, 2023. In the first quarter, costs rose 3 "
        "percent.",
        "3 2023-10/2023-12"},
       {"Sales fell in the second quarter ended March 31. For fiscal 2024, it expects growth of 3 percent.",
        "3 2023-10/2024-09"},
       {"Sales fell in the first quarter ended March 31. In the first quarter, costs rose 3 percent.",
        "3 2024-01/2024-03"}});
}

TEST_CASE("from one month to the next is a movement of the later") {
  check_periods({{"Output rose 5 percent from April to May.", "5 2024-05"},
                 {"From January to February, output rose 5 percent.", "5 2024-01/2024-02"},
                 {"Output rose 5 percent from January to April.", "5 2024-01/2024-04"}});
}

TEST_CASE("a comparator's year is not the one the text is in") {
  check_periods(
      {{"Output rose 5 percent in May 2023. It was up 3 percent from 2021 and grew 2 percent in June.",
        "5 2023-05; 3 2023-05 inherited; 2 2023-06"}},
      "");
}

TEST_CASE("the period of an earlier figure in brackets holds for it alone") {
  check_periods({{"Turnover rose to 4 million euros (2022: 3 million euros), a rise of 5 percent.",
                  "4000000 -; 3000000 2022; 5 -"}});
}

TEST_CASE("one value was told of the first of two times alone") {
  check_periods({{"The bank expects growth of 2.1 percent for both 2025 and 2026.", "2.1 2025; 2.1 2026"},
                 {"Output is forecast to expand by 1.8 percent this year and next.", "1.8 2024; 1.8 2025"},
                 {"Inflation was 3.8 percent in both April and May.", "3.8 2024-04; 3.8 2024-05"},
                 {"Exports rose 4.1 percent in April and May.", "4.1 2024-04/2024-05"},
                 {"Output was 3 million tonnes in 2022 and 2023 brought a record.", "3000000 2022"}});
}

TEST_CASE("the time of what a figure was set against came into force") {
  check_periods({{"Output rose 0.4 percent in the second quarter of 2023, following zero growth in the "
                  "first. Wages rose 2 "
                  "percent.",
                  "0.4 2023-04/2023-06; 2 2023-04/2023-06 inherited"},
                 {"In May, costs rose 4 percent after the February purchase of a mill. Rents rose 2 percent.",
                  "4 2024-05; 2 2024-05 inherited"},
                 {"Earnings were 44 cents a share in the first quarter of 2024, versus 51 cents last year.",
                  "0.44 2024-01/2024-03; 0.51 2023-01/2023-03"},
                 {"For 2024, inflation is put at 4.6 percent (April: 4.9 percent).", "4.6 2024; 4.9 2024"}});
}

TEST_CASE("a period after the verb was not that of figures in brackets before it") {
  check_periods({{"Peru (12,830) and Chile (9,400) received the most visa applications in 2023.",
                  "12830 2023; 9400 2023"}});
}

TEST_CASE("an aside that began with a participle gave the subject") {
  check({{"Oil revenue, slashed by 40 percent in the plan, was forecast to rise 4.2 percent.",
          "oil revenue: growth -40 %; oil revenue: growth 4.2 % forecast"}});
}

TEST_CASE("the line over a list gave its basis to no item") {
  check({{"Performance in May by region (year on year):\n* Peru: demand +18.5%\n* Chile: demand +7.6%\n",
          "demand: growth 18.5 % YoY; demand: growth 7.6 % YoY"}});
}

TEST_CASE("six months to September were no first half of a company's year") {
  check_periods(
      {{"Results for the six months ended 30 September 2023. Sales were 4 million dollars in H1 2024.",
        "4000000 2023-04/2023-09"}});
}

TEST_CASE("a year ago was reckoned twice for an amount and what it came to") {
  check_periods({{"In May, profit was 2 mln dlrs against a loss of 3 mln dlrs or 9 cts a share a year ago.",
                  "2000000 2024-05; 3000000 2023-05; 0.09 2023-05"}});
}

TEST_CASE("a note's quarter and year were one time") {
  check_periods(
      {{"Net profit was 9 mln dlrs in the fourth quarter of 2023. Net includes tax credits of 2 mln "
        "dlrs in quarter and 5 mln dlrs in year.",
        "9000000 2023-10/2023-12; 2000000 2023-10/2023-12 inherited; 5000000 2023-01/2023-12 inherited"}});
}

TEST_CASE("a time behind the sales was not that of what was earned on them") {
  check_periods(
      {{"It earned 4 mln dlrs on sales of 90 mln dlrs in May.", "4000000 2024-05; 90000000 2024-05"}});
}

TEST_CASE("a time behind what a total came to was not the total's") {
  check_periods({{"Profit was 4 mln dlrs, or 12 cts a share, in May.", "4000000 2024-05; 0.12 2024-05"}});
}

TEST_CASE("signed items under a basis were levels") {
  CHECK(statements_in(
            "Month-on-month developments in May were as follows:\n  • energy: +0.5%\n  • food: -1.9%\n",
            "2024-06-12") == "energy: growth 0.5 % MoM; food: growth -1.9 % MoM");
}

TEST_CASE("a streak without a unit is one of the figure's own time") {
  CHECK(streaks_in("Prices fell 4 percent in May, their fourth consecutive decline.", "2024-06-12") ==
        "4 month down");
  CHECK(streaks_in("Prices fell 4 percent, their fourth consecutive decline.", "2024-06-12").empty());
}

TEST_CASE("a company's quarter was that of the calendar, though its end was told") {
  CHECK(periods_in(
            "Bakery results for its first quarter of fiscal 2025, which ended April 30, 2024. First-quarter "
            "sales were 3 million euros, against 2 million in the first quarter of fiscal 2024.",
            "2024-06-12") == "3000000 2024-02/2024-04; 2000000 2023-02/2023-04");
}

TEST_CASE("split years of a company were calendar years") {
  CHECK(periods_in(
            "Profit was 3 million yen in the half year to April 30. Sales in 1986/87 were 5 million yen.",
            "1987-06-19") == "3000000 1986-11-01/1987-04-30; 5000000 1986-11/1987-10");
}

TEST_CASE("a run stood beside its movement as a statement of its own") {
  check({{"Rents declined for the third month in a row, by 3.2 percent.", "rents: growth -3.2 %"},
         {"Rents have grown for six consecutive quarters, rising 3.2 percent in the latest.",
          "rents: growth 3.2 %"},
         {"Rents have declined for three consecutive months.", "rents: streak 3 month"}});
}

TEST_CASE("over the first months was a comparison") {
  check_periods({{"Rents rose 3.2 percent over the first five months.", "3.2 2024-01/2024-05"},
                 {"Rents rose 3.2 percent over May 2023.", "3.2 -"}});
}

TEST_CASE("a comparison closed by its own time took the next one, too") {
  check_periods({{"Rents rose 3.2 percent over a year earlier in May.", "3.2 2024-05"}});
}

TEST_CASE("the time of a peak was that of the figure below it") {
  check_periods({{"The index averaged 128 points in May, 20 percent below the peak it reached in March 2022.",
                  "128 2024-05; -20 2024-05"}});
}

TEST_CASE("a quarter named by its month left its year behind") {
  check_periods(
      {{"Output came to 11 million tonnes in the September quarter of 2023, 2 percent above the same "
        "quarter of 2022.",
        "11000000 2023-07/2023-09; 2 2023-07/2023-09"}});
}

TEST_CASE("the level that a comparison names was lost") {
  check_periods({{"The index averaged 128.0 in May, up 0.5 percent from its revised April level of 127.4.",
                  "128 2024-05; 0.5 2024-05; 127.4 2024-04"}});
}

TEST_CASE("a text that says when its year ends had calendar split years") {
  check_periods(
      {{"Output should grow by 4 percent in the year ending June 30. Inflation was 17 percent in 1981/82.",
        "4 2023-07-01/2024-06-30; 17 1981-07/1982-06"},
       {"Output grew by 4 percent in 1986/87.", "4 1986/1987"}});
}
