#include "statgrep/text/tokens.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "layers/english.h"

using namespace statgrep;
using statgrep::test::english;

namespace {

std::string cut(const std::string& text) {
  std::string out;
  for (const Token& t : tokenise(text, english()))
    out += (out.empty() ? "" : "|") + std::string(t.span.in(text));
  return out;
}

// The token that is printed as `word`; the text holds it once.
Token token(const std::string& text, const std::string& word) {
  for (const Token& t : tokenise(text, english()))
    if (t.span.in(text) == word) return t;
  FAIL("no token '" << word << "' in: " << text << " (" << cut(text) << ")");
  return {};
}

bool is(const std::string& text, const std::string& word, Cls cls) {
  return token(text, word).cls.meets(english().family(cls));
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("the lexicon's longest phrase is one token") {
  const Case kCases[] = {
      {"output rose year on year", "output|rose|year on year"},
      {"Year on  year, it rose", "Year on  year|,|it|rose"},
      {"year-on-year", "year-on-year"},
      {"5.1 percentage points", "5.1|percentage points"},
      {"25 basis points", "25|basis points"},
      {"more than 5 percent", "more than|5|percent"},
      {"5 per cent", "5|per cent"},
      {"euro area growth", "euro area|growth"},
      {"the year", "the|year"},
  };
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("a phrase may run over a line's end") {
  CHECK(cut("up 5 percent year\non year") == "up|5|percent|year\non year");
  CHECK(cut("5.1 percentage\r\npoints") == "5.1|percentage\r\npoints");
}

TEST_CASE("a unit or scale written to its number is a token of its own, a name with digits is one") {
  const Case kCases[] = {
      {"12bn yuan", "12|bn|yuan"},
      {"£1.2bn", "£|1.2|bn"},
      {"€5m", "€|5|m"},
      {"25p", "25|p"},
      {"5.2%", "5.2|%"},
      {"10am", "10|am"},
      {"22nd", "22|nd"},
      {"the 1980s", "the|1980|s"},
      {"5G users", "5G|users"},
      {"IPv6 and M2", "IPv6|and|M2"},
      {"A380", "A380"},
  };
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("numbers and dates that are written with hyphens stay apart") {
  const Case kCases[] = {
      {"2021-2025", "2021|-|2025"},     {"5-10 percent", "5|-|10|percent"},
      {"98-3/4", "98|-|3|/|4"},         {"two-thirds", "two|-|thirds"},
      {"twenty-five", "twenty|-|five"}, {"January-September", "January|-|September"},
      {"4-billion", "4|-|billion"},     {"Boeing 737-800", "Boeing|737|-|800"},
  };
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("a token knows whether a space stands before it") {
  CHECK_FALSE(token("5.2% up", "%").space_before);
  CHECK(token("5.2 % up", "%").space_before);
  CHECK(token("5.2\xC2\xA0percent", "percent").space_before);
  CHECK(token("rose\npercent", "percent").space_before);
  CHECK_FALSE(token("China's", "'s").space_before);
  CHECK_FALSE(token("first", "first").space_before);
}

TEST_CASE("words have their readings, whatever their letters") {
  CHECK(is("Output rose.", "rose", Cls::verb_rise));
  CHECK(is("OUTPUT ROSE.", "ROSE", Cls::verb_rise));
  CHECK(is("exports fell", "fell", Cls::verb_fall));
  CHECK(is("5 million", "million", Cls::num_scale));
  CHECK(is("5 percent", "percent", Cls::unit));
  CHECK(is("China’s exports", "’s", Cls::possessive));
  CHECK_FALSE(is("exports fell", "fell", Cls::verb_rise));
  CHECK(token("frobnicated", "frobnicated").entry == kNone);
}

TEST_CASE("capitals are told apart: a name, an acronym, neither") {
  CHECK(is("in China", "China", Cls::word_capital));
  CHECK_FALSE(is("in China", "China", Cls::word_caps));
  CHECK(is("the GDP", "GDP", Cls::word_caps));
  CHECK(is("the NEVs", "NEVs", Cls::word_capital));
  CHECK_FALSE(is("the NEVs", "NEVs", Cls::word_caps));
  CHECK_FALSE(is("the output", "output", Cls::word_capital));
  CHECK(is("A plan", "A", Cls::word_capital));
  CHECK_FALSE(is("A plan", "A", Cls::word_caps));
}

TEST_CASE("a number has its value, exactly") {
  const struct {
    const char* text;
    Decimal value;
  } kCases[] = {
      {"1,234,567", Decimal::of(1234567)}, {"50.20", Decimal::of(502, -1)}, {".05", Decimal::of(5, -2)},
      {"0.5", Decimal::of(5, -1)},         {"five", Decimal::of(5)},        {"Twelve", Decimal::of(12)}};
  for (const auto& c : kCases) {
    INFO(c.text);
    const std::vector<Token> tokens = tokenise(c.text, english());
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].value == c.value);
    CHECK(tokens[0].cls.has(bit(Cls::num_any)));
  }
}

TEST_CASE("digits that may be a year, a day or a month say so") {
  const struct {
    const char* text;
    bool year, day, month, short_year;
  } kCases[] = {
      {"2024", true, false, false, false},    {"1800", true, false, false, false},
      {"1799", false, false, false, false},   {"2199", true, false, false, false},
      {"2200", false, false, false, false},   {"2,024", false, false, false, false},
      {"2024.5", false, false, false, false}, {"31", false, true, false, true},
      {"32", false, false, false, true},      {"12", false, true, true, true},
      {"9", false, true, true, false},        {"0", false, false, false, false},
      {"1.5", false, false, false, false},    {"10", false, true, true, true},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    const ClassSet cls = token(c.text, c.text).cls;
    CHECK(cls.has(bit(Cls::num_year)) == c.year);
    CHECK(cls.has(bit(Cls::num_day)) == c.day);
    CHECK(cls.has(bit(Cls::num_month)) == c.month);
    CHECK(cls.has(bit(Cls::num_short_year)) == c.short_year);
  }
}

TEST_CASE("a number of more digits than any statistic is a name") {
  CHECK(is("call 12345678901234567890", "12345678901234567890", Cls::word_mixed));
  CHECK_FALSE(token("call 12345678901234567890", "12345678901234567890").cls.has(bit(Cls::num_any)));
}

TEST_CASE("may and march are months only where they are capital") {
  CHECK(is("in May", "May", Cls::time_month));
  CHECK(is("IN MAY", "MAY", Cls::time_month));
  CHECK_FALSE(is("output may rise", "may", Cls::time_month));
  CHECK_FALSE(is("they march on", "march", Cls::time_month));
  CHECK(is("in March", "March", Cls::time_month));
}

TEST_CASE("marks are known by their use") {
  const struct {
    const char* text;
    const char* mark;
    Cls cls;
  } kCases[] = {
      {"a, b", ",", Cls::punct_comma},  {"a; b", ";", Cls::punct_semicolon},
      {"a: b", ":", Cls::punct_colon},  {"(a", "(", Cls::punct_open},
      {"a)", ")", Cls::punct_close},    {"a. B", ".", Cls::punct_stop},
      {"a!", "!", Cls::punct_stop},     {"a?", "?", Cls::punct_stop},
      {"a...", "...", Cls::punct_dots}, {"a — b", "—", Cls::punct_dash},
      {"a – b", "–", Cls::punct_dash},  {"a -- b", "--", Cls::punct_dash},
      {"a - b", "-", Cls::punct_dash},  {"5-10", "-", Cls::punct_hyphen},
      {"to -5", "-", Cls::punct_minus}, {"to −5", "−", Cls::punct_minus},
      {"to +5", "+", Cls::punct_plus},  {"5/8", "/", Cls::punct_slash},
      {"“a”", "“", Cls::punct_quote},   {"a\"", "\"", Cls::punct_quote},
      {"• a", "•", Cls::punct_bullet},  {"* a", "*", Cls::punct_bullet},
      {"a -", "-", Cls::punct_dash},    {"a ~ b", "~", Cls::punct_other},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(token(c.text, c.mark).cls.has(bit(c.cls)));
  }
}

TEST_CASE("tokens cover all of a text but its spaces, in order") {
  static const char* const kBits[] = {"5",  "G",     "-",    "high", "tech", " ",  "year", " on ",
                                      "’s", ".",     "2024", "/",    "bn",   "\n", ",",    "May",
                                      "$",  " 5.2 ", "%",    "增",   "(",    ")",  "two",  "thirds"};
  std::mt19937 random(20240612);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (unsigned n = random() % 15; n > 0; --n) text += kBits[random() % std::size(kBits)];
    INFO(text);
    uint32_t at = 0;
    for (const Token& t : tokenise(text, english())) {
      REQUIRE(t.span.begin >= at);
      REQUIRE(t.span.end > t.span.begin);
      REQUIRE(t.span.end <= text.size());
      REQUIRE(text.substr(at, t.span.begin - at).find_first_not_of(" \n") == std::string::npos);
      at = t.span.end;
    }
    REQUIRE(text.substr(at).find_first_not_of(" \n") == std::string::npos);
  }
}

TEST_CASE("an empty text has no tokens") {
  CHECK(tokenise("", english()).empty());
  CHECK(tokenise(" \n\t", english()).empty());
}

TEST_CASE("a hyphenated word was left without its last part") {
  CHECK(cut("high-tech output") == "high-tech|output");
  CHECK(cut("plug-in hybrids") == "plug-in|hybrids");
  CHECK(cut("COVID-19 cases") == "COVID-19|cases");
}

TEST_CASE("a currency written to its number is a token of its own") {
  const Case kCases[] = {{"cost USD10m", "cost|USD|10|m"},
                         {"cost RM2.5 million", "cost|RM|2.5|million"},
                         {"cost EUR500", "cost|EUR|500"},
                         {"cost $A82,615", "cost|$A|82,615"},
                         {"cost ($A82)", "cost|(|$A|82|)"}};
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
  CHECK(is("cost $A82,615", "$A", Cls::currency_sign));
}

TEST_CASE("a letter is a currency only before an amount") {
  const Case kCases[] = {{"rose to R223 billion", "rose|to|R|223|billion"},
                         {"were R18.08 each", "were|R|18.08|each"},
                         {"cost K500", "cost|K|500"},
                         {"cost Sh5,100", "cost|Sh|5,100"},
                         {"the R500 model", "the|R500|model"},
                         {"of N95 masks", "of|N95|masks"},
                         {"Road N340", "Road|N340"}};
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("letters that are no currency, or too short a number, make a name") {
  const Case kCases[] = {{"the PS5", "the|PS5"},
                         {"the USD5", "the|USD5"},
                         {"the A82,615", "the|A82|,|615"},
                         {"the XQ615", "the|XQ615"},
                         {"the USD10x", "the|USD|10x"}};
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("an article before a sign names no country") {
  CHECK(cut("a $5 fee") == "a|$|5|fee");
  CHECK(cut("A$5 fee") == "A$|5|fee");
}

TEST_CASE("a unit before a hyphen belongs to its number") {
  const Case kCases[] = {{"the 43.4 percent-owned mill", "the|43.4|percent|-|owned|mill"},
                         {"a 90-mile-long canal", "a|90|-|mile|-|long|canal"},
                         {"a 30-year-old mill", "a|30|-|year-old|mill"},
                         {"the percent-owned mill", "the|percent-owned|mill"}};
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("to joins words, but no months and no numbers") {
  const Case kCases[] = {{"the sale-to-list gap", "the|sale-to-list|gap"},
                         {"a face-to-face talk", "a|face-to-face|talk"},
                         {"the May-to-June figure", "the|May|-|to|-|June|figure"},
                         {"five-to-six", "five|-|to|-|six"},
                         {"5-to-6", "5|-|to|-|6"}};
  for (const Case& c : kCases) CHECK(cut(c.text) == c.expected);
}

TEST_CASE("a word for minus stays apart from its number") {
  CHECK(cut("at minus-5 degrees") == "at|minus|-|5|degrees");
}

TEST_CASE("the bracket of a stock's code was read as less than") {
  auto words = [](const std::string& text) {
    std::string out;
    for (const Token& t : tokenise(text, english()))
      out += (out.empty() ? "" : " ") + std::string(t.span.in(text));
    return out;
  };
  CHECK(words("shares of Viratek <VIRA.O> owned") == "shares of Viratek owned");
  CHECK(words("stake in <Encor Energy>, he said") == "stake in Encor Energy , he said");
  CHECK(words("shares of <VIRA> owned") == "shares of VIRA owned");
  CHECK(words("<5 percent") == "< 5 percent");
  CHECK(words("a < b") == "a < b");
  CHECK(words("Viratek <VIRA\nB> owned") == "Viratek < VIRA B > owned");
}
