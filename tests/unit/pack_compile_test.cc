#include "statgrep/pack/compile.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/pack_files.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

// "number/number2 text"
std::string payload(const Pack& pack, const std::string& phrase, Cls cls) {
  const Payload* p = pack.payload(entry(pack, phrase), cls);
  if (p == nullptr) return "none";
  return std::to_string(p->number) + "/" + std::to_string(p->number2) + " " + std::string(pack.text(p->text));
}

}  // namespace

TEST_CASE("a lexicon's words and phrases are found by their folded words") {
  const Compiled xx(
      lexicon("# a comment\n@verb.rise\nrise\ngo up\ngo up again\n\n@unit\nU.S. "
              "dollar\tUSD|0\n@possessive\n's\n@conj.and\n&\n"));
  const Pack& pack = xx.pack();
  CHECK(pack.lang() == "xx");
  CHECK(is_a(pack, "rise", Cls::verb_rise));
  CHECK(is_a(pack, "Rise", Cls::verb_rise));
  CHECK(is_a(pack, "go up", Cls::verb_rise));
  CHECK(is_a(pack, "Go  Up Again", Cls::verb_rise));
  CHECK(is_a(pack, "U.S. dollar", Cls::unit));
  CHECK(is_a(pack, "’s", Cls::possessive));
  CHECK(is_a(pack, "&", Cls::conj_and));
  CHECK(entry(pack, "go") == kNone);
  CHECK(entry(pack, "up") == kNone);
  CHECK(entry(pack, "rises") == kNone);
  CHECK(entry(pack, "# a comment") == kNone);
  CHECK(pack.word("again") != kNone);
  CHECK(pack.word("Again") == kNone);  // looked up folded
}

TEST_CASE("a class holds those below it, and a word may have several") {
  const Compiled xx(lexicon("@verb.rise\nclimb\n@noun.rise\nclimb\n@det.def\nthe\n"));
  const Pack& pack = xx.pack();
  CHECK(is_a(pack, "climb", Cls::verb));
  CHECK(is_a(pack, "climb", Cls::verb_rise));
  CHECK(is_a(pack, "climb", Cls::noun));
  CHECK_FALSE(is_a(pack, "climb", Cls::verb_fall));
  CHECK_FALSE(is_a(pack, "climb", Cls::det));
  CHECK(is_a(pack, "the", Cls::det));
  CHECK(is_a(pack, "the", Cls::det_def));
  CHECK_FALSE(is_a(pack, "the", Cls::det_indef));
}

TEST_CASE("a payload is a number, a ratio, a code with its power of ten, or words") {
  const Compiled xx(
      lexicon("@num\nfive\t5\n@num.fraction\nthirds\t1/3\n@num.scale\nmillion\t6\n@unit\nkm\tkm\n"
              "thousand barrels\t[bbl_us]|3\ncents\tUSD|-2\n@unit.time\nweek\twk\n@area\nJapan\tJapan|JPY\n"
              "@noun\nthing\n@noun.alias\nshr\tearnings per share|$/share\n"));
  const Pack& pack = xx.pack();
  CHECK(payload(pack, "five", Cls::num) == "5/0 5");
  CHECK(payload(pack, "thirds", Cls::num_fraction) == "1/3 1/3");
  CHECK(payload(pack, "million", Cls::num_scale) == "6/0 6");
  CHECK(payload(pack, "km", Cls::unit) == "0/0 km");
  CHECK(payload(pack, "thousand barrels", Cls::unit) == "3/0 [bbl_us]");
  CHECK(payload(pack, "cents", Cls::unit) == "-2/0 USD");
  CHECK(payload(pack, "Japan", Cls::area) == "0/0 Japan|JPY");
  CHECK(payload(pack, "shr", Cls::noun_alias) == "0/0 earnings per share|$/share");
  CHECK(payload(pack, "thing", Cls::noun) == "none");
  CHECK(payload(pack, "week", Cls::unit) == "0/0 wk");  // of a class below it, too
  CHECK(payload(pack, "five", Cls::unit) == "none");
}

TEST_CASE("a word of several classes has a payload for each") {
  const Compiled xx(lexicon("@num.ordinal\nsecond\t2\n@unit.time\nsecond\ts\n"));
  CHECK(payload(xx.pack(), "second", Cls::num_ordinal) == "2/0 2");
  CHECK(payload(xx.pack(), "second", Cls::unit_time) == "0/0 s");
}

TEST_CASE("rules come by priority, then by name, from all files") {
  const Compiled xx({{"rules/a.json", rule("xx.b", ", \"priority\": 10")},
                     {"rules/b.json", rule("xx.a", ", \"priority\": 10")},
                     {"spots/c.json", rule("xx.c", ", \"priority\": 90")},
                     {"spots/d.json", rule("xx.d")}});
  CHECK(rule_ids(xx.pack()) == std::vector<std::string>{"xx.c", "xx.d", "xx.a", "xx.b"});
}

TEST_CASE("a rule keeps what it emits, its names and its guards") {
  const Compiled xx(rules(R"([{"id": "xx.a", "kind": "frame", "match": ["{q:qty}", "up {p:period}?"],
      "emit": {"value": "q", "sign": -1, "measure": "=growth", "period": "p"}, "guards": ["has_current"],
      "about": "why", "examples": ["a", "b"], "rejects": ["c"]}])"));
  const Pack& pack = xx.pack();
  REQUIRE(pack.rules().size() == 1);
  const RuleHeader& r = pack.rules()[0];
  CHECK(r.kind == static_cast<uint32_t>(RuleKind::frame));
  CHECK(r.guards == 1u << static_cast<unsigned>(Guard::has_current));
  REQUIRE(pack.capture_names(r).size() == 2);
  CHECK(pack.text(pack.capture_names(r)[0]) == "q");
  CHECK(pack.text(pack.capture_names(r)[1]) == "p");
  REQUIRE(pack.emits(r).size() == 4);
  for (const EmitField& e : pack.emits(r)) switch (static_cast<EmitKey>(e.field)) {
      case EmitKey::value:
        CHECK(e.capture == 0);
        break;
      case EmitKey::sign:
        CHECK((e.capture == -1 && e.number == -1));
        break;
      case EmitKey::measure:
        CHECK((e.capture == -1 && pack.text(e.text) == "growth"));
        break;
      case EmitKey::period:
        CHECK(e.capture == 1);
        break;
      default:
        FAIL("emits what the rule does not");
    }
}

TEST_CASE("a pattern may name the lexicon's own classes and literal words") {
  const Compiled xx({{"lexicon/l.txt", "@my.class\nfoo\n"},
                     {"rules/r.json", changed("{q:qty} up", "{my} {my.class} {q:qty} up")}});
  // The literal word is known to the tokeniser, too.
  const uint32_t up = entry(xx.pack(), "up");
  REQUIRE(up != kNone);
  int literal = -1;
  for (size_t i = 0; i < xx.pack().class_count(); ++i)
    if (xx.pack().class_name(static_cast<int>(i)) == "=up") literal = static_cast<int>(i);
  REQUIRE(literal >= 0);
  CHECK(xx.pack().classes_of(up).has(literal));
}

TEST_CASE("a macro stands for its text, in patterns and in later macros") {
  const std::vector<PackFile> files = {{"macros.json", R"({"gap": "{adv}{0,2}", "rise": "up $gap"})"},
                                       {"rules/r.json", changed("{q:qty} up", "{q:qty} $rise {period}")}};
  const std::vector<PackFile> written_out = {
      {"rules/r.json", changed("{q:qty} up", "{q:qty} up {adv}{0,2} {period}")}};
  const Compiled a(files), b(written_out);
  const auto code = [](const Compiled& c) { return c.pack().code(c.pack().rules()[0]); };
  REQUIRE(code(a).size() == code(b).size());
  for (size_t i = 0; i < code(a).size(); ++i) CHECK(code(a)[i].op == code(b)[i].op);
}

TEST_CASE("the same files give the same bytes, in whatever order they come") {
  std::vector<PackFile> files = {{"lexicon/a.txt", "@num\none\t1\ntwo\t2\n@unit\nkm\tkm|0\n"},
                                 {"lexicon/b.txt", "@verb.rise\nrise\ngo up\n"},
                                 {"macros.json", R"({"g": "{adv}?"})"},
                                 {"rules/a.json", rule("xx.a")},
                                 {"rules/b.json", rule("xx.b")}};
  std::vector<Error> errors;
  const auto once = compile_pack("xx", files, errors);
  std::reverse(files.begin(), files.end());
  const auto again = compile_pack("xx", files, errors);
  REQUIRE(once);
  REQUIRE(again);
  CHECK(*once == *again);
  files.front().text += "\n";
  const auto other = compile_pack("xx", files, errors);
  REQUIRE(other);
  CHECK(Pack::over(*other)->hash() != Pack::over(*once)->hash());
}

TEST_CASE("an image keeps the files that it was made of") {
  const Compiled xx({{"lexicon/l.txt", "@num\none\t1\n"}, {"rules/r.json", rule("xx.a")}});
  REQUIRE(xx.pack().sources().size() == 2);
  CHECK(xx.pack().text(xx.pack().sources()[0].path) == "lexicon/l.txt");
  CHECK(xx.pack().text(xx.pack().sources()[0].text) == "@num\none\t1\n");
  CHECK(xx.pack().text(xx.pack().sources()[1].text) == rule("xx.a"));
}

TEST_CASE("what is no image of this version is none") {
  std::vector<Error> errors;
  const auto image = compile_pack("xx", lexicon("@num\none\t1\n"), errors);
  REQUIRE(image);
  CHECK(Pack::over(*image));
  std::vector<char> bad = *image;
  bad[0] ^= 1;
  CHECK_FALSE(Pack::over(bad));
  bad = *image;
  bad[offsetof(ImageHeader, version)] ^= 1;
  CHECK_FALSE(Pack::over(bad));
  CHECK_FALSE(Pack::over(std::span<const char>(image->data(), image->size() - 1)));
  CHECK_FALSE(Pack::over(std::span<const char>(image->data(), 8)));
  CHECK_FALSE(Pack::over({}));
}

TEST_CASE("every emitted field, guard and class has a name of its own") {
  for (size_t i = 0; i < static_cast<size_t>(EmitKey::count_); ++i) {
    const auto key = static_cast<EmitKey>(i);
    CHECK(emit_key_from(name_of(key)) == key);
  }
  for (size_t i = 0; i < static_cast<size_t>(Guard::count_); ++i) {
    const auto guard = static_cast<Guard>(i);
    CHECK(guard_from(name_of(guard)) == guard);
  }
  for (size_t i = 0; i < static_cast<size_t>(Cls::count_); ++i) {
    const auto cls = static_cast<Cls>(i);
    CHECK(class_from(name_of(cls)) == cls);
  }
  CHECK_FALSE(emit_key_from("valeu"));
  CHECK_FALSE(guard_from(""));
  CHECK_FALSE(class_from("verb.rises"));
}

TEST_CASE("one phrase may stand in two classes, and a lexicon may end its lines as it likes") {
  CHECK(complaints(lexicon("@num\none\t1\n@det\none\n")).empty());
  const Compiled xx(lexicon("@verb.rise\r\nrise\r\n@num\r\none\t1\r\n@det\r\nthe"));
  CHECK(is_a(xx.pack(), "rise", Cls::verb_rise));
  CHECK(payload(xx.pack(), "one", Cls::num) == "1/0 1");
  CHECK(is_a(xx.pack(), "the", Cls::det));
}
