#include "statgrep/match/matcher.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/english.h"
#include "layers/small_pack.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

const char* const kLexicon =
    "@verb.rise\nrose\t1\ngained\n@verb.fall\nfell\n@verb.be\nwas\n@verb.double\ndoubled\t100\n@"
    "unit\npercent\t%|0\ntons\tt|0\n"
    "@prep.of\nof\n@attach\nof\n@prep.to\nto\n@prep.in\nin\n@conj.and\nand\n@adv\nslowly\n@adv."
    "respectively\nrespectively\n"
    "@det.def\nthe\n@num.ordinal\nsecond\t2\n@verb.rank\nranks\n@verb.modal\nwill\tforecast\n@verb."
    "project\nexpected\testimate\n"
    "@qual.over\nover\n@dir.down\ndown\n@dir.up\nup\n@noun\nsales\noutput\nsteel\ntons\n";

const char* const kRise = R"({"value": "q", "indicator": "i", "measure": "=growth", "sign": "v"})";
const char* const kValue = R"({"value": "q"})";

struct Found {
  explicit Found(const SmallPack& xx, const std::string& words, Trace* trace = nullptr)
      : text(words), pack(xx.pack()), analysis(analyse(text, pack, trace)) {}

  const std::vector<Frame>& frames() const { return analysis.sentences.at(0).frames; }
  std::string words(TokenRange r) const { return words_of(text, analysis.tokens, r); }
  // "rule=value(indicator)", in the order in which frames come.
  std::string shown() const {
    std::vector<std::string> out;
    for (const Frame& f : frames())
      out.push_back(std::string(pack.text(pack.rules()[f.rule].id)) + "=" + f.quantity.value.to_string() +
                    (f.indicator.size() > 0 ? "(" + words(f.indicator) + ")" : ""));
    return join(out, " ");
  }

  std::string text;
  const Pack& pack;
  DocumentAnalysis analysis;
};

}  // namespace

TEST_CASE("of two rules that want one quantity the one of higher priority has it") {
  const SmallPack xx(kLexicon,
                     {rule("low", "frame", 10, "{i:np} {v:verb.rise} {q:qty}", kRise),
                      rule("high", "frame", 90, "{v:verb.rise} {q:qty}", R"({"value": "q", "sign": "v"})")});
  CHECK(Found(xx, "sales rose 5 percent").shown() == "high=5(sales)");
}

TEST_CASE("at one priority the longer match has it, then the one that starts first") {
  const SmallPack xx(kLexicon, {rule("b.short", "frame", 50, "{v:verb.rise} {q:qty}", kValue),
                                rule("a.long", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise)});
  CHECK(Found(xx, "sales rose 5 percent").shown() == "a.long=5(sales)");
  const SmallPack yy(kLexicon, {rule("a.later", "frame", 50, "{verb.rise} {q:qty} of", kValue),
                                rule("b.first", "frame", 50, "{np} {verb.rise} {q:qty}", kValue)});
  CHECK(Found(yy, "sales rose 5 percent of it").shown() == "b.first=5");
}

TEST_CASE("a rule that loses one quantity may still have another") {
  const SmallPack xx(kLexicon, {rule("move", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise),
                                rule("bare", "frame", 10, "{q:qty}", kValue)});
  CHECK(Found(xx, "sales rose 5 percent to 7 tons").shown() == "move=5(sales) bare=7");
}

TEST_CASE("frames come in the order of their quantities, whatever their priorities") {
  const SmallPack xx(kLexicon, {rule("second", "frame", 90, "to {q:qty}", kValue),
                                rule("first", "frame", 10, "{v:verb.rise} {q:qty}", kValue)});
  CHECK(Found(xx, "sales rose 5 percent to 7 tons").shown() == "first=5(sales) second=7");
}

TEST_CASE("matches may overlap where they want different quantities") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{verb.rise} {q:qty} to {qty}", kValue),
                                rule("b", "frame", 50, "{qty} to {q:qty}", kValue)});
  CHECK(Found(xx, "sales rose 5 percent to 7 tons").shown() == "a=5(sales) b=7");
}

TEST_CASE("a rule is tried at every chunk, but not at one that may be stepped over") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{v:verb.rise} {q:qty}", kValue),
                                rule("b", "frame", 90, "{adv} {verb.rise} {q:qty}", kValue)});
  CHECK(Found(xx, "sales rose 5 percent and output gained 3 percent").shown() == "a=5(sales) a=3");
  CHECK(Found(xx, "sales slowly rose 5 percent").shown() == "a=5(sales)");
}

TEST_CASE("adverbs inside a match are stepped over, marks are not") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise)});
  CHECK(Found(xx, "sales slowly rose 5 percent").shown() == "a=5(sales)");
  CHECK(Found(xx, "sales, rose 5 percent").shown() == "");
}

TEST_CASE("a sentence begins after its bullet") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "^ {i:np} {v:verb.rise} {q:qty}", kRise)});
  CHECK(Found(xx, "sales rose 5 percent").shown() == "a=5(sales)");
  CHECK(Found(xx, "• sales rose 5 percent").shown() == "a=5(sales)");
  CHECK(Found(xx, "and sales rose 5 percent").shown() == "");
}

TEST_CASE("a rule whose value took no part makes nothing") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{i:np} {v:verb.rise} {q:qty}?", kRise)});
  CHECK(Found(xx, "sales rose, 5 percent").shown() == "");
}

TEST_CASE("rules for spots make no frames") {
  const SmallPack xx(kLexicon, {rule("a", "spot", 50, "rose", R"({"kind": "=trap"})")});
  CHECK(Found(xx, "sales rose 5 percent").shown() == "");
}

TEST_CASE("a list of quantities gives a frame for each") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise)});
  const Found found(xx, "sales rose 5 percent and 7 percent");
  CHECK(found.shown() == "a=5(sales) a=7(sales)");
  REQUIRE(found.frames().size() == 2);
  CHECK(found.frames()[0].list_count == 2);
  CHECK(found.frames()[0].list_index == 0);
  CHECK(found.frames()[1].list_index == 1);
}

TEST_CASE("the sign is that of the verb or direction, or what the rule says") {
  const SmallPack xx(kLexicon, {rule("v", "frame", 50, "{i:np} {v:verb.rise|verb.fall} {q:qty}", kRise),
                                rule("d", "frame", 50, "{i:np} was {v:dir} {q:qty}", kRise),
                                rule("c", "frame", 50, "{i:np} will {q:qty}",
                                     R"({"value": "q", "indicator": "i", "sign": -1})")});
  const auto sign = [&](const std::string& text) {
    const Found found(xx, text);
    REQUIRE(found.frames().size() == 1);
    return found.frames()[0].sign;
  };
  CHECK(sign("sales rose 5 percent") == 1);
  CHECK(sign("sales fell 5 percent") == -1);
  CHECK(sign("sales was up 5 percent") == 1);
  CHECK(sign("sales was down 5 percent") == -1);
  CHECK(sign("sales will 5 percent") == -1);
}

TEST_CASE("without an indicator of its own a statement continues the one before") {
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise),
                                rule("b", "frame", 10, "to {q:qty}", kValue)});
  const Found found(xx, "sales rose 5 percent to 7 tons");
  REQUIRE(found.frames().size() == 2);
  CHECK(found.frames()[0].antecedent == -1);
  CHECK(found.frames()[1].antecedent == 0);
  const Found list(xx, "sales rose 5 percent and 6 percent to 7 tons");
  REQUIRE(list.frames().size() == 3);
  CHECK(list.frames()[2].antecedent == 0);  // the list as a whole
}

TEST_CASE("without a statement before the nearest phrase that no preposition governs is the indicator") {
  const SmallPack xx(kLexicon, {rule("b", "frame", 10, "{verb.rise} {q:qty}", kValue)});
  CHECK(Found(xx, "sales rose 5 percent").shown() == "b=5(sales)");
  CHECK(Found(xx, "sales to output rose 5 percent").shown() == "b=5(sales)");
  const Found none(xx, "rose 5 percent");
  REQUIRE(none.frames().size() == 1);
  CHECK(none.frames()[0].indicator.size() == 0);
  CHECK(none.frames()[0].antecedent == -1);
}

TEST_CASE("a rule that needs a statement before it makes none without") {
  const std::string needs =
      R"({"id": "b", "kind": "frame", "priority": 10, "match": "to {q:qty}", "emit": {"value": "q"},
      "guards": ["has_current"], "examples": ["a", "b"], "rejects": ["c"]})";
  const SmallPack xx(kLexicon, {rule("a", "frame", 50, "{i:np} {v:verb.rise} {q:qty}", kRise), needs});
  CHECK(Found(xx, "sales to 7 tons").shown() == "");
  CHECK(Found(xx, "sales rose 5 percent to 7 tons").shown() == "a=5(sales) b=7");
}

TEST_CASE("a count may be its own indicator") {
  const SmallPack xx(kLexicon,
                     {rule("a", "frame", 50, "{q:qty}", R"({"value": "q", "indicator": "=noun"})")});
  const Found found(xx, "5 houses");
  REQUIRE(found.frames().size() == 1);
  CHECK(found.frames()[0].counted);
}

TEST_CASE("a value may take its noun from the whole, which then states nothing") {
  const SmallPack xx(kLexicon,
                     {rule("part", "frame", 50, "{q:qty.bare} {prep.of} {w:qty.count}",
                           R"({"value": "q", "noun": "w", "of": "w"})"),
                      rule("count", "frame", 10, "{q:qty}", R"({"value": "q", "indicator": "=noun"})")});
  const Found found(xx, "5 of 7 houses");
  REQUIRE(found.frames().size() == 1);
  CHECK(found.frames()[0].counted);
  CHECK(found.words(found.frames()[0].quantity.noun) == "houses");
  CHECK(found.words(found.frames()[0].of) == "7 houses");
}

TEST_CASE("a value may be stated of two indicators") {
  const SmallPack xx(kLexicon,
                     {rule("a", "frame", 50, "{i:np} {verb.be} {j:np} {verb.rise} {q:qty}",
                           R"({"value": "q", "indicator": "i", "also": "j", "measure": "=growth"})")});
  CHECK(Found(xx, "sales was output rose 5 percent").shown() == "a=5(sales) a=5(output)");
}

TEST_CASE("words that are values by themselves become quantities") {
  const SmallPack xx(kLexicon, {rule("double", "frame", 50, "{i:np} {q:verb.double}",
                                     R"({"value": "q", "indicator": "i", "measure": "=growth"})"),
                                rule("rank", "frame", 50, "{i:np} {verb.rank} {q:num.ordinal}",
                                     R"({"value": "q", "indicator": "i", "measure": "=rank"})")});
  const Found doubled(xx, "sales doubled");
  REQUIRE(doubled.frames().size() == 1);
  CHECK(doubled.frames()[0].quantity.value == Decimal::of(100));
  CHECK(doubled.frames()[0].quantity.unit == "%");
  const Found ranks(xx, "output ranks second");
  REQUIRE(ranks.frames().size() == 1);
  CHECK(ranks.frames()[0].quantity.value == Decimal::of(2));
  CHECK(ranks.frames()[0].measure == Measure::rank);
}

TEST_CASE("what a rule captures for the whole, the comparison and the status is kept") {
  const SmallPack xx(
      kLexicon,
      {rule("a", "frame", 50, "{i:np} {v:verb.be} {q:qty} in {w:np} to {c:np}",
            R"({"value": "q", "indicator": "i", "measure": "=share", "of": "w", "versus": "c"})"),
       rule("b", "frame", 50, "{i:np} {s:verb.modal|verb.project} {v:verb.rise} {o:qual.over}? {q:qty}",
            R"({"value": "q", "indicator": "i", "status": "s", "measure": "=growth"})"),
       rule("c", "frame", 50, "{i:np} {verb.rank} {q:qty}", R"({"value": "q", "status": "=target"})")});
  const Found share(xx, "sales was 5 percent in output to steel");
  REQUIRE(share.frames().size() == 1);
  CHECK(share.words(share.frames()[0].of) == "output");
  CHECK(share.words(share.frames()[0].versus) == "steel");
  CHECK(share.frames()[0].measure == Measure::share);
  CHECK(Found(xx, "sales will rose 5 percent").frames().at(0).status == Status::forecast);
  CHECK(Found(xx, "sales expected rose 5 percent").frames().at(0).status == Status::estimate);
  CHECK(Found(xx, "sales ranks 5 percent").frames().at(0).status == Status::target);
}

TEST_CASE("the trace says who made a frame, who lost it and whose pattern did not fit") {
  const SmallPack xx(kLexicon, {rule("low", "frame", 10, "{v:verb.rise} {q:qty}", kValue),
                                rule("high", "frame", 90, "{np} {verb.rise} {q:qty}", kValue),
                                rule("other", "frame", 50, "{np} {verb.fall} {q:qty}", kValue)});
  Trace trace;
  const Found found(xx, "sales rose 5 percent, fell", &trace);
  std::string made, lost, tried;
  for (const TraceEntry& e : trace.entries) {
    if (e.stage != Stage::match) continue;
    if (e.verdict == Verdict::made) made += e.what;
    if (e.verdict == Verdict::overlap_lost) lost += e.what + " to " + e.why;
    if (e.verdict == Verdict::pattern) tried += e.what;
  }
  CHECK(made == "high");
  CHECK(lost == "low to high");
  CHECK(tried == "other");
}
