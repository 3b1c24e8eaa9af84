#include "statgrep/record/names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"
#include "statgrep/text/tokens.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

// A phrase that stands in the middle of a sentence, so that its capitals count.
struct Phrase {
  explicit Phrase(const std::string& words, Acronyms known = {})
      : text(words),
        tokens(tokenise(text, english())),
        acronyms(std::move(known)),
        namer(text, tokens, english(), acronyms) {}
  TokenRange all() const { return {0, static_cast<uint32_t>(tokens.size())}; }

  std::string text;
  std::vector<Token> tokens;
  Acronyms acronyms;
  Namer namer;
};

std::string name(const std::string& words, bool movement = false) {
  const Phrase p(words);
  return p.namer.name(p.all(), movement, kNone).name;
}

std::string area(const std::string& words) {
  const Phrase p(words);
  return p.namer.name(p.all(), false, kNone).area;
}

std::string unit(const std::string& words) {
  const Phrase p(words);
  return p.namer.unit_noun(p.all());
}

std::string conjuncts(const std::string& words, size_t count) {
  const Phrase p(words);
  std::vector<std::string> out;
  for (const std::vector<TokenRange>& parts : p.namer.conjuncts(p.all(), count))
    out.push_back(p.namer.name_parts(parts, false, kNone).name);
  return join(out, "; ");
}

std::string acronyms_in(const std::string& text) {
  const std::vector<Token> tokens = tokenise(text, english());
  Acronyms found;
  find_acronyms(text, tokens, {0, static_cast<uint32_t>(tokens.size())}, english(), found);
  std::vector<std::string> out;
  for (const auto& [acronym, meaning] : found) out.push_back(acronym + "=" + meaning);
  return join(out, "; ");
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("determiners and quotes are no part of a name") {
  const Case kCases[] = {
      {"the industrial output", "industrial output"}, {"its revenue", "revenue"},
      {"a quarterly dividend", "quarterly dividend"}, {"the \"old\" industries", "old industries"},
      {"the “old” industries", "old industries"},     {"output", "output"}};
  for (const Case& c : kCases) CHECK(name(c.text) == c.expected);
}

TEST_CASE("a short phrase with of or in is turned head-last, its modifiers in the singular") {
  const Case kCases[] = {{"investment in high-tech manufacturing", "high-tech manufacturing investment"},
                         {"the output of solar cells", "solar cell output"},
                         {"sales of new energy vehicles", "new energy vehicle sales"},
                         {"the price of lithium carbonate", "lithium carbonate price"},
                         {"the output of the mines", "mine output"},
                         {"the stock of homes", "home stock"},
                         {"the market for cars", "market for cars"}};
  for (const Case& c : kCases) CHECK(name(c.text) == c.expected);
}

TEST_CASE("three ways of saying one name are one name") {
  for (const char* words : {"investment in high-tech manufacturing", "the high-tech manufacturing investment",
                            "high-tech manufacturing's investment", "high-tech manufacturing’s investment"})
    CHECK(name(words) == "high-tech manufacturing investment");
}

TEST_CASE("a long phrase keeps its order") {
  const Case kCases[] = {
      {"the value added of industrial enterprises above the designated size",
       "value added of industrial enterprises above the designated size"},
      {"exports of mechanical and electrical products", "exports of mechanical and electrical products"},
      {"trade with ASEAN", "trade with ASEAN"},
      {"output per worker", "output per worker"}};
  for (const Case& c : kCases) CHECK(name(c.text) == c.expected);
}

TEST_CASE("names keep their capitals, a sentence's first word does not") {
  CHECK(name("Larkfield shares") == "Larkfield shares");
  CHECK(name("shares of Larkfield") == "Larkfield shares");
  CHECK(name("GDP") == "GDP");
  CHECK(name("5G users") == "5G users");
  const auto at_start = [](const std::string& words) {
    const Phrase p(words);
    return p.namer.name(p.all(), false, 0).name;
  };
  CHECK(at_start("Industrial output") == "industrial output");
  CHECK(at_start("GDP per head") == "GDP per head");
  CHECK(at_start("IPv6 traffic") == "IPv6 traffic");
  CHECK(at_start("E-commerce sales") == "e-commerce sales");
}

TEST_CASE("an acronym in brackets is dropped") {
  CHECK(name("the consumer price index (CPI)") == "consumer price index");
  CHECK(name("gross domestic product (GDP)") == "gross domestic product");
  CHECK(name("sales of new energy vehicles (NEVs)") == "new energy vehicle sales");
}

TEST_CASE("an acronym that is known is spelt out") {
  const Phrase p("core CPI", {{"cpi", "consumer price index"}});
  CHECK(p.namer.name(p.all(), false, kNone).name == "core consumer price index");
  const Phrase q("the NEVs", {{"nevs", "new energy vehicles"}});
  CHECK(q.namer.name(q.all(), false, kNone).name == "new energy vehicles");
}

TEST_CASE("of a movement the head that names it is dropped") {
  const Case kCases[] = {{"the growth of output", "output"},
                         {"growth in exports", "exports"},
                         {"the increase in output", "output"},
                         {"GDP growth", "GDP"},
                         {"output", "output"}};
  for (const Case& c : kCases) CHECK(name(c.text, true) == c.expected);
  CHECK(name("GDP growth", false) == "GDP growth");
}

TEST_CASE("a place goes to its own field") {
  const struct {
    const char* text;
    const char* name;
    const char* area;
  } kCases[] = {{"China's exports", "exports", "China"},
                {"China’s industrial output", "industrial output", "China"},
                {"Chinese exports", "exports", "China"},
                {"exports of China", "exports", "China"},
                {"inflation in the euro area", "inflation", "euro area"},
                {"sales in Japan", "sales", "Japan"},
                {"industrial output", "industrial output", ""},
                {"trade with China", "trade with China", ""}};
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(name(c.text) == c.name);
    CHECK(area(c.text) == c.area);
  }
}

TEST_CASE("the conjuncts of a phrase are named as if they stood alone") {
  CHECK(conjuncts("production and sales of cars", 2) == "car production; car sales");
  CHECK(conjuncts("the output of solar cells and charging piles", 2) ==
        "solar cell output; charging pile output");
  CHECK(conjuncts("exports of cars, trucks and buses", 3) == "car exports; truck exports; bus exports");
  CHECK(conjuncts("infrastructure investment and manufacturing investment", 2) ==
        "infrastructure investment; manufacturing investment");
  CHECK(conjuncts("output of mining, of steel and of paper", 3) ==
        "mining output; steel output; paper output");
}

TEST_CASE("a phrase of another number of parts has no conjuncts") {
  CHECK(conjuncts("production and sales of cars", 3) == "");
  CHECK(conjuncts("industrial output", 2) == "");
}

TEST_CASE("a counted noun is the head of its phrase, in the singular") {
  const Case kCases[] = {{"enterprises", "enterprise"},
                         {"new energy vehicles", "vehicle"},
                         {"digital workshops and smart factories", "factory"},
                         {"members of the club", "member"},
                         {"people", "person"},
                         {"charging piles", "pile"},
                         {"base stations in operation", "station"}};
  for (const Case& c : kCases) CHECK(unit(c.text) == c.expected);
}

TEST_CASE("plurals are undone by the language's own rules") {
  const Phrase p("x");
  const Case kCases[] = {{"vehicles", "vehicle"}, {"factories", "factory"}, {"companies", "company"},
                         {"people", "person"},    {"women", "woman"},       {"boxes", "box"},
                         {"buses", "bus"},        {"sales", "sale"},        {"business", "business"},
                         {"vehicle", "vehicle"},  {"children", "child"}};
  for (const Case& c : kCases) CHECK(p.namer.singular(c.text) == c.expected);
}

TEST_CASE("acronyms are found where the words before the bracket spell them") {
  CHECK(acronyms_in("sales of new energy vehicles (NEVs) rose") ==
        "nev=new energy vehicle; nevs=new energy vehicles");
  CHECK(acronyms_in("the Ministry of Industry and Information Technology (MIIT) said") ==
        "miit=Ministry of Industry and Information Technology");
  CHECK(acronyms_in("the foreign exchange reserve (FER) rose") == "fer=foreign exchange reserve");
  CHECK(acronyms_in("the index (CPI) rose") == "");
  CHECK(acronyms_in("output (down) rose") == "");
  CHECK(acronyms_in("Maria Lindqvist (R) said") == "");
  CHECK(acronyms_in("output rose (5 percent)") == "");
}

TEST_CASE("words are given back as printed, white space folded") {
  const Phrase p("the  output\nof steel, it said");
  CHECK(p.namer.verbatim({0, 5}) == "the output of steel,");
  CHECK(p.namer.verbatim({0, 0}) == "");
}

TEST_CASE("a loss beside operating earnings a share was one of no share") {
  const Phrase p("Oper shr two loss");
  const uint32_t last = p.all().last - 1;
  CHECK(p.namer.alias({last, last + 1}, {0, last - 1}, 2).starts_with("operating loss per share"));
  CHECK(p.namer.alias({last, last + 1}, {0, last - 1}, 3).empty());
}

TEST_CASE("what was earned was named after who earned it") {
  const Phrase p("earned");
  CHECK(p.namer.alias({0, 1}) == "earnings");
}
