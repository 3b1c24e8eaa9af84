#include "statgrep/record/builder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

constexpr const char* kDate = "2024-06-12";

// The text's one record.
Record only(const std::string& text) {
  const std::vector<Record> records = records_in(text, kDate);
  INFO(text << " => " << statements_in(text, kDate));
  REQUIRE(records.size() == 1);
  return records[0];
}

struct Case {
  const char* text;
  const char* expected;
};

void check_units(const std::vector<Case>& cases) {
  for (const Case& c : cases) CHECK(only(c.text).unit == c.expected);
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(statements_in(c.text, kDate) == c.expected);
  }
}

int confidence(const std::string& text) {
  return records_in(text, kDate).at(0).confidence;
}

}  // namespace

TEST_CASE("a record has what the sentence states") {
  const Record r = only("China's industrial output rose about 5.2 percent year on year in May.");
  CHECK(r.indicator == "industrial output");
  CHECK(r.area == "China");
  CHECK(r.measure == Measure::growth);
  CHECK(r.value == Decimal::of(52, -1));
  CHECK_FALSE(r.value_high);
  CHECK(r.value_text == "5.2 percent");
  CHECK(r.unit == "%");
  CHECK(r.basis == Basis::YoY);
  CHECK(r.qualifier == Qualifier::approx);
  CHECK(r.status == Status::none);
  REQUIRE(r.period);
  CHECK(r.period->text == "in May");
  CHECK(show(*r.period->bounds) == "2024-05");
  CHECK_FALSE(r.period->inherited);
  CHECK(r.rule.starts_with("en."));
}

TEST_CASE("a mention is the place of the statement in the source") {
  const std::string text = "Headline\n\nThe office said so. Industrial output rose 5.2 percent in May.\n";
  const Document document = document_of(text, parse_date(kDate));
  const std::vector<Record> records = Pipeline(builtin_packs(), {"en"}).run(document, nullptr);
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].mentions.size() == 1);
  const Mention& m = records[0].mentions[0];
  CHECK(m.line == 3);
  const std::string stated = text.substr(m.start, m.end - m.start);
  CHECK_THAT(stated, Catch::StartsWith("Industrial output rose 5.2 percent"));
  CHECK(m.quote == "Industrial output rose 5.2 percent in May.");
}

TEST_CASE("a quote is one line, whatever lines it stood on") {
  const std::vector<Record> records = records_in(
      "The office said on Monday that in the month of May industrial\noutput rose 5.2 percent from a year "
      "earlier, which was more\n"
      "than most people had thought that it would be when they were\nasked.\n",
      kDate);
  REQUIRE(records.size() == 1);
  CHECK(records[0].mentions[0].quote.find('\n') == std::string::npos);
}

TEST_CASE("mentions count in the source where markup was removed") {
  Document document = document_of("Output rose 5 percent in May.", parse_date(kDate));
  document.source = "a.html";
  document.steps = {{0, 10}};  // ten bytes of markup stood before the text
  const std::vector<Record> records = Pipeline(builtin_packs(), {"en"}).run(document, nullptr);
  REQUIRE(records.size() == 1);
  CHECK(records[0].mentions[0].start == 10);
  CHECK(records[0].mentions[0].source == "a.html");
}

TEST_CASE("a fall is negative, a written sign stands") {
  check({{"Output fell 5 percent.", "output: growth -5 %"},
         {"Output growth was -5 percent.", "output: growth -5 %"},
         {"Output fell between 5 and 7 percent.", "output: growth -7..-5 %"},
         {"Output rose between 5 and 7 percent.", "output: growth 5..7 %"}});
}

TEST_CASE("units are codes, counted nouns in the singular, or 1") {
  check_units({{"Output reached 5 million tonnes.", "t"},
               {"Revenue reached 5 million yuan.", "CNY"},
               {"The price was 90,000 yuan per tonne.", "CNY/t"},
               {"Usage was 18.15 GB.", "GBy"},
               {"Gross margin was 41.6 percent.", "%"},
               {"The PMI stood at 50.2.", "1"},
               {"Exports were 3.5 times those of 2019.", "1"},
               {"Sales reached 5 million vehicles.", "vehicle"},
               {"There were 12,000 enterprises.", "enterprise"}});
}

TEST_CASE("a bare number takes its indicator's noun") {
  check({{"The number of employees rose to 5,000.", "employees: level 5000 employee"},
         {"The number of mobile phone users rose to 5 million.", "mobile phone users: level 5000000 user"}});
}

TEST_CASE("a dollar is that of the text, else of its country, else of the United States") {
  check_units({{"Revenue reached $5 million.", "USD"},
               {"Revenue of Australia's miners reached $5 million.", "AUD"},
               {"Revenue reached A$5 million.", "AUD"}});
  check({{"Revenue reached 5 million Canadian dollars. Profit was $3 million.",
          "revenue: level 5000000 CAD; profit: level 3000000 CAD"}});
}

TEST_CASE("a list that is told respectively gives each its own value") {
  check({{"Production and sales of cars rose 5 percent and 6 percent, respectively.",
          "car production: growth 5 %; car sales: growth 6 %"},
         {"Output of cars and trucks rose 5 percent and 6 percent, respectively.",
          "car output: growth 5 %; truck output: growth 6 %"},
         {"Exports of cars, trucks and buses rose 5, 6 and 7 percent.",
          "car exports: growth 5 %; truck exports: growth 6 %; bus exports: growth 7 %"},
         {"Production and sales of cars reached 6.31 million and 6.27 million units, up 5 percent and 6 "
          "percent, respectively.",
          "car production: level 6310000 unit; car sales: level 6270000 unit; car production: growth 5 %; "
          "car sales: growth 6 %"}});
}

TEST_CASE("what takes up the statement before is named after it") {
  check({{"Industrial output rose 5 percent in May. It rose 4 percent in April.",
          "industrial output: growth 5 %; industrial output: growth 4 %"},
         {"Industrial output rose 5 percent in May. The figure was 4 percent in April.",
          "industrial output: growth 5 %; industrial output: level 4 %"}});
}

TEST_CASE("an acronym that the text defined is spelt out wherever it comes again") {
  check({{"The consumer price index (CPI) rose 5 percent. Core CPI rose 4 percent.",
          "consumer price index: growth 5 %; core consumer price index: growth 4 %"},
         {"Sales of new energy vehicles (NEVs) rose. NEV exports rose 5 percent.",
          "new energy vehicle exports: growth 5 %"},
         {"Core CPI rose 4 percent.", "core CPI: growth 4 %"}});
}

TEST_CASE("a word that may be noun or verb is an indicator after a comma or an and, too") {
  check(
      {{"In May, exports rose 5 percent.", "exports: growth 5 %"},
       {"Exports rose 5 percent and imports fell 3 percent.", "exports: growth 5 %; imports: growth -3 %"}});
}

TEST_CASE("a count is its own indicator") {
  check({{"The country has 12.8 million charging piles.", "charging piles: level 12800000 pile"},
         {"The company employs 25,000 people.", "people: level 25000 person"},
         {"There were 12,000 enterprises.", "enterprises: level 12000 enterprise"}});
}

TEST_CASE("a statement of nothing is none") {
  CHECK(records_in("It rose 5 percent.", kDate).empty());
}

TEST_CASE("a growth that goes on in the next sentence is one record") {
  const Record r =
      only("Industrial output rose 5 percent in May. This growth has lasted for 36 consecutive months.");
  REQUIRE(r.streak);
  CHECK(*r.streak == Streak{Decimal::of(36), "month", "up"});
}

TEST_CASE("a statement that is made twice is one record with two mentions") {
  const Record r = only(
      "Industrial output rose 5 percent in May.\n\nThe office said industrial output rose 5 percent in May.");
  CHECK(r.mentions.size() == 2);
}

TEST_CASE("less that is stated is less sure") {
  const int stated = confidence("Industrial output rose 5 percent in May 2024.");
  CHECK(stated > confidence("Industrial output rose 5 percent."));
  CHECK(stated <= 100);
  const std::vector<Record> records = records_in(
      "Industrial output rose 5 percent in May. Retail sales rose 4 percent. They rose 3 percent in April.",
      kDate);
  REQUIRE(records.size() == 3);
  CHECK(records[0].confidence > records[1].confidence);  // the period is inherited
  CHECK(records[0].confidence > records[2].confidence);  // the indicator is taken up
}

TEST_CASE("an unknown year is less sure than a known one") {
  const std::string text = "Industrial output rose 5 percent in May.";
  CHECK(records_in(text, "").at(0).confidence < records_in(text, kDate).at(0).confidence);
}

TEST_CASE("currencies are those of the areas that a text names, in their order") {
  const auto currencies = [](const std::string& text) {
    return join(find_currencies(analyse(text, english(), nullptr).tokens, english()), " ");
  };
  CHECK(currencies("Japan and Australia trade with Japan.") == "JPY AUD");
  CHECK(currencies("They trade.") == "");
}

TEST_CASE("what a text does not state makes no record") {
  for (const char* text : {"The meeting is on October 23rd.", "The 14th Five-Year Plan runs to 2025.",
                           "Boeing 737 jets were grounded.", "Call (503) 555-0147 for more.",
                           "It begins at 9 a.m. on page 12.", "See Table 3.", "He was born in 1987."}) {
    INFO(text);
    CHECK(statements_in(text, kDate) == "");
  }
}

TEST_CASE("half a point was taken for a share, a verb for a word that grades a number") {
  const Record point = only("The rate fell half a percentage point in May.");
  CHECK(point.unit == "pp");
  CHECK(point.value == Decimal::of(-5, -1));
  CHECK(only("A sector grew 5 percent in May.").indicator == "sector");
}

TEST_CASE("a basis reached into the next clause") {
  const std::vector<Record> records =
      records_in("Output rose 5 percent year on year in May, and sales fell 3 percent.", kDate);
  REQUIRE(records.size() == 2);
  CHECK(records[0].basis == Basis::YoY);
  CHECK(records[1].basis == Basis::none);
}
