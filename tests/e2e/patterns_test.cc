// A user's own patterns: added without a rebuild, tested by their examples, and
// every mistake in them said with its place before any input is read.
#include <catch2/catch.hpp>

#include "e2e/run.h"

using namespace statgrep::test;
using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using nlohmann::json;

namespace {

// A rule of one's own; parts can be changed.
struct Rule {
  std::string id = "my.growth.ahead";
  std::string extra;
  std::string match = "{indicator:np} {verb.be} {value:qty.percent} {prep.zorbward}";
  std::string emit = R"({"measure": "=growth", "indicator": "indicator", "value": "value", "sign": 1})";
  std::string examples = R"([
    {"text": "Bookings are 12.5 percent zorbward of target.",
     "records": [{"indicator": "bookings", "measure": "growth", "value": 12.5, "unit": "%"}]},
    {"text": "In May 2024, orders were 4 percent zorbward of plan.",
     "records": [{"indicator": "orders", "measure": "growth", "value": 4, "unit": "%", "period": "2024-05/2024-05"}]}])";
  std::string rejects = R"(["Orders were zorbward of plan."])";

  std::string json() const {
    return "[\n  {\"id\": \"" + id + "\", \"kind\": \"frame\", \"priority\": 95," + extra +
           "\n   \"match\": \"" + match + "\",\n   \"emit\": " + emit + ",\n   \"examples\": " + examples +
           ",\n   \"rejects\": " + rejects + "}\n]\n";
  }
};

// "prep.": else the word would be part of the noun phrase that follows.
const std::string kWords = "# a word of one's own\n@prep.zorbward\nzorbward of\n\n@verb.rise\nzorbled\n";

// A folder of patterns with these words and this rule.
class Folder {
 public:
  explicit Folder(const std::string& rules, const std::string& words = kWords) {
    write_file(dir_ / "en/lexicon/mine.txt", words);
    write_file(dir_ / "en/rules/mine.json", rules);
  }
  std::string path() const { return dir_.path(); }

 private:
  TempDir dir_;
};

Run patterns(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"patterns"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return statgrep::test::statgrep(all);
}

}  // namespace

TEST_CASE("a word of one's own is known without a rebuild") {
  const std::string text = "Retail sales zorbled 2.5 percent in May 2023.";
  const Folder mine(Rule().json());
  for (const json& record : extract({"-"}, text).records()) CHECK(record["measure"] != "growth");
  const Run run = extract({"--patterns", mine.path(), "-"}, text);
  REQUIRE(run.records().size() == 1);
  CHECK(run.records()[0]["indicator"] == "retail sales");
  CHECK(run.records()[0]["measure"] == "growth");
  CHECK(run.records()[0]["value"] == 2.5);
}

TEST_CASE("a rule of one's own makes records under its id") {
  const Folder mine(Rule().json());
  const Run run = extract({"--patterns", mine.path(), "-"}, "Bookings are 12.5 percent zorbward of target.");
  REQUIRE(run.records().size() == 1);
  CHECK(run.records()[0]["rule"] == "my.growth.ahead");
  CHECK(run.records()[0]["value"] == 12.5);
}

TEST_CASE("the other patterns stay as they are under a user's") {
  const Folder mine(Rule().json());
  CHECK(extract({"--patterns", mine.path(), "-"}, kSentence).out == extract({"-"}, kSentence).out);
}

TEST_CASE("patterns test runs the examples of one's own rule") {
  const Folder mine(Rule().json());
  const Run run = patterns({"test", "--rule", "my.growth.ahead", mine.path()});
  CHECK(run.err.empty());
  CHECK(run.out == "1 rule, 2 examples, 1 reject: all hold\n");
  CHECK(run.code == 0);
}

TEST_CASE("an example that fails is said at its place, with what came out") {
  Rule rule;
  rule.examples.replace(rule.examples.find("12.5, "), 4, "13.5");
  rule.rejects = R"(["Orders are 3 percent zorbward of plan."])";
  const Folder mine(rule.json());
  const Run run = patterns({"test", mine.path(), "--rule", "my.growth.ahead"});
  CHECK(run.code == 1);
  CHECK(run.out == "1 rule, 2 examples, 1 reject: 2 failures\n");
  const std::string place = mine.path() + "/en/rules/mine.json:";
  CHECK_THAT(run.err, StartsWith(place + "6:5: my.growth.ahead: gives other records: Bookings"));
  CHECK_THAT(
      run.err,
      Contains("\n  listed:    {\"indicator\": \"bookings\", \"measure\": \"growth\", \"value\": 13.5"));
  CHECK_THAT(
      run.err,
      Contains("\n  extracted: {\"indicator\": \"bookings\", \"measure\": \"growth\", \"value\": 12.5"));
  CHECK_THAT(run.err,
             Contains(place + "10:16: my.growth.ahead: makes a record of a text that it should reject"));
}

TEST_CASE("an empty example is a failure") {
  Rule rule;
  rule.examples = R"(["", ""])";
  const Folder mine(rule.json());
  const Run run = patterns({"test", "--rule", "my.growth.ahead", mine.path()});
  CHECK(run.code == 1);
  CHECK(count_of(run.err, "an empty example") == 2);
}

TEST_CASE("a rule that is not there is said") {
  const Run run = patterns({"test", "--rule", "no.such.rule"});
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("there is no rule \"no.such.rule\""));
}

TEST_CASE("each mistake in a pack is one located error, before any input is read") {
  struct Case {
    const char* name;
    std::string rules;
    std::string words;
    std::string place;  // in the folder
    std::string message;
  };
  const auto with = [](auto change) {
    Rule rule;
    change(rule);
    return rule.json();
  };
  const std::string twice =
      "[" + Rule().json().substr(2, Rule().json().size() - 5) + ",\n" + Rule().json().substr(2);
  const std::vector<Case> cases = {
      {"bad JSON", "[\n  {\"id\": \"x\",,}\n]\n", kWords, "en/rules/mine.json:2:14: ", "expected"},
      {"cut short", "[\n  {\"id\": \"x\"", kWords, "en/rules/mine.json:2:", ""},
      {"unknown key", with([](Rule& r) { r.extra = " \"prioritty\": 3,"; }), kWords,
       "en/rules/mine.json:2:", "unknown key 'prioritty'"},
      {"a key twice", with([](Rule& r) { r.extra = " \"priority\": 3,"; }), kWords,
       "en/rules/mine.json:2:", "a second time"},
      {"unknown class", with([](Rule& r) { r.match = "{indicator:np} {verb.fly} {value:qty}"; }), kWords,
       "en/rules/mine.json:3:", "verb.fly"},
      {"dangling name", with([](Rule& r) {
         r.emit = R"({"measure": "=growth", "indicator": "indicator", "value": "amount"})";
       }),
       kWords, "en/rules/mine.json:4:", "'amount' is no name in the pattern"},
      {"nothing to emit", with([](Rule& r) { r.emit = R"({"colour": "value", "value": "value"})"; }), kWords,
       "en/rules/mine.json:4:", "'colour' is nothing that a rule can emit"},
      {"unknown guard", with([](Rule& r) { r.extra = " \"guards\": [\"on_sunday\"],"; }), kWords,
       "en/rules/mine.json:2:", "there is no guard 'on_sunday'"},
      {"bad pattern", with([](Rule& r) { r.match = "({indicator:np} {value:qty}"; }), kWords,
       "en/rules/mine.json:3:", ""},
      {"duplicate id", twice, kWords, "en/rules/mine.json:", "a second rule with the id 'my.growth.ahead'"},
      {"one example", with([](Rule& r) { r.examples = R"(["x"])"; }), kWords,
       "en/rules/mine.json:2:3: ", "at least two examples"},
      {"no reject", with([](Rule& r) { r.rejects = "[]"; }), kWords,
       "en/rules/mine.json:2:3: ", "at least one rejected text"},
      {"no array", "{}\n", kWords, "en/rules/mine.json:1:1: ", "an array of rules"},
      {"an engine's class", Rule().json(), kWords + "\n@np\nfoo\n",
       "en/lexicon/mine.txt:9:1: ", "@np is given by the engine"},
      {"an entry twice", Rule().json(), kWords + "zorbled\n", "en/lexicon/mine.txt:7:1: ", "stands twice"},
      {"no class", Rule().json(), "zorbward of\n" + kWords,
       "en/lexicon/mine.txt:1:1: ", "before any '@class' line"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Folder mine(c.rules, c.words);
    const Run run = extract({"--patterns", mine.path(), "no-such-input"});
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, StartsWith("statgrep: " + mine.path() + "/" + c.place) && Contains(c.message));
    CHECK(count_of(run.err, "\n") == 1);
    CHECK_THAT(run.err, !Contains("no-such-input"));
    CHECK(patterns({"test", mine.path()}).code == 2);
    CHECK(patterns({"list", mine.path()}).code == 2);
  }
}

TEST_CASE("all mistakes of a pack are said at once") {
  Rule rule;
  rule.extra = " \"prioritty\": 3,";
  const Folder mine(rule.json(), "zorbward of\n" + kWords);
  CHECK(count_of(extract({"--patterns", mine.path(), "-"}).err, "\n") == 2);
}

TEST_CASE("a folder without patterns is said") {
  const TempDir dir;
  CHECK_THAT(extract({"--patterns", dir.path(), "-"}).err, Contains("no language folder"));
  CHECK_THAT(extract({"--patterns", dir / "missing", "-"}).err, Contains("No such file or directory"));
}

TEST_CASE("patterns list shows every rule on a line") {
  const Folder mine(Rule().json());
  const Run run = patterns({"list", mine.path()});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("\nmy.growth.ahead "));
  std::istringstream lines(run.out);
  size_t width = 0;
  for (std::string line; std::getline(lines, line); width = line.size())
    CHECK((width == 0 || line.size() == width));
  const Run as_json = patterns({"list", "--json", mine.path()});
  CHECK(count_of(as_json.out, "\n") == count_of(run.out, "\n"));
  json own;
  for (const json& rule : as_json.records())
    if (rule["id"] == "my.growth.ahead") own = rule;
  CHECK(own == json({{"id", "my.growth.ahead"},
                     {"kind", "frame"},
                     {"priority", 95},
                     {"examples", 2},
                     {"rejects", 1},
                     {"file", mine.path() + "/en/rules/mine.json"},
                     {"line", 2}}));
}

TEST_CASE("rules inside the program are listed as such") {
  const auto rules = patterns({"list", "--json"}).records();
  REQUIRE_FALSE(rules.empty());
  CHECK_THAT(rules[0]["file"], StartsWith("builtin:"));
}
