#include "statgrep/annotate/amounts.h"

#include <catch2/catch.hpp>
#include <vector>

#include "layers/amounts.h"

using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;  // see amounts_in
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(amounts_in(c.text) == c.expected);
  }
}

void check_texts(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(amount_texts_in(c.text) == c.expected);
  }
}

void check_directions(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(directions_in(c.text) == c.expected);
  }
}

}  // namespace

// ---- what is an amount here, and states nothing elsewhere

TEST_CASE("an age is a length of time") {
  check({{"A 65-year-old sailor won.", "65 year"},
         {"The twins are 9 years old.", "9 year"},
         {"Mara Holt, 44, runs the bakery.", "44 year"},
         {"He will be 35.", "35 year"},
         {"She may be 52.", "52 year"},
         {"She is now 40.", "40 year"}});
}

TEST_CASE("only a person's whole number that a life can reach is an age") {
  check({{"They were 150.", "150"},
         {"He will be 130.", "130"},
         {"He was 9.5.", "9.5"},
         {"The mill is 52.", "52"},
         {"The bakery shut, and May 12, they said, is the day.", ""},
         {"Mara Holt, 144, runs the bakery.", "144"}});
}

TEST_CASE("a length of time is an amount, a date is none") {
  check({{"The town doubled over the past two years.", "2 year"},
         {"Rents rose in the last 10 weeks.", "10 week"},
         {"Some 24 hours later the dam broke.", "24 hour approx"},
         {"Rents rose in the second quarter of 2023.", ""},
         {"Rents rose in May 2023.", ""}});
}

TEST_CASE("a number that only modifies is an amount") {
  check({{"The van has a 2.4-liter engine.", "2.4 L"},
         {"The camera takes 360-degree pictures.", "360 deg"},
         {"They dug a 90-mile canal.", "90 [mi_i]"}});
}

TEST_CASE("a vague amount is a range") {
  check({{"The mill shed thousands of jobs.", "1000..10000 [jobs]"},
         {"Dozens of vans arrived.", "12..120 [vans]"}});
}

TEST_CASE("a number inside a word multiplies") {
  check({{"Profit rose sixfold.", "6 times"}});
}

TEST_CASE("one of several counts what it is one of") {
  check({{"It is one of the best screens.", "1 [best screens]"},
         {"One of its ferries sank.", "1 [ferries]"},
         {"She named two of Mara's deputies.", "2 [Mara's deputies]"},
         {"The chain shut 45 of its shops.", "45 [shops]"},
         {"The clinic has hands on one in order to help.", ""}});
}

TEST_CASE("a part of a whole is a fraction") {
  check({{"Half of the crew left.", "50 % fraction"}, {"Four in five pupils passed.", "80 % fraction"}});
}

// ---- what only looks like an amount

TEST_CASE("a number that ends or begins a name is none") {
  check({{"We sat in Row 21.", ""},
         {"They swam in lane 21.", ""},
         {"Row 21 is empty.", ""},
         {"She has Type 2 diabetes.", ""},
         {"They live at 575 Oak Road.", ""},
         {"Boeing's 787 Dreamliner is late.", ""},
         {"The film begins at 11:38.", ""},
         {"The signal came at 11:38Z.", ""},
         {"The run took 4:32 and the walk 12:10.", ""}});
}

TEST_CASE("an article made a count of a name's number") {
  check({{"The airline ordered a 787 Dreamliner.", ""},
         {"The airline ordered the 787 Dreamliner.", ""},
         {"The airline ordered 787 Dreamliners.", "787 [Dreamliners]"},
         {"The airline has nearly 12 Zeppelin.", "12 [Zeppelin] under"},
         {"The 26 Chilean sailed.", "26 [Chilean]"},
         {"The state owns the 26 Chilean mines.", "26 [Chilean mines]"}});
}

// ---- ranges

TEST_CASE("from and to make one quantity that begins where the text does") {
  check({{"Rents climbed from $160 to $180.", "160..180 $"},
         {"Rents fell from $200 to $160.", "200..160 $"},
         {"Rents fell from 3,500 early on Monday to 2,800.", "3500..2800"},
         {"Sales rose from $3 to $5 million.", "3000000..5000000 $"},
         {"Sales rose from $300 to $5 million.", "300..5000000 $"}});
}

TEST_CASE("from and to are apart where a verb or mark is between, or the units differ") {
  check({{"Rents moved from $160, then to $180.", "160 $; 180 $"},
         {"Output fell from 3 percent to 5 tonnes.", "3 %; 5 t"}});
}

TEST_CASE("each goal of a chain is where the next step begins") {
  check({{"Rents climbed from $160 to $180 to $200.", "160..180 $; 180..200 $"},
         {"Growth was cut from 5 to 7 percent to 3 to 5 percent.", "5..7 %; 3..5 %"}});
}

TEST_CASE("a spaced dash joins numbers whose unit stands at the end") {
  check({{"The walk takes 25 – 40 min.", "25..40 minute"},
         {"The kit makes 200 - 250 watts.", "200..250 W"},
         {"It grew 3 percent - 5 tonnes.", "3 %; 5 t"}});
}

TEST_CASE("years were seen where a range ends in a unit") {
  check({{"The kit makes 2000 - 2500 watts.", "2000..2500 W"},
         {"The kit makes 2000-2100 watts.", "2000..2100 W"},
         {"The kit weighs 1900 to 2100 grams.", "1900..2100 g"},
         {"The load rose from 1900 to 2100 grams.", "1900..2100 g"},
         {"The load fell from 2100 to 1900 grams.", "2100..1900 g"},
         {"It sells for 1900-2100 dollars.", "1900..2100 $"},
         {"Output grew in 2000 to 5 percent.", "5 %"},
         {"Rents rose from 2019 to 2021.", ""},
         {"In 2019 - 3 percent less than in 2018.", "3 %"}});
}

TEST_CASE("alternatives are two amounts of one unit") {
  check({{"It sells for 8 or $9.", "8 $; 9 $"}});
}

// ---- units that stand elsewhere

TEST_CASE("the head of what is counted is its last plural") {
  check({{"The farm has five slots available.", "5 [slots]"},
         {"The firm hired eight other employees.", "8 [other employees]"},
         {"The guard averages 3.7 rebounds.", "3.7 [rebounds]"},
         {"The bottler shipped 2.9 million 9 litre cases.", "2900000 [cases]; 9 L"}});
}

TEST_CASE("a number beside an amount is of its kind") {
  check({{"The city sold 340 bonds by auction and 187 by tender.", "340 [bonds]; 187 [bonds]"},
         {"The port took 71 ships, compared with 63 a year before.", "71 [ships]; 63 [ships]"},
         {"The index rose 42 points to 4,577.10 from the prior week.", "42 1 [points]; 4577.1 1 [points]"},
         {"Wages rose by 2 percent and rents by 1.", "2 %; 1 %"},
         {"Rents rose $40 to 900.", "40 $; 900"},
         {"The walk takes 25 minutes, compared with 63.", "25 minute; 63"}});
}

// ---- where they stand

TEST_CASE("an amount's text holds number and unit") {
  check_texts({{"A 65-year-old sailor won.", "65-year-old"},
               {"The van has a 2.4-liter engine.", "2.4-liter"},
               {"The mill shed thousands of jobs.", "thousands of jobs"},
               {"Rents climbed from $160 to $180.", "$160 to $180"},
               {"She named two of Mara's deputies.", "two of Mara's deputies"}});
}

TEST_CASE("what follows the counted noun was part of the text") {
  check_texts({{"The farm has five slots available.", "five slots"},
               {"Dozens of vans queued.", "Dozens of vans"},
               {"It owns one of the oldest mills.", "one of the oldest mills"}});
}

// ---- directions

TEST_CASE("a verb of movement says which way the amount went") {
  check_directions({{"Prices rose by just 3 percent.", "up"},
                    {"Prices fell 3 percent.", "down"},
                    {"The stock was down 2%.", "down"},
                    {"The stock was up 2%.", "up"},
                    {"It grew by 500 jobs.", "up"},
                    {"The firm added $3 million.", "up"}});
}

TEST_CASE("the same move in other words goes the same way") {
  check_directions({{"The index lost 190 points, or 0.6%.", "down; down"},
                    {"The index lost 190 points to 4,577 points.", "down; -"}});
}

TEST_CASE("a minus sign is a fall") {
  check_directions({{"Margins were -3 percent.", "down"}, {"Margins were 3 percent.", "-"}});
}

TEST_CASE("a verb that moves its object says nothing of how many") {
  check_directions({{"The shop added ten users.", "-"}, {"The runner shaved 10 seconds.", "-"}});
}

TEST_CASE("a noun, a level and a word between say nothing") {
  check_directions({{"Traders saw a 3% drop.", "-"},
                    {"Rents rose from $160 to $180.", "-"},
                    {"He used a tapered 14 gauge tip.", "-"},
                    {"Prices rose and sales are 5 percent.", "-"}});
}

TEST_CASE("a number like an amount before it was bare") {
  check({{"The highest forecast is $84.75, while the lowest is 74.07.", "84.75 $; 74.07 $"},
         {"It costs 2,435,000 yen ($22,480) and 2,380,000 ($21,972).",
          "2435000 JPY; 22480 $; 2380000 JPY; 21972 $"},
         {"Texas had 2483805 while Florida had 1385710 strikes.", "2483805 [strikes]; 1385710 [strikes]"},
         {"It cost $84.75 and has 12 rooms.", "84.75 $; 12 [rooms]"}});
}

TEST_CASE("pages were taken for the document that has them") {
  check({{"It came from the 12 page document.", "12 [page]"},
         {"It has 12 large documents.", "12 [large documents]"}});
}

TEST_CASE("years of life and of age have their unit") {
  check({{"The average life expectancy is around 73.", "73 year approx"},
         {"Nick Hague 44 has flown.", "44 year"},
         {"Boeing 787 has flown.", ""}});
}

TEST_CASE("pounds that are few and no country's money weigh") {
  check({{"He dropped from 208 pounds to 193.", "208..193 [lb_av]"},
         {"It paid 208 pounds in London.", "208 GBP"},
         {"It paid 208 mln pounds.", "208000000 GBP"}});
}

TEST_CASE("a letter right behind a number is a unit where the lexicon says so") {
  check({{"It has a 5-10W laser.", "5..10 W"},
         {"It has 5G.", ""},
         {"It is under sub-500 sq m.", "500 m2 under"}});
}

TEST_CASE("parts of one and lengths of time are amounts") {
  check({{"It is 1/128 of a US gallon.", "0.0078125 [gal_us]"},
         {"It took three or four years.", "3..4 year"},
         {"It cost 8 or $9.", "8 $; 9 $"},
         {"They join the 50 previous years.", "50 [previous years]"},
         {"At 2-0 down it was easy.", ""}});
}
