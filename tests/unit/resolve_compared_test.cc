// The times that figures are held against: src/resolve/reach_compared.cc, and
// what else keeps a time from being the statement's.
#include <catch2/catch.hpp>

#include "layers/resolved.h"

using namespace statgrep;
using namespace statgrep::test;

TEST_CASE("a time that a figure was held against became the statement's, and that of those after it") {
  check_periods({
      {"Spending rose 6 percent in May and was 7 percent above the level of 2019. Prices rose 4 percent.",
       "6 2024-05; 7 2024-05; 4 2024-05 inherited"},
      {"Value added grew 8 percent in May, 2 points faster than in the whole of 2023. Exports fell 3 "
       "percent.",
       "8 2024-05; 2 2024-05; -3 2024-05 inherited"},
      {"Revenue reached 5 million euros in May, 2.3 times the figure of a decade ago.",
       "5000000 2024-05; 2.3 2024-05"},
      {"The firm sold 15 million cars in May, 300 fewer than it predicted in January. Sales rose 3 percent.",
       "15000000 2024-05; -300 2024-05; 3 2024-05 inherited"},
  });
}

TEST_CASE("a place or a target between leaves the time with the statement") {
  check_periods({{"Inflation was 2 points higher than in Malta in May.", "2 2024-05"},
                 {"Arrivals were 3 percent above target in May.", "3 2024-05"}});
}

TEST_CASE("the time held against tells the basis") {
  check_comparisons(
      {{"Exports reached 5 million euros in May, 2 percent above their value in the same month a year "
        "before.",
        "5000000; 2 YoY vs in the same month a year before 2023-05"},
       {"In May the index was 5 percent above its year-earlier value.", "5 YoY vs year-earlier 2023-05"}});
}

TEST_CASE("a time inside an aside became that of the clause around it") {
  check_periods(
      {{"The ratio, which hit a low of 2 in March 2022, stood at 4 in May.", "2 2022-03; 4 2024-05"},
       {"Sales rose 3 percent in May. The ratio, which hit a low of 2 in March 2022, stood at 4.",
        "3 2024-05; 2 2022-03; 4 2024-05 inherited"}});
}

TEST_CASE("what came before a time, or was last seen in one, is not of it") {
  check_periods(
      {{"In May rain cost 9 million euros of sales, most of it before the end of March 2024. Profit fell "
        "3 percent.",
        "9000000 2024-05; -3 2024-05 inherited"},
       {"Debt was 5 million euros in May, a sum last seen in 1963. Costs rose 3 percent.",
        "5000000 2024-05; 3 2024-05 inherited"}});
}

TEST_CASE("a fronted 'over' was a word of comparison") {
  check_periods({{"Over the first five months of 2024, sales rose 3 percent.", "3 2024-01/2024-05"},
                 {"Sales rose 3 percent in May over April.", "3 2024-05"}});
}

TEST_CASE("a movement since a time is one up to the text's date") {
  check_periods({{"Exports fell 3 percent in April. The dollar has gained 5 percent since March.",
                  "-3 2024-04; 5 2024-06-12 inherited"}});
}

TEST_CASE("a day that something takes effect is to come") {
  check_periods({{"The bank cut the rate to 4 percent with effect from 14 June.", "4 2024-06-14"},
                 {"The rate was 4 percent on 14 June.", "4 2023-06-14"}});
}

TEST_CASE("two months before two figures have one each") {
  check_periods({{"In April and May, sales rose 13 percent and 29 percent.", "13 2024-04; 29 2024-05"},
                 {"In April and May, sales rose 13 percent.", "13 2024-04/2024-05"},
                 {"Between April and May, sales of tin and zinc rose 13 percent and 29 percent.",
                  "13 2024-05; 29 2024-05"}});
}

TEST_CASE("months with a hyphen were a movement from the one to the other") {
  check_periods({{"Investment jumped 5 percent in April-May.", "5 2024-04/2024-05"}});
}

TEST_CASE("a heading's period is that of the rows under it") {
  check_periods({{"FIRST-QUARTER SALES BY MAKER (units)\nAcme ..... 746,588   +7.3%\n",
                  "746588 2024-01/2024-03 inherited; 7.3 2024-01/2024-03 inherited"}});
}

TEST_CASE("a half that is reported in September is of a year that begins in April") {
  check_periods({{"Results for the half year to 30 September 2023. In FY25 costs will rise 3 percent.",
                  "3 2024-04/2025-03"}});
}

TEST_CASE("what was bought today had no time, or that of the sentence before") {
  check_periods({{"Stocks fell 3 percent in April. The bank bought 4 million euros of bills today.",
                  "-3 2024-04; 4000000 2024-06-12"},
                 {"Copper settled at 7 dollars on Thursday.", "7 2024-06-06"},
                 {"Stocks fell 3 percent in April. Prices rose 4 percent, the bank said today.",
                  "-3 2024-04; 4 2024-04 inherited"}});
}

TEST_CASE("the month of a report became that of the statement after it") {
  check_periods(
      {{"Inflation fell to 4 percent in May, 3 points below the forecast in the November Report. Core "
        "inflation was 5 percent.",
        "4 2024-05; -3 2024-05; 5 2024-05 inherited"},
       {"GDP should grow by 0.7 percent in 2025 (1.5 percent in the March Report).", "0.7 2025; 1.5 2025"}});
}

TEST_CASE("figures of before came into force, because they were stated") {
  check_periods(
      {{"Prices rose 3 percent in May, after no change in April and a 2 percent increase in March. "
        "Wages rose 5 percent.",
        "3 2024-05; 2 2024-03; 5 2024-05 inherited"},
       {"The index rose 3 percent in May, as it had in March; food was up 2 percent.",
        "3 2024-05; 2 2024-05 inherited"},
       {"The index rose 3 percent in May, 2 points less than its gain in March. Food rose 5 percent.",
        "3 2024-05; -2 2024-05; 5 2024-05 inherited"}});
}

TEST_CASE("a figure revised in passing cut the earlier one off from its time") {
  check_periods(
      {{"The deficit was 210 million euros in May, against 203 million, revised from 207 million, in "
        "April.",
        "210000000 2024-05; 203000000 2024-04; 207000000 2024-04"}});
}

TEST_CASE("a list in brackets took the time of another clause") {
  check_periods(
      {{"Wheat went to Peru (5 percent), Chile (3 percent) and Kenya (2 percent). In May 2023 sales "
        "rose 4 percent.",
        "5 -; 3 -; 2 -; 4 2023-05"}});
}

TEST_CASE("\"the same as in May\" told the basis of a rise") {
  check_comparisons(
      {{"Exports were 7 million euros in May, a year-on-year increase of 4 percent, the same as "
        "in April.",
        "7000000; 4 YoY"}});
}

TEST_CASE("what a figure is below, behind its percentage in brackets, gave it its time") {
  check_periods({{"The index averaged 109 points in May, 9 points (8 percent) below its level of May 2023.",
                  "109 2024-05; -9 2024-05; -8 2024-05"}});
}

TEST_CASE("a rate that another is below has the month before its name") {
  check_periods(
      {{"Sales were at a rate of 623,000 in May, 13 percent below the revised April rate of 722,000.",
        "623000 2024-05; -13 2024-05; 722000 2024-04"}});
}
