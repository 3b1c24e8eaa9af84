#include <catch2/catch.hpp>

#include "layers/english.h"
#include "statgrep/resolve/tables.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

constexpr const char* kDate = "2024-06-12";

Frame frame_in_column(uint16_t column, int32_t antecedent, int32_t previous) {
  Frame f;
  f.column = column;
  f.antecedent = antecedent;
  f.previous = previous;
  return f;
}

}  // namespace

TEST_CASE("the columns of a table give its rows their periods") {
  CHECK(periods_in("EUR million   Q1 2024   Q1 2023\nNet sales   310   290\n", kDate) ==
        "310000000 2024-01/2024-03; 290000000 2023-01/2023-03");
  CHECK(periods_in("EUR million   2023   2022   2021\nNet sales   310   290   280\n", kDate) ==
        "310000000 2023; 290000000 2022; 280000000 2021");
}

TEST_CASE("the heading's unit holds for bare numbers") {
  CHECK(statements_in("EUR million   Q1 2024   Q1 2023\nNet sales   310   290\n", kDate) ==
        "net sales: level 310000000 EUR; net sales: level 290000000 EUR");
}

TEST_CASE("a row without a column is no statement") {
  CHECK(statements_in("Net sales   310   290\n", kDate) == "");
  CHECK(statements_in("EUR million   2023   2022\n\nThe plant is old.\n\nNet sales   310   290\n", kDate) ==
        "");
}

TEST_CASE("percent changes are growth of what the rows name") {
  CHECK(statements_in("Percent change from a year earlier, May 2024\nBread .....  3.1\nFuel ..... -1.4\n",
                      kDate) == "bread: growth 3.1 % YoY; fuel: growth -1.4 % YoY");
}

TEST_CASE("frames pointed to the frames of columns that were gone") {
  SentenceAnalysis row;
  row.frames = {frame_in_column(0, -1, -1), frame_in_column(1, 0, 0), frame_in_column(2, -1, 1),
                frame_in_column(0, 1, 1), frame_in_column(0, 2, 3)};
  Table none;
  fill_row({}, row, english(), none);
  REQUIRE(row.frames.size() == 3);
  CHECK(row.frames[1].antecedent == 0);  // by way of the first column's
  CHECK(row.frames[1].previous == 0);
  CHECK(row.frames[2].antecedent == -1);  // the second column's went on from none
  CHECK(row.frames[2].previous == 1);
}

TEST_CASE("columns with names were no table") {
  CHECK(statements_in("Division     Revenue    Like-for-like\nHomeware     €341m     +4.4%\n", kDate) ==
        "homeware revenue: level 341000000 EUR; homeware like-for-like: growth 4.4 %");
}

TEST_CASE("a heading of two lines gives unit, time and names") {
  CHECK(periods_in("Trade (May 2024; EUR bn)\n     Exports    Imports\nChile   12.1 (+4.1%)    9.2 (-2.2%)\n",
                   kDate) == "12100000000 2024-05; 4.1 2024-05; 9200000000 2024-05; -2.2 2024-05");
}

TEST_CASE("what a table's title says was lost under its line of columns") {
  const std::string table =
      "Retail volume, % change compared with the same month of the previous year\n\n"
      "          Jan-24   Feb-24\nGermany     2.9     -4.4\n";
  CHECK(statements_in(table, kDate) == "retail volume: growth 2.9 % YoY; retail volume: growth -4.4 % YoY");
  CHECK(periods_in(table, kDate) == "2.9 2024-01; -4.4 2024-02");
}

TEST_CASE("a column of changes had neither measure nor time") {
  const std::string table =
      "Revenue by division\n          Q1 2024    Q1 2023    Change\nPubs      £29m       £26m     +8.4%\n";
  CHECK(statements_in(table, kDate) ==
        "pubs revenue: level 29000000 GBP; pubs revenue: level 26000000 GBP; pubs revenue: growth 8.4 % YoY");
}

TEST_CASE("the lines of a table were joined as if wrapped") {
  CHECK(statements_in(
            "Output of the mines rose by 4 percent in the second quarter, and that of\n"
            "the mills fell.\n\nWages in trades (percent change)\n"
            "                             Q1 2024   Q4 2023\n"
            "Catering ................     2.5       0.3\nForestry ................     1.7      -0.2\n",
            kDate) ==
        "mine output: growth 4 %; catering trade wages: growth 2.5 %; catering trade wages: growth 0.3 %; "
        "forestry trade wages: growth 1.7 %; forestry trade wages: growth -0.2 %");
}

TEST_CASE("the unit of a table's title was lost") {
  CHECK(
      statements_in(
          "It gave this breakdown for crude output, in mln tonnes\n2023 2022 2021\nPeru 4.9 3.7 3.8\n", kDate)
          .find("level 4900000 t") != std::string::npos);
  CHECK(statements_in("Sales of 3 tonnes\nPaper   2023   2022\nReams   4.9   3.7\n", kDate).find("4.9 t") ==
        std::string::npos);
}

TEST_CASE("a scale in the plural was lost, and so was that of a line above") {
  const std::string table =
      "Bakery results for its first quarter ended April 30, 2024\n"
      "SELECTED RESULTS (in millions, except per-share amounts)\n"
      "                   Three months ended April 30,\n"
      "                       2024        2023\n"
      "Net sales            $612.4      $578.9\nNet income             51.3        43.6\n"
      "Diluted EPS           $0.88       $0.74\n";
  CHECK(statements_in(table, kDate) ==
        "net sales: level 612400000 USD; net sales: level 578900000 USD; net income: level 51300000 USD; "
        "net income: level 43600000 USD; diluted EPS: level 0.88 USD/share; diluted EPS: level 0.74 "
        "USD/share");
}

TEST_CASE("years over columns were whole years, though a span stood over them") {
  CHECK(periods_in("Results (EUR million)\n          Three months ended March 31,\n"
                   "              2024     2023\nSales          310      290\n",
                   kDate) == "310000000 2024-01-01/2024-03-31; 290000000 2023-01-01/2023-03-31");
}

TEST_CASE("a value and its change, alone on their line, were a heading") {
  CHECK(statements_in("Visitors by transport (May 2024; change from a year earlier in brackets)\n"
                      "  Coaches      694   (-7%)\n  Ferries      401   (+2%)\n",
                      kDate) ==
        "coaches visitors: level 694 visitor; coaches visitors: growth -7 % YoY; ferries visitors: level 401 "
        "visitor; ferries visitors: growth 2 % YoY");
}

TEST_CASE("a unit that counts thousands was the unit alone") {
  CHECK(statements_in("Demand, kb/d (change in brackets)\n  Chile      +480   (-130)\n", kDate) ==
        "demand: change 480000 [bbl_us]/d; demand: change -130000 [bbl_us]/d");
}
