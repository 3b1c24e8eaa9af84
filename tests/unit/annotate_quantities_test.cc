#include "statgrep/annotate/quantities.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"

using namespace statgrep;
using statgrep::test::english;
using statgrep::test::quantities_in;

namespace {

struct Case {
  const char* text;
  const char* expected;  // see quantities_in
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(quantities_in(c.text) == c.expected);
  }
}

// Of a text with one quantity.
Quantity only(const std::string& text) {
  const DocumentAnalysis a = analyse(text, english(), nullptr);
  INFO(text);
  REQUIRE(a.sentences.size() == 1);
  REQUIRE(a.sentences[0].quantities.size() == 1);
  return a.sentences[0].quantities[0];
}

std::string text_of(const std::string& text) {
  return std::string(only(text).text.in(text));
}

}  // namespace

TEST_CASE("shares and points are told apart, however they are written") {
  check({{"It rose 5.2 percent.", "5.2 %"},
         {"It rose 5.2%.", "5.2 %"},
         {"It rose 5.2 per cent.", "5.2 %"},
         {"It rose 5.2 pct.", "5.2 %"},
         {"It rose 0.4 percentage points.", "0.4 pp"},
         {"It rose 0.4 percentage point.", "0.4 pp"},
         {"It rose 25 basis points.", "25 bp"},
         {"The index rose 12 points.", "12 1"},
         {"It stood at 50.2.", "50.2"}});
}

TEST_CASE("money is known by its sign before the number or its word after it") {
  check({{"It cost $5.", "5 $"},
         {"It cost 5 dollars.", "5 $"},
         {"It cost US$5 million.", "5000000 USD"},
         {"It cost 5 million US dollars.", "5000000 USD"},
         {"It cost A$5 million.", "5000000 AUD"},
         {"It cost HK$3 billion.", "3000000000 HKD"},
         {"It cost €5m.", "5000000 EUR"},
         {"It cost 5 million euros.", "5000000 EUR"},
         {"It cost £1.2bn.", "1200000000 GBP"},
         {"It cost 799 billion yuan.", "799000000000 CNY"},
         {"It cost 3 trillion yen.", "3000000000000 JPY"},
         {"It cost Rs 500 crore.", "5000000000 rupee"},
         {"It cost 1.2 lakh crore rupees.", "1200000000000 rupee"}});
}

TEST_CASE("small coins are parts of their currency") {
  check({{"It cost 22 cents.", "0.22 $"}, {"It cost 25p a share.", "0.25 GBP/share"}});
}

TEST_CASE("units of nature are spelt as UCUM does") {
  check({{"It used 18.15 GB.", "18.15 GBy"},
         {"It made 1.2 million tonnes.", "1200000 t"},
         {"It made 1.2 mln tonnes.", "1200000 t"},
         {"It used 500 kWh.", "500 kW.h"},
         {"It used 3.5 terawatt hours.", "3.5 TW.h"},
         {"It ran 5 km.", "5 km"},
         {"It covers 12 square kilometers.", "12 km2"},
         {"It hit 35 degrees Celsius.", "35 Cel"},
         {"It lasted 3 months.", "3 month"},
         {"It made 5 million barrels.", "5000000 [bbl_us]"}});
}

TEST_CASE("a rate has its divisor") {
  check({{"It cost $82.5 a barrel.", "82.5 $/[bbl_us]"},
         {"It cost $82.5 per barrel.", "82.5 $/[bbl_us]"},
         {"It cost 90,000 yuan per tonne.", "90000 CNY/t"},
         {"It cost 90,000 yuan/tonne.", "90000 CNY/t"},
         {"It pays $15 an hour.", "15 $/hour"},
         {"It made $5 million an hour.", "5000000 $"},
         {"It earned $1.27 per share.", "1.27 $/share"},
         {"It earned 1.27 dollars per diluted share.", "1.27 $/share"},
         {"It pumped 9.5 million barrels per day.", "9500000 [bbl_us]/d"},
         {"It pumped 9.5 million barrels a day.", "9500000 [bbl_us]/d"},
         {"It pumped 9.5 million bpd.", "9500000 [bbl_us]/d"}});
}

TEST_CASE("a count takes the noun phrase that follows it") {
  check({{"It sold 15 houses.", "15 [houses]"},
         {"It sold 1,234 new energy vehicles.", "1234 [new energy vehicles]"},
         {"It cut 25,000 jobs.", "25000 [jobs]"},
         {"Nearly half a million people came.", "500000 [people] under"},
         {"It employs 12,000 specialized and sophisticated enterprises.",
          "12000 [specialized and sophisticated enterprises]"},
         {"It had 250 members of staff.", "250 [members of staff]"},
         {"It had more than 2,000 users.", "2000 [users] over"}});
}

TEST_CASE("a number that grades a rise or fall counts nothing") {
  check({{"A 5 percent rise and a 3 percent fall.", "5 %; 3 %"},
         {"It had a 4.2 billion deficit.", "4200000000"}});
}

TEST_CASE("two ends of one range are one quantity") {
  check({{"It rose between 2.4 and 3.1 percent.", "2.4..3.1 %"},
         {"It rose 10 to 15 basis points.", "10..15 bp"},
         {"It rose from 2.4 to 3.1 percent.", "2.4 %; 3.1 %"},
         {"It rose 2.4 to 3.1 percent.", "2.4..3.1 %"},
         {"It expects 2.4-3.1 percent.", "2.4..3.1 %"},
         {"It expects 2.4–3.1 percent.", "2.4..3.1 %"},
         {"It expects 2.4 percent to 3.1 percent.", "2.4..3.1 %"},
         {"It expects 5-10 percent.", "5..10 %"},
         {"It expects $4-5 billion.", "4000000000..5000000000 $"},
         {"It expects $4 billion to $5 billion.", "4000000000..5000000000 $"},
         {"It expects between $3.30 billion and $3.35 billion.", "3300000000..3350000000 $"},
         {"It is 100 to 200 dollars.", "100..200 $"},
         {"It is 5 to 6 million barrels.", "5000000..6000000 [bbl_us]"},
         {"Rates are 4-1/4 to 4-1/2 percent.", "4.25..4.5 %"},
         {"It grew 3 or 4 percent.", "3..4 %"}});
}

TEST_CASE("what falls, or has two units, is no range") {
  check({{"It fell 3 to 2 percent.", "3; 2 %"},
         {"It rose 5 percent to 10 dollars.", "5 %; 10 $"},
         {"It rose 5 percent to 10 percent.", "5 %; 10 %"},
         {"It rose from $4 billion to $5 billion.", "4000000000 $; 5000000000 $"},
         {"The count was up by 23 to 784.", "23; 784"},
         {"It was 5 and 6 percent.", "5 %; 6 %"}});
}

TEST_CASE("the last of several numbers lends its unit and scale to all") {
  check({{"They rose 33.7 and 37.5 percent.", "33.7 %; 37.5 %"},
         {"They rose 1.2, 3.4 and 5.6 percent.", "1.2 %; 3.4 %; 5.6 %"},
         {"They rose 33.7 percent and 37.5 percent.", "33.7 %; 37.5 %"},
         {"They cost 3 and 5 million dollars.", "3000000 $; 5000000 $"},
         {"They cost 3 million and 5 billion dollars.", "3000000 $; 5000000000 $"}});
}

TEST_CASE("a written sign belongs to the number") {
  check({{"It was -2.5 percent.", "-2.5 %"},
         {"It was −2.5 percent.", "-2.5 %"},
         {"It was minus 2.5 percent.", "-2.5 %"},
         {"It was +2.5 percent.", "2.5 %"},
         {"It was (-2.5 percent).", "-2.5 %"},
         {"It was 3 - 2.5 percent.", "3; 2.5 %"}});
  CHECK(only("It was +2.5 percent.").signed_number);
  CHECK_FALSE(only("It was 2.5 percent.").signed_number);
}

TEST_CASE("a word before the number says how exact it is") {
  const struct {
    const char* word;
    Qualifier qualifier;
  } kCases[] = {
      {"about", Qualifier::approx},         {"around", Qualifier::approx},
      {"roughly", Qualifier::approx},       {"some", Qualifier::approx},
      {"approximately", Qualifier::approx}, {"over", Qualifier::over},
      {"more than", Qualifier::over},       {"just over", Qualifier::over},
      {"well above", Qualifier::over},      {"nearly", Qualifier::under},
      {"almost", Qualifier::under},         {"close to", Qualifier::under},
      {"less than", Qualifier::under},      {"slightly less than", Qualifier::under},
      {"at least", Qualifier::at_least},    {"not less than", Qualifier::at_least},
      {"no more than", Qualifier::at_most}, {"not more than", Qualifier::at_most},
      {"exactly", Qualifier::none},
  };
  for (const auto& c : kCases) {
    const std::string text = "It paid " + std::string(c.word) + " 5 percent.";
    INFO(text);
    const Quantity q = only(text);
    CHECK(q.qualifier == c.qualifier);
    CHECK(q.value == Decimal::of(5));
  }
}

TEST_CASE("up to is a limit, but after a movement a goal") {
  CHECK(only("They paid up to $5 million.").qualifier == Qualifier::at_most);
  CHECK(only("Sales rose up to 5 million.").qualifier == Qualifier::none);
  CHECK(only("Sales were up to 220.").qualifier == Qualifier::none);
}

TEST_CASE("a word after the number says how exact it is") {
  check({{"It rose 5 percent or more.", "5 % at_least"},
         {"It rose 5 percent or so.", "5 % approx"},
         {"It built 5 million or more homes.", "5000000 [homes] at_least"}});
}

TEST_CASE("a word before the number says what becomes of it") {
  check({{"It rose an estimated 5 percent.", "5 % estimate"},
         {"It rose a preliminary 2.2 percent.", "2.2 % estimate"},
         {"It rose a revised 2.2 percent.", "2.2 % revised"},
         {"It rose a seasonally adjusted 2.2 percent.", "2.2 %"}});
}

TEST_CASE("parts of a whole are shares") {
  check({{"Half of them agree.", "50 %"},
         {"A quarter of them agree.", "25 %"},
         {"Two-thirds of them agree.", "66.66666666666667 %"},
         {"Three quarters of them agree.", "75 %"},
         {"Four in five agree.", "80 %"},
         {"Nine out of ten agree.", "90 %"},
         {"Some 38 out of 50 agree.", "38 approx; 50"},
         {"One in ten agree.", "10 %"}});
  CHECK(only("Half of them agree.").kind == Quantity::Kind::fraction);
  CHECK(only("Four in five agree.").kind == Quantity::Kind::fraction);
}

TEST_CASE("times and folds are multiples") {
  check({{"It was 3.5 times that of 2019.", "3.5 1"}, {"It is 3 to 4 times as much.", "3..4 1"}});
  CHECK(only("It was 3.5 times that of 2019.").kind == Quantity::Kind::times);
}

TEST_CASE("names and numbering are no quantities") {
  for (const char* text : {"It has 5G now.",
                           "It sold 360-degree cameras.",
                           "See Table 3.",
                           "See page 12.",
                           "It came at 2.15pm.",
                           "It came at 9 a.m.",
                           "It came at 10:30 a.m.",
                           "Call (503) 555-0147.",
                           "He flew in Boeing 737 jets.",
                           "See chapter 5 and section 4.",
                           "Read Article 5.",
                           "The 14th Five-Year Plan began.",
                           "The Group of Seven met.",
                           "It is on Highway 101.",
                           "Forum 50 met.",
                           "It has IPv6 and M2.",
                           "Windows 10 users left.",
                           "Section 301 tariffs stay.",
                           "It came on May 5.",
                           "It came in the 1980s.",
                           "It is on the 22nd floor.",
                           "Version 2.0 came.",
                           "Open 24/7 now.",
                           "It came in 2024."}) {
    INFO(text);
    CHECK(quantities_in(text) == "");
  }
}

TEST_CASE("a year is no number, one with a separator is no year") {
  check({{"In 2024 it grew.", ""},
         {"It had about 2,000 users.", "2000 [users] approx"},
         {"It had 2,000 users.", "2000 [users]"}});
}

TEST_CASE("a quantity does not reach into a period") {
  check({{"It rose 5 percent in the first three quarters.", "5 %"},
         {"It rose 5 percent in the 12 months to May.", "5 %"},
         {"It rose by 3 in May 2024.", "3"}});
}

TEST_CASE("a quantity's text is its number and unit") {
  CHECK(text_of("It made about 6.31 million units.") == "6.31 million units");
  CHECK(text_of("It cost more than $5 a barrel.") == "$5 a barrel");
  CHECK(text_of("It was minus 2.5 percent.") == "minus 2.5 percent");
  CHECK(text_of("It expects $4 billion to $5 billion.") == "$4 billion to $5 billion");
  CHECK(text_of("It sold 15 new houses.") == "15 new houses");
}

TEST_CASE("a number that is no quantity is traced as a trap") {
  Trace trace;
  analyse("See Table 3.", english(), &trace);
  int traps = 0;
  for (const TraceEntry& e : trace.entries) traps += e.verdict == Verdict::trap ? 1 : 0;
  CHECK(traps == 1);
}

TEST_CASE("an article before a comma was taken for the next number's") {
  check({{"It drew 6 million visitors a day, 9.7 percent more.", "6000000/day [visitors]; 9.7 %"}});
}

TEST_CASE("a fraction holds its noun") {
  check({{"Fewer than one child in ten walks.", "10 % [child] under"},
         {"Some 93 trains out of a hundred arrive.", "93 % [trains] approx"},
         {"The firm has 5 plants in 2 states.", "5 [plants]; 2 [states]"}});
}

TEST_CASE("addresses and codes are no quantities") {
  check({{"It is held at 8 Paternoster Row.", ""},
         {"LEI: 213800WXCB7QK4E1HR19.", ""},
         {"It has 8 Boeing jets.", "8 [Boeing jets]"}});
}

TEST_CASE("an increase and what it came to were a range") {
  check({{"It had an increase of 300 mln to 86.6 billion.", "300000000; 86600000000"},
         {"It has a range of 3 mln to 4 mln.", "3000000..4000000"},
         {"It bought between one to 1.5 billion dlrs.", "1000000000..1500000000 $"}});
}

TEST_CASE("a range of money with a sign at each end was two amounts") {
  check({{"EBITDA of $375-$385 million", "375000000..385000000 $"}});
}

TEST_CASE("how much and where to were a range") {
  check({{"The firm cut its staff by 900 to 4,100.", "900; 4100"},
         {"The bank raised the rate by 1/4 to 14 percent.", "0.25; 14 %"}});
}

TEST_CASE("cents and millions that two ends share were read with the second alone") {
  check({{"It was sold at a discount of 30-35 cents.", "0.3..0.35 $"},
         {"Stocks may be down one to five million barrels.", "1000000..5000000 [bbl_us]"},
         {"Output rose 12 to 268 tonnes.", "12; 268 t"}});
}

TEST_CASE("terms behind a price were what it is of") {
  check({{"Wheat was sold at 80.49 dollars per tonne fob for August.", "80.49 $/t"}});
}

TEST_CASE("a letter before a number was a unit") {
  check({{"M-1 rose.", ""}, {"The M-1 money supply rose 2 percent.", "2 %"}});
}

TEST_CASE("\"and up\" before a further figure was a qualifier") {
  check({{"Oil was down by 2.4 percent and up by 12.9 percent.", "2.4 %; 12.9 %"}});
}

TEST_CASE("a range of hundredths was two amounts, the first a hundred times too large") {
  check({{"earnings of 35 to 45 cts a share", "0.35..0.45 $/share"}});
}

TEST_CASE("a total had the divisor of what it came to") {
  check({{"earnings of 2,505,978, or 1.25 dlrs per share", "2505978 $; 1.25 $/share"}});
}

TEST_CASE("an en dash set close to a number was no sign") {
  CHECK(quantities_in("Sales of 3 tonnes (–4.1%)") == quantities_in("Sales of 3 tonnes (-4.1%)"));
  CHECK(quantities_in("pages 3–4%") == quantities_in("pages 3-4%"));
}

TEST_CASE("\"one dollar to 16.00\" was a range") {
  CHECK(quantities_in("It cut its price one dlr to 16.00.").find("..") == std::string::npos);
  CHECK(quantities_in("Prices of 10 to 15 dlrs").find("15") != std::string::npos);
}

TEST_CASE("\"1,633 road deaths\" was an address") {
  CHECK(quantities_in("There were 1,633 road deaths.").find("1633") != std::string::npos);
  CHECK(quantities_in("He lives at 12 Mill Road.").empty());
}

TEST_CASE("a price on so many units lost the unit") {
  CHECK(quantities_in("43.1 Ecus (ECUs) per 100 kilos") == quantities_in("43.1 Ecus per 100 kilos"));
  CHECK(quantities_in("43.1 Ecus per 100 kilos").find("kg") != std::string::npos);
}

TEST_CASE("\"as much as\" before a number was no limit") {
  CHECK(quantities_in("fell as much as 3 percent") == "3 % at_most");
  CHECK(quantities_in("rates as low as 3 percent") == "3 % at_least");
  CHECK(quantities_in("rose no more than 3 percent") == quantities_in("was no more than 3 percent"));
  CHECK(quantities_in("three times as much as 5 million euros").find("at_most") == std::string::npos);
}

TEST_CASE("\"2.49 million or 9.1 percent\" was a list") {
  CHECK(quantities_in("to 2.49 million or 9.1 percent").find("2490000") != std::string::npos);
}
