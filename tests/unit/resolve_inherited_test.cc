// Times and statuses that a figure has from what stands around it.
#include "layers/resolved.h"

using namespace statgrep::test;

TEST_CASE("what is told ahead of the year was without a time") {
  check_periods({{"For the year, sales are projected to decline by 1.5 percent.", "-1.5 2024 inherited"},
                 {"The firm expects full-year sales of 15.7 million vehicles.", "15700000 2024 inherited"},
                 {"For the year, sales declined by 1.5 percent.", "-1.5 -"}});
}

TEST_CASE("a sum since a date is of the time up to now") {
  check_periods(
      {{"Since 1973 the country has given 25 billion dollars in aid.", "25000000000 1973/2024-06-12"},
       {"In May, the line carried 3 million people. It has carried 48 million passengers since it opened.",
        "3000000 2024-05; 48000000 -"}});
}

TEST_CASE("what has moved since an event stands at today") {
  check_periods({{"Since our April meeting the rand has gained 3.9 percent against the dollar.",
                  "3.9 2024-06-12 inherited"}});
}

TEST_CASE("one movement in several terms had a time for the last alone") {
  check_periods({{"Earnings rose by 6 dollars, or 0.5 percent, to 1,210 dollars in May.",
                  "6 2024-05; 0.5 2024-05; 1210 2024-05"}});
}

TEST_CASE("an earlier forecast took the month in which it was made") {
  check_periods(
      {{"Inflation should average 4.8 percent in 2024, against 5.2 percent in its March projection.",
        "4.8 2024; 5.2 2024"},
       {"Arrivals are to grow by 14 percent this year, it said, having forecast 12 percent in January.",
        "14 2024; 12 2024"}});
}

TEST_CASE("the day of a count holds for what is counted after it") {
  check_periods({{"At 1 June 2023 there were 9 million cattle. The herd stood at 2 million head.",
                  "9000000 2023-06-01; 2000000 2023-06-01 inherited"}});
}

TEST_CASE("now behind an aside was not seen") {
  check_periods(
      {{"Output fell 3 percent in May. Forty-five countries, among them 33 in Africa, currently need help.",
        "-3 2024-05; 45 2024-06-12 inherited; 33 2024-06-12 inherited"}});
}

TEST_CASE("a summer without a year is no time") {
  check_periods({{"This summer 28 percent of entries were graded A.", "28 -"}}, "");
}

TEST_CASE("the week took the month of the headline, not the week told of before") {
  check_periods({{"RESERVES AT MAY'S CLOSE\n\nReserves rose by 3 percent in the last week of May.\n\n"
                  "Deposits fell by 5 percent in the week.\n\nNotes rose 7 percent.",
                  "3 2024-05-25/2024-05-31; -5 2024-05-25/2024-05-31 inherited; "
                  "7 2024-05-25/2024-05-31 inherited"},
                 {"Reserves rose by 3 percent in the last week of May. In the year to April, loans fell by 2 "
                  "percent. Deposits fell by 5 percent in the week.",
                  "3 2024-05-25/2024-05-31; -2 2024-04; -5 2024-05-25/2024-05-31 inherited"}});
}

TEST_CASE("the time of who speaks was taken for what was said") {
  check_periods(
      {{"In May sales rose 4 percent.\n\nOne of the groups in the bid for Acme last year, said it cut "
        "its stake to 300,000 shares.",
        "4 2024-05; 300000 2024-05 inherited"},
       {"The ministry's report for the year 2023, showed exports fell to 15 million tonnes.",
        "15000000 2023"}});
}

TEST_CASE("a year long past that a text tells by the way came into force") {
  check_periods(
      {{"The bank, founded in 1881, is the largest. Its capital is 12 million dollars.", "12000000 -"},
       {"In 1881 the bank had 4 branches. Its capital was 12 million dollars.",
        "4 1881; 12000000 1881 inherited"}});
}

TEST_CASE("a day behind the level that a movement led to was not the movement's") {
  check_periods(
      {{"In May sales rose.\n\nBrent crude closed 0.3 percent lower at 72 dollars on Monday.",
        "-0.3 2024-06-10; 72 2024-06-10"},
       {"Acme shares gained 30 cents to close at 8 dollars yesterday.", "0.3 2024-06-11; 8 2024-06-11"}});
}

TEST_CASE("a year long before the one it is held against was the document's") {
  check_periods(
      {{"Some 28 percent of pupils read in 2003; in 2023, 16 percent of pupils read.\n\nThe fund has "
        "4 million dollars.",
        "28 2003; 16 2023; 4000000 2023 inherited"}},
      "");
}

TEST_CASE("what somebody has was of a time that is over") {
  check_periods(
      {{"In 2023 sales rose 4 percent. The province has 300 mills.", "4 2023; 300 -"},
       {"In 2023 sales rose 4 percent. The province had 300 mills.", "4 2023; 300 2023 inherited"}});
}

TEST_CASE("a list of earlier forecasts had no times") {
  check_periods(
      {{"Trade is forecast to grow by 4 percent in 2025 and 5 percent in 2026, slower than the 6 and 7 "
        "percent previously expected.",
        "4 2025; 5 2026; 6 2025; 7 2026"}});
}

TEST_CASE("the time behind a list in brackets was its last item's alone") {
  check_periods(
      {{"The jobless rates for men (3.9 percent), women (4.1 percent), and teenagers (13.4 percent) "
        "were flat in May.",
        "3.9 2024-05; 4.1 2024-05; 13.4 2024-05"},
       {"Prices rose by 5 percent in Peru and by 6 percent in Chile in May.", "5 2024-05; 6 2024-05"}});
}

TEST_CASE("what is to come had the time that is over") {
  check_periods(
      {{"In May output rose 3 percent. Stocks are likely to drop 2 percent to 5 million tonnes.",
        "3 2024-05; -2 -; 5000000 -"},
       {"In May sales rose 3 percent. It will open 40 stores and create 3,000 jobs.",
        "3 2024-05; 40 -; 3000 -"},
       {"In May sales rose 3 percent. The firm expects revenue of 4 million dollars and costs of 3 million "
        "dollars.",
        "3 2024-05; 4000000 -; 3000000 -"}});
}

TEST_CASE("a year's figures after a quarter's were the quarter's") {
  check_periods({{"In the fourth quarter of 2023 profit was 2 mln dlrs. For the year, profit was 9 mln dlrs.",
                  "2000000 2023-10/2023-12; 9000000 2023-01/2023-12 inherited"}});
}

TEST_CASE("a day far ahead, when a bond is due, was the time of all that followed") {
  check_periods({{"The notes can be converted between 2030 and 2035. Fees total 2 percent.", "2 -"}});
}

TEST_CASE("the day that opens a statement is that of the next ones") {
  check_periods(
      {{"In May output rose 3 percent. At its meeting today, the bank left its rate at 4 percent. The "
        "lending rate stays at 5 percent.",
        "3 2024-05; 4 2024-06-12; 5 2024-06-12 inherited"}});
}

TEST_CASE("the time of an aside was that of the clause around it, whatever was in force") {
  check_periods(
      {{"GDP rose 3 percent in May. GDP, which fell 2 percent in April, was 4 percent above its peak.",
        "3 2024-05; -2 2024-04; 4 2024-05 inherited"}});
}

TEST_CASE("a basis parted a rise from the time of what it led to") {
  check_periods(
      {{"Volume rose 17 percent year on year to 5 million tonnes in May.", "17 2024-05; 5000000 2024-05"}});
}

TEST_CASE("the time that closes a list was of its last item alone") {
  check_periods({{"Rents rose by 3.2 percent and wages by 1.4 percent in May.", "3.2 2024-05; 1.4 2024-05"},
                 {"Rents rose 3.2 percent but wages fell 1.4 percent in May.", "3.2 2024-05; -1.4 2024-05"},
                 {"Rents rose 3 percent in March. Wages rose 3.2 percent but prices fell 1.4 percent in May.",
                  "3 2024-03; 3.2 2024-03 inherited; -1.4 2024-05"}});
}

TEST_CASE("the time of a clause was not that of the aside beside its subject") {
  check_periods({{"The jobless rate, at 4.1 percent, rose in May.", "4.1 2024-05"},
                 {"Exports, 40 percent of the total, rose 3 percent in May.", "40 -; 3 2024-05"}});
}

TEST_CASE("amounts of bonds were prices of the day") {
  check_periods({{"Sales rose 3 percent in May. Savings bonds fell 121 million euros.",
                  "3 2024-05; -121000000 2024-05 inherited"}});
}

TEST_CASE("a month of no known year was handed on") {
  check_periods(
      {{"Rents rose 3 percent in June. Wages rose 4 percent.", "3 XXXX-06; 4 -"},
       {"Rents rose 3 percent in June 2023. Wages rose 4 percent.", "3 2023-06; 4 2023-06 inherited"}},
      "");
}

TEST_CASE("what a movement leaves behind was of the time before it") {
  check_periods(
      {{"Imports were 2 million tonnes in May. Use is forecast to expand to 3 million tonnes in 2025, "
        "leaving stocks at 1 million tonnes.",
        "2000000 2024-05; 3000000 2025; 1000000 2025 inherited"}});
}

TEST_CASE("the month of an edition came into force") {
  check_periods(
      {{"Output reached 3 million tonnes in April, above its June estimate. Stocks were 1 million tonnes.",
        "3000000 2024-04; 1000000 2024-04 inherited"}});
}

TEST_CASE("a count beside a share kept the clause's time from it") {
  check_periods({{"An estimated 8 percent of all people, or about 673 million people, went hungry in 2023.",
                  "8 2023; 673000000 2023"}});
}
