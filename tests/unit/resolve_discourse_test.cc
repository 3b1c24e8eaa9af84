// What a text's earlier sentences, headlines and dates give to its later ones.
#include <catch2/catch.hpp>
#include <string>

#include "layers/resolved.h"
#include "statgrep/resolve/scope.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

std::string units_in(const std::string& text, const char* date = kDate) {
  std::string out;
  for (const Record& r : records_in(text, date)) out += (out.empty() ? "" : " ") + r.unit;
  return out;
}

}  // namespace

TEST_CASE("the same period is the one last named or told of") {
  check_periods(
      {{"Zinc output rose 5 percent in the fourth quarter of 2023.\n\nA spokesman said lead output fell 3 "
        "percent over the same period.",
        "5 2023-10/2023-12; -3 2023-10/2023-12 inherited"},
       {"Stocks were 40 tonnes in 2022 while sales were 90 tonnes in the same period.",
        "40 2022; 90 2022 inherited"}});
}

TEST_CASE("the opening narrows the headline's period") {
  check_periods(
      {{"ZINC OUTPUT UP IN LATE 2023\n\nZinc output rose 5 percent in the fourth quarter of 2023.\n\nLead "
        "output fell 3 percent.",
        "5 2023-10/2023-12; -3 2023-10/2023-12 inherited"},
       {"ZINC OUTPUT UP IN 2023\n\nZinc output rose 5 percent in May 2024.\n\nLead output fell 3 percent.",
        "5 2024-05; -3 2023 inherited"}});
}

TEST_CASE("a period first named deep in the text is not the document's") {
  check_periods(
      {{"MILL TO GROW\n\nThe mill will grow.\n\nIt is old.\n\nThe mill shipped 40 tonnes of rope in "
        "2022.\n\nSales are 9 million dollars.",
        "40 2022; 9000000 -"}});
}

TEST_CASE("a line that dates the quarter's end heads what follows") {
  check_periods(
      {{"HARROW 3RD QTR NET\n\nApril 30 end\nNet 4,000,000 vs 3,000,000\nNine mths\nNet 9,000,000 "
        "vs 8,000,000",
        "4000000 2024-02-01/2024-04-30 inherited; 3000000 2023-02-01/2023-04-30 inherited; "
        "9000000 2023-08-01/2024-04-30 inherited; 8000000 2022-08-01/2023-04-30 inherited"}});
}

TEST_CASE("split years begin where a fiscal year of the text does") {
  check_periods(
      {{"The ratio fell to 4 percent in the fiscal year to end-March 2024 from 5 percent in 2022-2023.",
        "4 2023-04/2024-03; 5 2022-04/2023-03"},
       {"The ratio fell to 4 percent from 5 percent in 2022-2023.", "4 -; 5 2022/2023"}});
}

TEST_CASE("growth from a month to that month is the later one's") {
  check_periods({{"Output rose 5 percent from May 2023 to May 2024.", "5 2024-05"}});
}

TEST_CASE("a clause with \"when\" is about the time before it") {
  check_periods({{"Sales were worse than in 2022, when prices fell 4 percent.", "-4 2022"}});
}

TEST_CASE("what is to come inherits no time that is over") {
  check_periods({{"Profit was 5 million dollars in 2023. Costs should be 3 million dollars.",
                  "5000000 2023; 3000000 -"}});
}

TEST_CASE("when a record was set or a debt falls due never comes into force") {
  check_periods(
      {{"The rate rose to 3 percent in May. It beat the record of 2 percent set in July 2020. Pay rose "
        "4 percent.",
        "3 2024-05; 2 2020-07; 4 2024-05 inherited"},
       {"The firm sold 40 million dollars of notes due 2031.", "40000000 -"}});
}

TEST_CASE("an exchange rate is of one currency in another") {
  CHECK(units_in("The dollar rose to 153 yen.") == "JPY/USD");
  CHECK(units_in("The pound opened at 1.27 dollars.") == "USD/GBP");
  CHECK(units_in("The debt rose to 153 yen.") == "JPY");
  CHECK(units_in("The yen/dollar rate rose to 153 yen.") == "JPY/USD");
}

TEST_CASE("the text's date tells old money from new") {
  CHECK(units_in("The loss was 7 million kwacha.", "1987-03-05") == "ZMK");
  CHECK(units_in("The loss was 7 million kwacha.", "2024-03-05") == "ZMW");
}
