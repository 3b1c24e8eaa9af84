// Who states it: src/record/sources.h
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;  // the attribution of each record, "-" for none
};

std::string sources_in(const char* text) {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, "2024-06-12"))
    out.push_back(r.attribution.empty() ? "-" : r.attribution);
  return join(out, "; ");
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(sources_in(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("who reports a clause is its source") {
  check({{"The ministry said exports rose 3 percent.", "ministry"},
         {"Saudi\nArabia said exports rose 3 percent.", "Saudi Arabia"},
         {"The ministry also said exports rose 3 percent.", "ministry"},
         {"The ministry has said that exports rose 3 percent.", "ministry"},
         {"Nomura forecast that exports will rise 3 percent.", "Nomura"},
         {"Mei Tan, deputy head of the office, said exports rose 3 percent.", "Mei Tan"},
         {"The company reported a net profit of 3 million dollars.", "company"},
         {"A survey showed output fell 3 percent, while the ministry said prices rose 2 percent.",
          "survey; ministry"}});
}

TEST_CASE("a source may trail what it states") {
  check({{"Exports rose 3 percent, the ministry said in a statement.", "ministry"},
         {"Exports rose 3 percent, the ministry said, and imports fell 2 percent.", "ministry; ministry"},
         {"In May, the ministry said, exports rose 3 percent.", "ministry"},
         {"Exports rose 3 percent, said Mei Tan, chief economist at a bank.", "Mei Tan"},
         {"\"Exports rose 3 percent,\" the minister told reporters.", "minister"}});
}

TEST_CASE("words that name a source") {
  check(
      {{"According to Eurostat, exports rose 3 percent.", "Eurostat"},
       {"Exports rose 3 percent, according to the customs office.", "customs office"},
       {"Exports rose 3 percent, data from the customs office showed.", "customs office"},
       {"Exports rose 3 percent, an estimate by Eurostat, the statistics office, showed today.", "Eurostat"},
       {"Exports rose 3 percent, according to estimates by Eurostat.", "Eurostat"},
       {"Exports rose 3 percent, customs figures released on Monday showed.", "customs figures"},
       {"Official data showed exports rose 3 percent.", "Official data"}});
}

TEST_CASE("who expects gives way to who states") {
  check({{"Analysts expect exports to rise 3 percent.", "Analysts"},
         {"Analysts expect exports to rise 3 percent, according to Eurostat.", "Eurostat"},
         {"Exports are expected to rise 3 percent.", "-"}});
}

TEST_CASE("what is measured, a pronoun or an actor is no source") {
  check({{"Exports showed a rise of 3 percent.", "-"},
         {"Exports added 3 percent.", "-"},
         {"The economy added 25,000 jobs while unemployment rose to 4.1 percent.", "-; -"},
         {"He said exports rose 3 percent.", "-"},
         {"Under a deal, Italy has agreed to buy 12 ships.", "-"},
         {"Exports are said to have risen 3 percent.", "-"},
         {"Exports rose 3 percent, Italy has shown interest.", "-"},
         {"Exports rose 3 percent. The ministry said imports fell 2 percent.", "-; ministry"}});
}
