#include "statgrep/pack/compile.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "statgrep/app/selftest.h"
#include "statgrep/pack/pack_set.h"
#include "statgrep/pack/words.h"
#include "unit/temp_dir.h"

using namespace statgrep;
using statgrep::test::TempDir;
using statgrep::test::write_file;

namespace {

// A rule without mistakes, a member a line:
//   1 id  2 kind  3 match  4 emit  5 examples  6 rejects
std::string rule(const std::string& id, const std::string& extra = "") {
  return "[{\"id\": \"" + id +
         "\",\n"
         "  \"kind\": \"frame\",\n"
         "  \"match\": \"{q:qty} up\",\n"
         "  \"emit\": {\"value\": \"q\", \"measure\": \"=growth\"},\n"
         "  \"examples\": [\"a\", \"b\"],\n"
         "  \"rejects\": [\"c\"]" +
         extra + "}]\n";
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = rule("xx.a");
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::vector<PackFile> rules(const std::string& text) {
  return {{"rules/r.json", text}};
}
std::vector<PackFile> lexicon(const std::string& text) {
  return {{"lexicon/l.txt", text}};
}

// All complaints, one a line.
std::string complaints(std::vector<PackFile> files) {
  std::vector<Error> errors;
  const bool made = compile_pack("xx", std::move(files), errors).has_value();
  CHECK(made == errors.empty());
  std::string out;
  for (const Error& e : errors) out += (out.empty() ? "" : "\n") + to_string(e);
  return out;
}

// A pack of language xx with what it lives in.
struct Compiled {
  explicit Compiled(std::vector<PackFile> files) {
    std::vector<Error> errors;
    std::optional<std::vector<char>> image = compile_pack("xx", std::move(files), errors);
    for (const Error& e : errors) UNSCOPED_INFO(to_string(e));
    REQUIRE(image);
    set.own(std::move(*image));
  }
  const Pack& pack() const { return set.packs().front(); }
  PackSet set;
};

uint32_t entry(const Pack& pack, const std::string& phrase) {
  uint32_t node = 0;
  for (uint32_t at = 0; at < phrase.size() && node != kNone;) {
    uint32_t width = 0;
    if (is_space_at(phrase, at, width)) {
      at += width;
      continue;
    }
    const Piece piece = next_piece(phrase, at);
    std::string folded;
    fold_word(piece.span.in(phrase), folded);
    node = pack.step(node, pack.word(folded));
    at = piece.span.end;
  }
  return node == kNone ? kNone : pack.entry_at(node);
}

bool is_a(const Pack& pack, const std::string& phrase, Cls cls) {
  const uint32_t e = entry(pack, phrase);
  return e != kNone && pack.classes_of(e).meets(pack.family(cls));
}

// "number/number2 text"
std::string payload(const Pack& pack, const std::string& phrase, Cls cls) {
  const Payload* p = pack.payload(entry(pack, phrase), cls);
  if (p == nullptr) return "none";
  return std::to_string(p->number) + "/" + std::to_string(p->number2) + " " + std::string(pack.text(p->text));
}

std::vector<std::string> rule_ids(const Pack& pack) {
  std::vector<std::string> out;
  for (const RuleHeader& r : pack.rules()) out.emplace_back(pack.text(r.id));
  return out;
}

bool has(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
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
      "emit": {"value": "q", "sign": -1, "measure": "=growth", "period": "p"}, "guards": ["not_year", "is_rate"],
      "about": "why", "examples": ["a", "b"], "rejects": ["c"]}])"));
  const Pack& pack = xx.pack();
  REQUIRE(pack.rules().size() == 1);
  const RuleHeader& r = pack.rules()[0];
  CHECK(r.kind == static_cast<uint32_t>(RuleKind::frame));
  CHECK(r.guards ==
        (1u << static_cast<unsigned>(Guard::not_year) | 1u << static_cast<unsigned>(Guard::is_rate)));
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

TEST_CASE("each mistake in a lexicon is told once, with its line") {
  const struct {
    const char* text;
    const char* expected;
  } kCases[] = {
      {"@num\none\t1\ntwo\t2\none\t1\n", "xx/lexicon/l.txt:4:1: 'one' stands twice in @num"},
      {"# numbers\none\t1\n", "xx/lexicon/l.txt:2:1: an entry before any '@class' line"},
      {"@num\none\t1\n two\t2\n", "xx/lexicon/l.txt:3:1: an entry with a space at its edge"},
      {"@num\none \t1\n", "xx/lexicon/l.txt:2:1: an entry with a space at its edge"},
      {"@num\n\t1\n", "xx/lexicon/l.txt:2:1: an entry with a space at its edge"},
      {"@num\none\t1\n@\n", "xx/lexicon/l.txt:3:1: a class line is '@name'"},
      {"@verb\nrise\n@qty.money\ndollar\n",
       "xx/lexicon/l.txt:4:1: @qty.money is given by the engine, not by a lexicon"},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(complaints(lexicon(c.text)) == c.expected);
  }
}

TEST_CASE("one phrase may stand in two classes, and a lexicon may end its lines as it likes") {
  CHECK(complaints(lexicon("@num\none\t1\n@det\none\n")).empty());
  const Compiled xx(lexicon("@verb.rise\r\nrise\r\n@num\r\none\t1\r\n@det\r\nthe"));
  CHECK(is_a(xx.pack(), "rise", Cls::verb_rise));
  CHECK(payload(xx.pack(), "one", Cls::num) == "1/0 1");
  CHECK(is_a(xx.pack(), "the", Cls::det));
}

TEST_CASE("each mistake in a rule is told once, with its place") {
  const struct {
    std::string text;
    const char* expected;
  } kCases[] = {
      {rule("xx.a", ",\n  \"exmples\": []"), "xx/rules/r.json:7:3: unknown key 'exmples'"},
      {changed("\"value\"", "\"valeu\""), "xx/rules/r.json:4:12: 'valeu' is nothing that a rule can emit"},
      {changed("{q:qty} up", "{q:qty} {nope} up"), "xx/rules/r.json:3:21: xx.a: there is no class 'nope'"},
      {changed("{q:qty} up", "{q:qty} (up"), "xx/rules/r.json:3:24: xx.a: missing ')'"},
      {changed("{q:qty} up", "{q:qty}?"), nullptr},  // its place is not promised
      {changed("\"q\"", "\"v\""),
       "xx/rules/r.json:4:21: xx.a: 'v' is no name in the pattern (a constant is written \"=…\")"},
      {changed("\"=growth\"", "\"growth\""),
       "xx/rules/r.json:4:37: xx.a: 'growth' is no name in the pattern (a constant is written \"=…\")"},
      {changed("\"frame\"", "\"farme\""), "xx/rules/r.json:2:11: a rule's kind is 'spot' or 'frame'"},
      {rule("xx.a", ",\n  \"guards\": [\"not_year\", \"hasty\"]"),
       "xx/rules/r.json:7:26: there is no guard 'hasty'"},
      {changed("[\"a\", \"b\"]", "[\"a\"]"), "xx/rules/r.json:1:2: xx.a: a rule has at least two examples"},
      {changed(",\n  \"rejects\": [\"c\"]", ""),
       "xx/rules/r.json:1:2: xx.a: a rule has at least one rejected text"},
      {changed("[\"c\"]", "[]"), "xx/rules/r.json:1:2: xx.a: a rule has at least one rejected text"},
      {changed("\"id\": \"xx.a\",\n", ""), "xx/rules/r.json:1:2: a rule without an id"},
      {changed("\"value\": \"q\", \"measure\": \"=growth\"", ""), "xx/rules/r.json:1:2: xx.a: no 'emit'"},
      {"{}", "xx/rules/r.json:1:1: a rule file is an array of rules"},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    const std::string got = complaints(rules(c.text));
    if (c.expected != nullptr) {
      CHECK(got == c.expected);
    } else {
      CHECK_THAT(got, Catch::StartsWith("xx/rules/r.json:3:") && Catch::Contains("may match nothing"));
    }
  }
}

TEST_CASE("an id is given once in all files of a language") {
  std::vector<PackFile> files = {{"rules/a.json", rule("xx.a")}, {"rules/b.json", "\n  " + rule("xx.a")}};
  CHECK(complaints(files) == "xx/rules/b.json:2:4: a second rule with the id 'xx.a'");
  std::reverse(files.begin(), files.end());  // the order in which files come says nothing
  CHECK(complaints(files) == "xx/rules/b.json:2:4: a second rule with the id 'xx.a'");
}

TEST_CASE("what is no JSON is told where it breaks") {
  CHECK_THAT(complaints(rules("[\n{\"id\": }]")), Catch::StartsWith("xx/rules/r.json:2:"));
  CHECK_THAT(complaints(rules("[{\"id\": \"a\", \"id\": \"b\"}]")), Catch::StartsWith("xx/rules/r.json:1:"));
}

TEST_CASE("several mistakes are all told") {
  const std::string got =
      complaints({{"lexicon/l.txt", "one\n@num\ntwo\ntwo\n"}, {"rules/r.json", changed("\"q\"", "\"v\"")}});
  CHECK(std::count(got.begin(), got.end(), '\n') == 2);
}

TEST_CASE("a pack needs no more classes than the engine can hold") {
  std::string text;
  for (int i = 0; i < kMaxClasses + 1; ++i)
    text += "@my.c" + std::to_string(i) + "\nw" + std::to_string(i) + "\n";
  CHECK_THAT(complaints(lexicon(text)),
             Catch::Contains("more than " + std::to_string(kMaxClasses) + " classes"));
}

TEST_CASE("a pack has no more rules than the engine can look up") {
  std::string text;
  for (size_t i = 0; i <= kMaxRules; ++i) {
    std::string one = rule("xx." + std::to_string(i));
    text += (i == 0 ? "[" : ",") + one.substr(1, one.rfind(']') - 1);
  }
  CHECK_THAT(complaints(rules(text + "]")),
             Catch::Contains("more than " + std::to_string(kMaxRules) + " rules"));
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

TEST_CASE("the packs inside the program need no folder") {
  const LoadedPacks loaded = load_packs("");
  REQUIRE(loaded.packs);
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.packs->find("en") != nullptr);
  CHECK(loaded.packs->find("xx") == nullptr);
  CHECK(loaded.packs->find("en")->rules().size() > 10);
  CHECK(loaded.packs->find("en")->hash() == load_packs("").packs->find("en")->hash());
}

TEST_CASE("a folder's files are read by language, sorted, packs' files only") {
  const TempDir dir;
  write_file(dir / "yy/lexicon/b.txt", "b");
  write_file(dir / "yy/lexicon/a.txt", "a");
  write_file(dir / "yy/rules/deep/r.json", "[]");
  write_file(dir / "yy/README.md", "no pack");
  write_file(dir / "xx/l.txt", "x");
  write_file(dir / "loose.txt", "of no language");
  std::vector<Error> errors;
  const std::vector<LanguageFiles> read = read_pack_files(dir.path(), errors);
  CHECK(errors.empty());
  REQUIRE(read.size() == 2);
  CHECK(read[0].lang == "xx");
  CHECK(read[1].lang == "yy");
  std::vector<std::string> paths;
  for (const PackFile& f : read[1].files) paths.push_back(f.path);
  CHECK(paths == std::vector<std::string>{"lexicon/a.txt", "lexicon/b.txt", "rules/deep/r.json"});
  CHECK(read[1].files[0].text == "a");
}

TEST_CASE("a folder that holds no packs, or is none, is an error") {
  const TempDir dir;
  for (const std::string& path : {dir.path(), dir / "none"}) {
    const LoadedPacks loaded = load_packs(path);
    CHECK(loaded.packs == nullptr);
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].file == path);
  }
}

TEST_CASE("a user's language stands beside those inside the program") {
  const TempDir dir;
  write_file(dir / "xx/lexicon/l.txt", "@verb.rise\nfoo\n");
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  REQUIRE(loaded.packs->find("xx") != nullptr);
  CHECK(is_a(*loaded.packs->find("xx"), "foo", Cls::verb_rise));
  REQUIRE(loaded.packs->find("en") != nullptr);
  CHECK(entry(*loaded.packs->find("en"), "foo") == kNone);
}

TEST_CASE("a user's file adds to those inside the program") {
  const TempDir dir;
  write_file(dir / "en/lexicon/of_the_user.txt", "@verb.rise\nfrobnicate\n");
  write_file(dir / "en/rules/of_the_user.json", rule("user.a"));
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  const Pack* en = loaded.packs->find("en");
  REQUIRE(en != nullptr);
  const LoadedPacks builtin = load_packs("");
  const Pack* before = builtin.packs->find("en");
  CHECK(is_a(*en, "frobnicate", Cls::verb_rise));
  CHECK(is_a(*en, "million", Cls::num_scale));
  CHECK(en->rules().size() == before->rules().size() + 1);
  CHECK(has(rule_ids(*en), "user.a"));
  CHECK(en->hash() != before->hash());
}

TEST_CASE("a user's file replaces the one of its path") {
  const LoadedPacks builtin = load_packs("");
  const std::vector<RuleSource> before = rule_sources(*builtin.packs->find("en"));
  const auto frame = std::find_if(before.begin(), before.end(), [](const RuleSource& r) { return !r.spot; });
  REQUIRE(frame != before.end());
  const TempDir dir;
  write_file(dir / frame->file, rule("user.a"));
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  const std::vector<std::string> ids = rule_ids(*loaded.packs->find("en"));
  CHECK(has(ids, "user.a"));
  for (const RuleSource& r : before) {
    INFO(r.id);
    CHECK(has(ids, r.id) == (r.file != frame->file));
  }
}

TEST_CASE("a mistake in a user's file is told with the path that the user knows") {
  const TempDir dir;
  write_file(dir / "en/lexicon/of_the_user.txt", "oops\n");
  const LoadedPacks loaded = load_packs(dir.path());
  CHECK(loaded.packs == nullptr);
  REQUIRE(loaded.errors.size() == 1);
  CHECK(to_string(loaded.errors[0]) ==
        (dir / "en/lexicon/of_the_user.txt") + ":1:1: an entry before any '@class' line");
}

TEST_CASE("a mistake that a user makes elsewhere is told of the file inside the program") {
  const TempDir dir;
  const LoadedPacks builtin = load_packs("");
  const std::vector<RuleSource> rules_inside = rule_sources(*builtin.packs->find("en"));
  const RuleSource& last =
      *std::max_element(rules_inside.begin(), rules_inside.end(),
                        [](const RuleSource& a, const RuleSource& b) { return a.file < b.file; });
  write_file(dir / "en/a.json", rule(last.id));  // comes before the one inside
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors[0].file == "builtin:" + last.file);
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
