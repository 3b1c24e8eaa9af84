#include "statgrep/resolve/measures.h"

#include <catch2/catch.hpp>

#include "layers/resolved.h"

using namespace statgrep;
using namespace statgrep::test;

TEST_CASE("a movement in percent is growth, in anything else a change") {
  check({{"Output rose 5 percent.", "output: growth 5 %"},
         {"Output fell by 5 percent.", "output: growth -5 %"},
         {"Output fell 3 million tonnes.", "output: change -3000000 t"},
         {"Output rose 0.4 percentage points.", "output: change 0.4 pp"},
         {"The margin improved by 140 basis points.", "margin: change 140 bp"},
         {"The index rose 12 points to 5,240.", "index: change 12 1; index: level 5240 1"},
         {"Output fell between 5 and 7 percent.", "output: growth -7..-5 %"}});
}

TEST_CASE("a rate has a level of its own") {
  check({{"The unemployment rate was 4.1 percent.", "unemployment rate: level 4.1 %"},
         {"The unemployment rate fell to 4.1 percent.", "unemployment rate: level 4.1 %"},
         {"The unemployment rate rose 5 percent.", "unemployment rate: growth 5 %"},
         {"The unemployment rate fell 0.2 percentage points to 4.1 percent.",
          "unemployment rate: change -0.2 pp; unemployment rate: level 4.1 %"},
         {"Inflation was 2.1 percent.", "inflation: level 2.1 %"},
         {"The PMI stood at 50.2.", "PMI: level 50.2 1"}});
}

TEST_CASE("a growth that is stated as such is growth of what grew") {
  check({{"GDP growth was 5.2 percent.", "GDP: growth 5.2 %"},
         {"The growth of output was 5.2 percent.", "output: growth 5.2 %"},
         {"Growth in exports was 5 percent.", "exports: growth 5 %"},
         {"The increase in output was 5 percent.", "output: growth 5 %"}});
}

TEST_CASE("a part of a whole is a share") {
  check({{"Exports accounted for 12 percent of output.", "exports: share 12 % of output"},
         {"Exports made up 12 percent of output.", "exports: share 12 % of output"},
         {"Market share was 12 percent.", "market share: share 12 %"},
         {"Two-thirds of households own a car.", "households: share 66.66666666666667 % of households"},
         {"76 percent of households expect higher prices.", "households: share 76 % of households"}});
}

TEST_CASE("points that a part adds to a whole are a contribution") {
  check({{"Exports contributed 0.3 percentage points to GDP growth.",
          "exports: contribution 0.3 pp of GDP growth"}});
}

TEST_CASE("a comparative is growth in percent and a difference in points") {
  check({{"Exports were 5 percent higher than a year earlier.", "exports: growth 5 % YoY"},
         {"Exports were 64 percent lower than a year earlier.", "exports: growth -64 % YoY"},
         {"The rate was 0.2 percentage points higher than in May.", "rate: difference 0.2 pp"},
         {"The rate was 0.2 percentage points lower than in May.", "rate: difference -0.2 pp"}});
}

TEST_CASE("times, doubling and ranks are values in words") {
  check({{"Exports were 3.5 times those of 2019.", "exports: multiple 3.5 1"},
         {"Exports doubled.", "exports: growth 100 %"},
         {"Exports more than doubled.", "exports: growth 100 % over"},
         {"Exports tripled to 5 million tonnes.", "exports: growth 200 %; exports: level 5000000 t"},
         {"Exports halved.", "exports: growth -50 %"},
         {"The country ranked second in exports.", "exports: rank 2 1"},
         {"Output has risen for six consecutive months.", "output: streak 6 month"}});
}

TEST_CASE("a movement of a decline is signed by its effect on the rate") {
  check({{"Output declined 5 percent, and the decline narrowed by 0.5 percentage points.",
          "output: growth -5 %; output: change 0.5 pp"}});
}

TEST_CASE("a deficit is positive under its own name") {
  check({{"The deficit widened to 5 billion dollars.", "deficit: level 5000000000 USD"},
         {"The deficit narrowed by 5 percent.", "deficit: growth -5 %"}});
}

TEST_CASE("what is reached, and what was before, are levels") {
  check({{"Profit rose 5 percent to 7 million dollars.", "profit: growth 5 %; profit: level 7000000 USD"},
         {"Profit was 5 million dollars, up 7 percent.", "profit: level 5000000 USD; profit: growth 7 %"},
         {"Profit rose to 5 million dollars from 4 million.",
          "profit: level 5000000 USD; profit: level 4000000 USD previous"},
         {"Inflation slowed to 2.1 percent from 2.4 percent.",
          "inflation: level 2.1 %; inflation: level 2.4 % previous"},
         {"Output rose 5 percent, up from 4 percent.", "output: growth 5 %; output: growth 4 % previous"}});
}

TEST_CASE("a conversion in brackets is a statement of its own") {
  check({{"Revenue reached 443.7 billion yuan ($61.3 billion).",
          "revenue: level 443700000000 CNY; revenue: level 61300000000 USD"}});
}

TEST_CASE("what is expected is a forecast") {
  check({{"Output is expected to rise 5 percent.", "output: growth 5 % forecast"},
         {"Analysts expect output to rise 5 percent.", "output: growth 5 % forecast"}});
}

TEST_CASE("several statements of a sentence come in their order") {
  check({{"Prices rose 2.1 percent, with food prices rising 3 percent.",
          "prices: growth 2.1 %; food prices: growth 3 %"},
         {"Mining output grew 5 percent, while factory output fell 3 percent.",
          "mining output: growth 5 %; factory output: growth -3 %"}});
}

TEST_CASE("factors are multiples of another figure, folds are growth") {
  check({{"Imports were twice the level of exports.", "imports: multiple 2 1"},
         {"Imports were half the level of a year earlier.", "imports: multiple 0.5 1"},
         {"Imports were three times as high as exports.", "imports: multiple 3 1"},
         {"Imports rose threefold.", "imports: growth 200 %"},
         {"A threefold rise in imports followed.", "imports: growth 200 %"},
         {"The company doubled the number of its shops.", "shops: growth 100 %"},
         {"The company posted double-digit growth.", ""}});
}

TEST_CASE("a percent against another thing is a difference") {
  check({{"Exports were 5 percent lower than imports.", "exports: difference -5 %"},
         {"Wages are 5 percent higher than in Wales.", "wages: difference 5 %"},
         {"Exports were 5 percent lower than a year earlier.", "exports: growth -5 % YoY"}});
}

TEST_CASE("a part of a counted whole is one count") {
  check({{"Output rose in 27 of 41 industries.", "industries: level 27 industry of 41 industries"},
         {"Of the 41 industries, 27 expect growth.", "industries: level 27 industry of the 41 industries"},
         {"Nine out of ten firms expect growth.", "firms: share 90 % of firms"},
         {"Half of firms expect growth and 12 percent expect none.",
          "firms: share 50 % of firms; firms: share 12 %"}});
}

TEST_CASE("a movement of two indicators is stated of both") {
  check({{"Both output, at 52.1, and demand, at 60.3, fell 0.2 points.",
          "output: level 52.1 1; demand: level 60.3 1; output: change -0.2 1; demand: change -0.2 1"}});
}

TEST_CASE("a count per so many is one rate") {
  check({{"There were 12 cases per 100,000 people.", "cases: level 12 case/100000"},
         {"The murder rate fell to 5.2 per 100,000 people.", "murder rate: level 5.2 1/100000"},
         {"There were 12 teachers per 30 pupils.", "teachers: level 12 teacher; pupils: level 30 pupil"}});
}

TEST_CASE("what a percentage set out from is none itself") {
  check({{"Sales were 2,179 cars, down 23.7 percent from 2,856.",
          "sales: level 2179 car; sales: growth -23.7 %; sales: level 2856 car previous"},
         {"Orders were down 23.7 percent from 2,856.",
          "orders: growth -23.7 %; orders: level 2856 order previous"}});
}

TEST_CASE("a count of other things is no earlier figure") {
  check({{"The currency firmed 2.6 percent after 17 banks were barred.", "currency: growth 2.6 %"}});
}

TEST_CASE("an earlier number of shares behind a percentage was left out") {
  check({{"The fund cut its stake in Corvin to 3,000 shares, or 6.8 percent, from 4,000 shares.",
          "Corvin stake: level 3000 share; Corvin stake: share 6.8 %; Corvin stake: level 4000 share "
          "previous"}});
}

TEST_CASE("a gapped percentage goes with the last one, not with the amount between") {
  check({{"Exports rose 14 percent to 20 billion dollars and imports 18 percent.",
          "exports: growth 14 %; exports: level 20000000000 USD; imports: growth 18 %"}});
}

TEST_CASE("a scale that is said once holds for the figure set beside it") {
  check({{"Orders rose to 3.1 billion dollars from 2.9.",
          "orders: level 3100000000 USD; orders: level 2900000000 USD previous"},
         {"Belgian imports fell to 3,061.8 billion francs from 3,304.1.",
          "imports: level 3061800000000 BEF; imports: level 3304100000000 BEF previous"},
         {"Output was 5.1 million tonnes against 900 tonnes.",
          "output: level 5100000 t; output: level 900 t previous"}});
}

TEST_CASE("a total and what comes to each share neither scale nor divisor") {
  check(
      {{"Profit was $1.2 billion, or $2.34 a share, up from $980 million.",
        "profit: level 1200000000 USD; profit: level 2.34 USD/share; profit: level 980000000 USD previous"}});
}

TEST_CASE("a percentage or an amount are no range") {
  check({{"Permits totalled 34,500 units, 21.5 percent or 9,400 fewer.",
          "permits: level 34500 unit; permits: growth -21.5 %; permits: difference -9400 permit"}});
}

TEST_CASE("an amount restated as a percentage is none itself") {
  check({{"The workforce fell 210,000 or 1.5 percent.",
          "workforce: change -210000 workforce; workforce: growth -1.5 %"}});
}

TEST_CASE("a percentage and the index it came to are no range") {
  check({{"The monthly rise in the wage index was 1.09 percent to 251.",
          "wage index: growth 1.09 % MoM; wage index: level 251 1"}});
}

TEST_CASE("money was counted in the nouns that name it") {
  check({{"Reserves fell 2 billion marks. Foreign liabilities rose 300 mln to 22 billion.",
          "reserves: change -2000000000 DEM; foreign liabilities: change 300000000 DEM; foreign liabilities: "
          "level "
          "22000000000 DEM"},
         {"Revenue was 5 million euros. Passengers rose to 3.2 million.",
          "revenue: level 5000000 EUR; passengers: level 3200000 passenger"}});
}

TEST_CASE("a results table has one currency, and pence are no pounds") {
  check({{"Shr 47.1p vs 37.7\nTax 30.5 mln vs 16.2 mln\nAvg shrs 12.5 mln vs 11.8 mln\n",
          "earnings per share: level 0.471 GBP/share; earnings per share: level 0.377 GBP/share previous; "
          "tax: level "
          "30500000 GBP; tax: level 16200000 GBP previous; average shares: level 12500000 share; average "
          "shares: "
          "level 11800000 share previous"}});
}

TEST_CASE("a percentage that growth goes on to is growth") {
  check({{"Output rose 4 percent in 2022 before slowing to 2 percent in 2023.",
          "output: growth 4 %; output: growth 2 %"},
         {"The jobless rate rose 2 percent to 5.1 percent.",
          "jobless rate: growth 2 %; jobless rate: level 5.1 %"}});
}

TEST_CASE("a count was held against the share told between") {
  check({{"Only 33 rigs, about a quarter of the total, were at work, compared to 70 last year.",
          "rigs: level 33 rig; rigs: share 25 % approx of the total; rigs: level 70 rig"}});
}

TEST_CASE("a share that is spoken of again is a share") {
  check({{"Coal accounted for 61 percent of output in May. It was 64 percent in April.",
          "coal: share 61 % of output; coal: share 64 %"},
         {"Coal accounted for 61 percent of output in May. The price was 64 euros.",
          "coal: share 61 % of output; price: level 64 EUR"}});
}

TEST_CASE("rates of exchange have two currencies") {
  check({{"The Taiwan dollar closed at 34.40 to the U.S. Dollar.", "Taiwan dollar: level 34.4 TWD/USD"},
         {"It assumed an exchange rate of 6.20 francs to the dollar.", "exchange rate: level 6.2 FRF/USD"},
         {"The rupee traded at 83.9 per US dollar.", "rupee: level 83.9 INR/USD"},
         {"Exports jumped by a third to $5 billion.",
          "exports: growth 33.33333333333333 %; exports: level 5000000000 USD"}});
}

TEST_CASE("what comes by the day has its divisor, what comes by the year is a sum") {
  check({{"The plant processes 1,000 tons a day.", "plant: level 1000 t/d"},
         {"The line carried 6.1 million visitors a day, 9 percent more than in May.",
          "visitors: level 6100000 visitor/d; visitors: growth 9 %"},
         {"The plant processes 1,000 tons a year.", "plant: level 1000 t"},
         {"The rate rose by one percentage point a year.", "rate: change 1 pp"},
         {"Incentives averaged $3,140 per vehicle.", "incentives: level 3140 USD/vehicle"},
         {"The mine produced 60,000 ounces of gold.", "gold: level 60000 [oz_tr]"},
         {"The bottle held 12 ounces.", "bottle: level 12 [oz_av]"}});
}

TEST_CASE("a relative clause without a pronoun ended the name before its verb") {
  check({{"The number of workers belonging to unions fell 3 percent.",
          "workers belonging to unions: growth -3 %"},
         {"The number of people actually receiving benefits totaled 3,014,400.",
          "people actually receiving benefits: level 3014400 person"},
         {"A report saying output fell 3 percent came out.", "output: growth -3 %"}});
}

TEST_CASE("a number after a factor was a percentage") {
  check({{"Fatalities halved, from eight to four.",
          "fatalities: growth -50 %; fatalities: level 8 fatality previous; fatalities: level 4 fatality"}});
}

TEST_CASE("a rank took the scale of the amount before it") {
  check({{"Output came to 4 million tonnes in 2023 and ranked second worldwide.",
          "output: level 4000000 t; output: rank 2 1"}});
}

TEST_CASE("index points after a percentage stay points of the index") {
  check({{"The index shed 2.7 percent to 111.4 points.", "index: growth -2.7 %; index: level 111.4 1"}});
}

TEST_CASE("what firms answer is a share of them") {
  check({{"Respondents reporting an increase in orders fell to 22 percent in March.",
          "respondents reporting an increase in orders: share 22 %"}});
}

TEST_CASE("a movement whose verb is left out took the measure of a share between") {
  check({{"Farming grew by 2.6 percent, contributing 4 percent to the total; mining by 9.1 percent.",
          "farming: growth 2.6 %; farming: share 4 % of the total; mining: growth 9.1 %"}});
}

TEST_CASE("a rate without a sign behind signed growth is a level") {
  check({{"Peru: demand +18.5%, load factor 82.6%.", "demand: growth 18.5 %; load factor: level 82.6 %"},
         {"In May, margin +60bps.", "margin: change 60 bp"}});
}

TEST_CASE("a percentage beside a count is a part") {
  check({{"Lines totalled 118 million in May, of which 60 million were new, or 51 percent.",
          "lines: level 118000000 line; lines: level 60000000 line; lines: share 51 %"}});
}

TEST_CASE("a number written out took the scale before it") {
  check({{"There were 9.09 million pupils in May, 18,200 more than in April.",
          "pupils: level 9090000 pupil; pupils: difference 18200 pupil"}});
}

TEST_CASE("it was forecast at a level, after growth") {
  check({{"Growth was 1.1 percent in 2023. For 2025, it is forecast at 1.7 percent.",
          "growth: growth 1.1 %; growth: growth 1.7 % forecast"},
         {"Inflation fell to 1.1 percent in 2023. For 2025, it is forecast at 1.7 percent.",
          "inflation: level 1.1 %; inflation: level 1.7 % forecast"}});
}

TEST_CASE("points of a rate are percentage points") {
  check({{"The bank cut its key rate by a quarter point to 2.25 percent.",
          "key rate: change -0.25 pp; key rate: level 2.25 %"},
         {"The bank raised its key rate by half a point.", "key rate: change 0.5 pp"},
         {"The share index rose 12 points.", "share index: change 12 1"}});
}

TEST_CASE("money under an agreement fell short of nothing") {
  check({{"The firm earned 3 million dollars and received 5 million dollars under a credit agreement.",
          "earnings: level 3000000 USD"}});
}

TEST_CASE("years after which a movement came were its earlier value") {
  check({{"Output rose 3 percent after two years of losses.", "output: growth 3 %"}});
}

TEST_CASE("what a second total came to had no divisor") {
  check({{"Profit was 2 mln dlrs or 45 cts a share, and costs were 3 mln dlrs or 67 cts.",
          "profit: level 2000000 USD; profit: level 0.45 USD/share; costs: level 3000000 USD; "
          "costs: level 0.67 USD/share"}});
}

TEST_CASE("the side of the books was what a result counted") {
  check({{"Shr 4.5p vs 4.1p\nMinority interests 2.5 mln debit vs 2.4 mln debit",
          "earnings per share: level 0.045 GBP/share; earnings per share: level 0.041 GBP/share previous; "
          "minority interests: level 2500000 GBP; minority interests: level 2400000 GBP previous"}});
}

TEST_CASE("a number without a unit was of no unit that its name had before") {
  check({{"Grain imports were 7.7 million tonnes. Grain imports will be 8.1 million.",
          "grain imports: level 7700000 t; grain imports: level 8100000 t"},
         {"China imported 7.7 million tonnes of grain. The grain crop was 405 million.",
          "grain: level 7700000 t; grain crop: level 405000000 t"},
         {"Oil shipments were 7.7 million tonnes. Profits were 405 million.",
          "oil shipments: level 7700000 t; profits: level 405000000 profit"}});
}

TEST_CASE("a deficit in a text that counts money was counted in deficits") {
  check({{"The surplus was 400 million euros. The smoothed deficit on services fell to 226 million.",
          "surplus: level 400000000 EUR; smoothed deficit on services: level 226000000 EUR"}});
}

TEST_CASE("a price for each of a count had no divisor") {
  check({{"Acme offers holders 200 shares at 1.54 dollars each.",
          "shares: level 200 share; shares: level 1.54 USD/share"}});
}

TEST_CASE("where a change set out from was a change, and fell") {
  check({{"The deficit was 71 billion euros, up 11 billion from 60 billion in April.",
          "deficit: level 71000000000 EUR; deficit: change 11000000000 EUR; deficit: level 60000000000 "
          "EUR"},
         {"Spending fell by a half, from 4 million euros to 2 million euros.",
          "spending: growth -50 %; spending: level 4000000 EUR previous; spending: level 2000000 EUR"}});
}

TEST_CASE("points of an index behind a percentage were percentage points") {
  check({{"The index averaged 109 points, down 2 points (1.8 percent) and 9 points below its peak.",
          "index: level 109 1; index: change -2 1; index: growth -1.8 %; index: difference -9 1"}});
}

TEST_CASE("a figure's origin was told in other terms") {
  check({{"Unemployment fell to 11 percent, or 2.4 million people, from 12 percent in April.",
          "unemployment: level 11 %; people: level 2400000 person; unemployment: level 12 %"}});
}

TEST_CASE("a rate that two have was of neither") {
  check({{"The lending rate and the deposit rate stand at 6 percent.",
          "lending rate: level 6 %; deposit rate: level 6 %"}});
}

TEST_CASE("further contributions in brackets were changes") {
  check(
      {{"The highest contribution came from services (+1.5 percentage points), followed by food (+0.6 "
        "points).",
        "services: contribution 1.5 pp; food: contribution 0.6 pp"}});
}

TEST_CASE("demand growth in barrels was a level") {
  check({{"Growth in oil demand is seen slowing to 690,000 barrels a day.",
          "oil demand: change 690000 [bbl_us]/d forecast"}});
}

TEST_CASE("a balance below zero was a change") {
  check({{"Consumer confidence stood at -14.2 in May.", "consumer confidence: level -14.2 1"},
         {"The balance was +12, against +5 in April.", "balance: level 12 1; balance: level 5 1"},
         {"Employment rose in hospitals (+19,000).", "hospital employment: change 19000 employment"}});
}

TEST_CASE("growth taken up by a figure was a level") {
  check({{"Rents rose 3.2 percent in May. This compares with 1.4 percent in April.",
          "rents: growth 3.2 %; rents: growth 1.4 %"},
         {"Rents rose 3.2 percent in May. The April figure was revised to 1.4 percent.",
          "rents: growth 3.2 %; rents: growth 1.4 % revised"},
         {"The jobless rate was 4.1 percent in May. This compares with 4.3 percent in April.",
          "jobless rate: level 4.1 %; jobless rate: level 4.3 %"}});
}

TEST_CASE("figures in brackets after what rose were levels") {
  check({{"Increases were seen in hat sales (3.2 percent) and shoe sales (0.8 percent).",
          "hat sales: growth 3.2 %; shoe sales: growth 0.8 %"},
         {"Maize (3.2 percent) and rye (0.8 percent) made up the rest.",
          "maize: level 3.2 %; rye: level 0.8 %"}});
}

TEST_CASE("a place's growth was a level behind an amount") {
  check(
      {{"Wine imports rose 3.2 percent to 2.6 million gallons; Japan, 9.9 percent to 1.2 million gallons.",
        "wine imports: growth 3.2 %; wine imports: level 2600000 [gal_us]; wine imports: growth 9.9 %; wine "
        "imports: level 1200000 [gal_us]"}});
}

TEST_CASE("what follows a share was a percentage") {
  check({{"Trams carried 3 million passengers, or 74 percent of the total, followed by buses (1.2 million).",
          "passengers: level 3000000 passenger; passengers: share 74 % of the total; buses: level 1200000 "
          "passenger"}});
}
