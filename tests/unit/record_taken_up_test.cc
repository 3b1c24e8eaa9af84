// Names that are taken up from what was spoken of before.
#include "layers/resolved.h"

using namespace statgrep::test;

TEST_CASE("\"they\" was what was measured, not what was counted last") {
  check({{"Wages rose 4 percent. Customs seized 3,100 parcels. Two-thirds of them came from Chile.",
          "wages: growth 4 %; parcels: level 3100 parcel; parcels: share 66.66666666666667 % of them"}});
}

TEST_CASE("those of several places were one") {
  check(
      {{"Maize crops fell 3 percent. Those of India and Ukraine are expected to expand by 3 percent and 6 "
        "percent, "
        "respectively.",
        "maize crops: growth -3 %; maize crops: growth 3 % forecast; maize crops: growth 6 % forecast"}});
}

TEST_CASE("a possessor without its noun was another indicator") {
  check({{"The maize crop of India rose 3 percent, whereas Ukraine's fell by 0.7 percent.",
          "maize crop: growth 3 %; maize crop: growth -0.7 %"}});
}

TEST_CASE("\"ones\" stand for the noun before") {
  check({{"Developing economies are set to expand by 4 percent, developed ones by 1.5 percent.",
          "developing economies: growth 4 % forecast; developed economies: growth 1.5 % forecast"}});
}

TEST_CASE("the rate was what was spoken of last, though that was none") {
  check({{"The vacancy rate was 4 percent in May. Rents rose 3 percent. The rate was 5 percent in 2023.",
          "vacancy rate: level 4 %; rents: growth 3 %; vacancy rate: level 5 %"}});
}

TEST_CASE("growth alone is of the economy") {
  check(
      {{"Real GDP rose 5 percent in 2023. Construction grew 3 percent. Growth for 2024 is projected at 5.4 "
        "percent.",
        "real GDP: growth 5 %; construction: growth 3 %; real GDP: growth 5.4 % forecast"}});
}

TEST_CASE("an average gain is of what was spoken of") {
  check({{"Employment increased by 48,000 in May, above the average monthly gain of 20,000.",
          "employment: change 48000 employment; employment: change 20000 employment"}});
}

TEST_CASE("an average of so many was no count") {
  check({{"The average was 130 applicants per million people.", "applicants: level 130 applicant/1000000"}});
}

TEST_CASE("what rose in some places was those places") {
  check({{"Prices rose in 23 cities and fell 3.1 percent in Paris.",
          "cities: level 23 city; prices: growth -3.1 %"},
         {"Rents rose in 23 states, fell in 25 and were unchanged in 2.",
          "states: level 23 state; states: level 25 state; states: level 2 state"}});
}

TEST_CASE("a difference was what the next growth went on from") {
  check(
      {{"Trade is to grow by 2.4 percent in 2024, 0.3 points less than in 2023, and by 2.7 percent in 2025.",
        "trade: growth 2.4 %; trade: difference -0.3 pp; trade: growth 2.7 %"}});
}

TEST_CASE("a new paragraph's superlatives were of the breakdown before it") {
  check({{"The volume of retail trade fell 0.1 percent in May.\n\nThe volume for food fell 0.4 "
          "percent.\n\nThe largest "
          "rises were registered in Lithuania (+1.9%) and Portugal (+1.4%).",
          "retail trade volume: growth -0.1 %; volume for food: growth -0.4 %; retail trade volume: growth "
          "1.9 %; "
          "retail trade volume: growth 1.4 %"},
         {"The volume of retail trade fell 0.1 percent in May. The volume for food fell 0.4 percent. The "
          "largest "
          "rises were registered in Lithuania (+1.9%).",
          "retail trade volume: growth -0.1 %; volume for food: growth -0.4 %; volume for food: growth 1.9 "
          "%"}});
}

TEST_CASE("further places of a list lost its basis") {
  check({{"The largest monthly rises in rents were in Austria (+3.1%), Estonia and Slovakia (both +1.1%).",
          "rents: growth 3.1 % MoM; rents: growth 1.1 % MoM; rents: growth 1.1 % MoM"}});
}

TEST_CASE("a streak after counted places looked for a quantity where there is none") {
  check({{"Prices rose in 23 cities and have risen for six months in a row.",
          "cities: level 23 city; prices: streak 6 month"}});
}

TEST_CASE("they was one thing, it was several") {
  check({{"Labour costs grew 1.3 percent, the result of a 3 percent increase in hourly compensation. They "
          "have risen 5 percent "
          "since May.",
          "labour costs: growth 1.3 %; hourly compensation: growth 3 %; labour costs: growth 5 %"},
         {"Output of farms rose 2 percent and exports fell 3 percent. It had risen 5 percent in May.",
          "farm output: growth 2 %; exports: growth -3 %; farm output: growth 5 %"}});
}

TEST_CASE("how big a movement is was its name") {
  check({{"Trade volume fell by 2 percent in May before posting a modest recovery of 3 percent in June.",
          "trade volume: growth -2 %; trade volume: growth 3 %"}});
}

TEST_CASE("what is told in brackets or as measured by was the subject") {
  check({{"The number of idle workers (those without a job for 27 weeks or more) decreased by 218,000.",
          "idle workers: change -218000 worker"},
         {"Home prices, as measured by the price index, rose by 5 percent.", "home prices: growth 5 %"}});
}

TEST_CASE("a share's earnings with more words lost their divisor") {
  check({{"Quarterly diluted earnings per share was $1.65.",
          "quarterly diluted earnings per share: level 1.65 USD/share"}});
}

TEST_CASE("further groups of a list in brackets lost what is measured of them") {
  check(
      {{"The jobless rates for men (3.9 percent), women (4.1 percent), and teenagers (13.4 percent) were "
        "flat.",
        "jobless rates for men: level 3.9 %; women jobless rates: level 4.1 %; teenagers jobless rates: "
        "level "
        "13.4 %"}});
}

TEST_CASE("economic growth was named economic") {
  check({{"Cheap oil led to economic growth of 5 percent.", "economic growth: growth 5 %"}});
}

TEST_CASE("what an offering was filed with was its name") {
  check({{"Acme filed with the commission for a planned offering of 200 million dollars.",
          "planned offering: level 200000000 USD"}});
}

TEST_CASE("whose earnings they are was lost") {
  check({{"Nonunion workers earned $1,138.", "nonunion workers earnings: level 1138 USD"},
         {"The company earned 5 million dollars.", "earnings: level 5000000 USD"}});
}

TEST_CASE("a count of places took the name of what moved there") {
  CHECK(statements_in("Production fell in fifteen Member States. The steepest falls were observed in Hungary "
                      "(-6%) and Peru (-5%).",
                      "2024-06-12") ==
        "Member States: level 15 Member State; production: growth -6 %; production: growth -5 %");
}

TEST_CASE("a head that brings its own words took the earlier name's as well") {
  CHECK(statements_in("The group had a net profit of 4 million euros, after a net loss of 2 million euros.",
                      "2024-06-12") == "net profit: level 4000000 EUR; net loss: level 2000000 EUR previous");
}

TEST_CASE("\"the May figure\" was a name") {
  check({{"Money supply rose 3 percent in May. The May figure was up 5 percent from a year earlier.",
          "money supply: growth 3 %; money supply: growth 5 % YoY"}});
}

TEST_CASE("a place that follows was a partner") {
  check({{"Chile shipped 4 million tonnes of copper in May, followed by Peru with 3 million.",
          "copper: level 4000000 t; copper: level 3000000 t"}});
}

TEST_CASE("a fronted clause was of nothing") {
  check({{"After falling 1.4 percent in April, retail sales rose 3.2 percent in May.",
          "retail sales: growth -1.4 %; retail sales: growth 3.2 %"},
         {"Having fallen by 1.4 percent in April, rents rebounded in May.", "rents: growth -1.4 %"},
         {"After a 1.4 percent drop in April, rents rose again.", "rents: growth -1.4 %"},
         {"Rents rose 2 percent. Following a 3 percent drop in April, dealers said they expect little.",
          "rents: growth 2 %; rents: growth -3 %"}});
}

TEST_CASE("a fronted topic was not what is spoken of") {
  check({{"As for wages, they rose 3.2 percent in May.", "wages: growth 3.2 %"},
         {"In the case of rents, the increase was 3.2 percent.", "rents: growth 3.2 %"},
         {"For rents, an increase of 3.2 percent was recorded.", "rents: growth 3.2 %"}});
}

TEST_CASE("a subject that moved without a figure was forgotten") {
  check({{"Rents continued to grow, rising 3.2 percent in May.", "rents: growth 3.2 %"},
         {"Rents kept growing, with an increase of 3.2 percent.", "rents: growth 3.2 %"},
         {"Rents continued their decline in May, falling 3.2 percent.", "rents: growth -3.2 %"},
         {"Industrial output continued to grow. It rose 3.2 percent in May.",
          "industrial output: growth 3.2 %"},
         {"Wages rose 2 percent. The best answer would be a pickup. It was 3 percent in May.",
          "wages: growth 2 %; wages: growth 3 %"}});
}

TEST_CASE("a superlative was a subject") {
  check({{"Rents grew fastest, rising 3.2 percent.", "rents: growth 3.2 %"},
         {"Rents were at their lowest since 2019, down 3.2 percent.", "rents: growth -3.2 %"},
         {"Bank lending reached its highest level in two years, at 3.2 billion euros.",
          "bank lending: level 3200000000 EUR"}});
}

TEST_CASE("the index was no index that was named before") {
  check({{"The office published the leading indicator index. The index fell 1 percent in May.",
          "leading indicator index: growth -1 %"}});
}

TEST_CASE("who forecasts was what is forecast") {
  check({{"Beer output reached 12 million tonnes in May. The ministry expects 140 million tonnes in 2024.",
          "beer output: level 12000000 t; beer output: level 140000000 t forecast"},
         {"Rents rose 3 percent in May. The institute forecasts an increase of 5 percent in 2025.",
          "rents: growth 3 %; rents: growth 5 % forecast"}});
}

TEST_CASE("significant declines in a place were of \"significant\"") {
  check({{"Car sales fell 8.3 percent, owing to significant declines in Germany (-27.8 percent).",
          "car sales: growth -8.3 %; car sales: growth -27.8 %"}});
}
