// Which place a record is about: src/record/places.h
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;  // each record's indicator and area
};

std::string places_in(const char* text) {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, "2024-06-12"))
    out.push_back(r.indicator + " @ " + (r.area.empty() ? "-" : r.area));
  return join(out, "; ");
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(places_in(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("a place behind the figure is that figure's") {
  check({{"Output rose 3 percent in Germany.", "output @ Germany"},
         {"Unemployment was 5.1 percent in Germany, 8.2 percent in France and 9 percent in Italy.",
          "unemployment @ Germany; unemployment @ France; unemployment @ Italy"},
         {"Output rose 3 percent in May in Germany.", "output @ Germany"},
         {"Output rose 3 percent in Germany, after a fall of 2 percent in April.",
          "output @ Germany; output @ Germany"},
         {"Output rose 3 percent in a survey of Germany.", "output @ -"}});
}

TEST_CASE("a place at the front of a clause is of what follows") {
  check(
      {{"In Germany, output rose 3 percent.", "output @ Germany"},
       {"In Germany output rose 3 percent.", "output @ Germany"},
       {"In Germany, output rose 3 percent and imports fell 2 percent.",
        "output @ Germany; imports @ Germany"},
       {"In Germany, output rose 3 percent, while in France, output fell 2 percent.",
        "output @ Germany; output @ France"},
       {"Output in Germany rose 3 percent, while imports fell 2 percent.", "output @ Germany; imports @ -"}});
}

TEST_CASE("a place may be the subject, the possessor or an item of a list") {
  check(
      {{"Germany grew 0.3 percent.", "Germany @ Germany"},
       {"Germany's output rose 3 percent.", "output @ Germany"},
       {"Germany's surplus was 3 million dollars, Italy's 2 million.", "surplus @ Germany; surplus @ Italy"},
       {"The surplus with Germany was 3 million dollars, Italy 2 million.",
        "surplus with Germany @ -; surplus with Italy @ -"},
       {"China's surplus with Germany was 3 million dollars, Italy 2 million.",
        "surplus with Germany @ China; surplus with Italy @ China"}});
}

TEST_CASE("a place with its figure in brackets is of what was measured") {
  check(
      {{"Inflation was highest in Estonia (5.5%), Croatia and Latvia (both 4.4%).",
        "inflation @ Estonia; inflation @ Croatia; inflation @ Latvia"},
       {"The lowest rents were in Spain (12 euros) and Greece (14 euros).", "rents @ Spain; rents @ Greece"},
       {"Inflation was 2.4 percent. Of the others, Germany (2.6%) and Spain (2.9%) stood above.",
        "inflation @ -; inflation @ Germany; inflation @ Spain"}});
}
