#include "statgrep/annotate/numbers.h"

#include <catch2/catch.hpp>
#include <vector>

#include "layers/english.h"
#include "statgrep/text/tokens.h"

using namespace statgrep;
using statgrep::test::english;
using statgrep::test::numbers_in;

namespace {

struct Case {
  const char* text;
  const char* expected;  // see numbers_in
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(numbers_in(c.text) == c.expected);
  }
}

// Of a text that begins with a number.
Number first(const std::string& text) {
  const std::vector<Token> tokens = tokenise(text, english());
  const std::optional<Number> n = read_number(tokens, 0, static_cast<uint32_t>(tokens.size()), english());
  INFO(text);
  REQUIRE(n);
  return *n;
}

}  // namespace

TEST_CASE("digits are read exactly, with their separators") {
  check({{"5", "5"},
         {"1,234,567", "1234567"},
         {"50.20", "50.2"},
         {".5", "0.5"},
         {"0.05", "0.05"},
         {"1,234.5", "1234.5"}});
}

TEST_CASE("single spaces may part the thousands in running text") {
  check({{"45 302 births", "45302"},
         {"1 234 567 tonnes", "1234567"},
         {"45 302, as in", "45302"},
         {"45 302", "45; 302"},          // a row of a table
         {"45  302 births", "45; 302"},  // columns
         {"120 45 302 births", "120; 45; 302"},
         {"3.5 302 births", "3.5; 302"}});
}

TEST_CASE("fractions of one sign belong to their number") {
  check({{"6½ percent", "6.5"}, {"5 ¾ percent", "5.75"}, {"2⅛", "2.125"}});
}

TEST_CASE("fractions of markets belong to their number") {
  check({{"2-1/2", "2.5"},
         {"98-3/4", "98.75"},
         {"2 1/2", "2.5"},
         {"1/4", "0.25"},
         {"5/8", "0.625"},
         {"5-1/16", "5.0625"},
         {"33-1/3", "33.3333333333333333"}});
}

TEST_CASE("what only looks like a fraction is none") {
  check({{"7/7", "7; 7"},      // not below one
         {"3/100", "3; 100"},  // no market counts in hundredths
         {"12/31/2023", "12; 31; 2023"},
         {"1985/86", "1985; 86"}});
}

TEST_CASE("words are added up as they are said") {
  check({{"seven", "7"},
         {"twenty-five", "25"},
         {"twenty five", "25"},
         {"Ninety-nine", "99"},
         {"two hundred and fifty", "250 scaled"},
         {"two hundred fifty", "250 scaled"},
         {"one hundred and one", "101 scaled"},
         {"two hundred and fifty thousand", "250000 scaled"},
         {"five hundred million", "500000000 scaled"},
         {"twelve hundred", "1200 scaled"},
         {"forty-two million", "42000000 scaled"},
         {"a hundred", "100 scaled"},
         {"a million", "1000000 scaled"}});
}

TEST_CASE("numbers that only stand side by side are not added up") {
  check({{"two or three", "2; 3"},
         {"five six", "5; 6"},
         {"nineteen eighty", "19; 80"},
         {"twenty twelve", "20; 12"}});
}

TEST_CASE("scales shift the value, one after the other") {
  check({{"1,234.5 million", "1234500000 scaled"},
         {"6.31 million", "6310000 scaled"},
         {"1.5 trillion", "1500000000000 scaled"},
         {"1.11 thousand", "1110 scaled"},
         {"15-billion", "15000000000 scaled"},
         {"5 hundred thousand", "500000 scaled"},
         {"1.2 lakh crore", "1200000000000 scaled"},
         {"5 crore", "50000000 scaled"},
         {"12bn", "12000000000 scaled"},
         {"5m", "5000000 scaled"},
         {"3k", "3000 scaled"}});
}

TEST_CASE("a letter is a scale only where it is written to its number") {
  check({{"5 m", "5"}, {"5 k", "5"}});
}

TEST_CASE("a half or quarter may follow with and") {
  check({{"seven and a half million", "7500000 scaled"},
         {"one and a half", "1.5"},
         {"three and a quarter", "3.25"},
         {"2 and a half", "2.5"},
         {"seven and a half", "7.5"}});
}

TEST_CASE("three-quarter behind and was a number of its own") {
  check({{"two and three-quarter", "2.75"},
         {"one and one-third", "1.3333333333333333"},
         {"two and three", "2; 3"}});
}

TEST_CASE("parts of a whole are fractions") {
  check({{"half", "0.5 fraction"},
         {"a half", "0.5 fraction"},
         {"a third", "0.3333333333333333 fraction"},
         {"two-thirds", "0.6666666666666667 fraction"},
         {"two thirds", "0.6666666666666667 fraction"},
         {"a quarter", "0.25 fraction"},
         {"three quarters", "0.75 fraction"},
         {"three-quarters", "0.75 fraction"},
         {"four-fifths", "0.8 fraction"}});
}

TEST_CASE("half a million is a number, no fraction") {
  check({{"half a million", "500000 scaled"}, {"half a billion", "500000000 scaled"}});
}

TEST_CASE("an ordinal is no number") {
  check({{"third", ""}, {"the second", ""}});
}

TEST_CASE("dozens count twelve each") {
  check({{"a dozen", "12 scaled"}, {"two dozen", "24 scaled"}});
}

TEST_CASE("vague amounts are no numbers") {
  check({{"hundreds", ""}, {"dozens", ""}, {"a few", ""}, {"several", ""}, {"thousands of", ""}});
}

TEST_CASE("nothing is a number, too") {
  check({{"zero", "0"}, {"nil", "0"}});
}

TEST_CASE("a number says how it was written") {
  CHECK(first("twenty-five").words);
  CHECK_FALSE(first("25").words);
  CHECK(first("5 million").scale == 6);
  CHECK(first("1.2 lakh crore").scale == 12);
  CHECK(first("25").scale == 0);
  CHECK(first("6.31 million units").tokens == TokenRange{0, 2});
  CHECK(first("2-1/2 percent").tokens == TokenRange{0, 5});
  CHECK(first("two hundred and fifty thousand people").tokens == TokenRange{0, 5});
  CHECK(first("five and six").tokens == TokenRange{0, 1});
}

TEST_CASE("a number ends where its reader is told to stop") {
  const std::vector<Token> tokens = tokenise("6.31 million", english());
  const std::optional<Number> n = read_number(tokens, 0, 1, english());
  REQUIRE(n);
  CHECK(n->value == Decimal::of(631, -2));
  CHECK(n->tokens == TokenRange{0, 1});
}

TEST_CASE("no number begins at a word, a mark or a name") {
  for (const char* text : {"output", "$", "5G", "IPv6", "million", "and", "a", "percent"}) {
    const std::vector<Token> tokens = tokenise(text, english());
    INFO(text);
    CHECK_FALSE(read_number(tokens, 0, static_cast<uint32_t>(tokens.size()), english()));
  }
}

TEST_CASE("a number below a scale was multiplied by the scale after it") {
  check({{"three thousand two hundred", "3200 scaled"},
         {"one million two hundred thousand", "1200000 scaled"},
         {"two thousand five hundred and one", "2501 scaled"}});
}

TEST_CASE("a power of ten belongs to its number") {
  check({{"2.998×10−8", "0.00000002998"},
         {"6.02×10-3", "0.00602"},
         {"3×105", "3; 105"},
         {"4 × 10 12", "4; 10; 12"},
         {"5×108", "5; 108"},
         {"5×10 8", "5; 10; 8"}});
}

TEST_CASE("a fraction is written with either slash") {
  check({{"1⁄32", "0.03125"}, {"2 1⁄4", "2.25"}, {"1/32", "0.03125"}});
}

TEST_CASE("a capital letter apart is a scale before a noun") {
  check({{"8 B people", "8000000000 scaled"},
         {"8 B", "8"},
         {"8 b people", "8"},
         {"8 B in May", "8"},
         {"8 B Smith", "8"}});
}
