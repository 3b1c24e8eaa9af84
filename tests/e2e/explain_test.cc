// explain: why a sentence gives what it gives.
#include <catch2/catch.hpp>
#include <set>

#include "e2e/run.h"

using namespace statgrep::test;
using Catch::Contains;
using Catch::StartsWith;
using nlohmann::json;

namespace {

Run explain(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "explain");
  return statgrep::test::statgrep(arguments);
}

// The rules that the records of a text name.
std::set<std::string> rules_of(const std::string& text) {
  std::set<std::string> rules;
  for (const json& record : extract({"-"}, text).records()) rules.insert(record["rule"]);
  return rules;
}

}  // namespace

TEST_CASE("explain shows the sentence, its chunks, what was found and the record") {
  const Run run = explain({kSentence});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, StartsWith(kSentence + "\n"));
  CHECK_THAT(run.out,
             Contains("[Retail sales {np") && Contains("~[in May 2023 {period}]") && Contains("verb.rise"));
  CHECK_THAT(run.out, Contains("2023-05/2023-05") && Contains("2.5 %"));
  for (const std::string& rule : rules_of(kSentence)) CHECK_THAT(run.out, Contains(rule + "  growth"));
  CHECK_THAT(run.out, Contains("\"retail sales\"") && Contains("2.5 % YoY"));
}

TEST_CASE("explain names the rules that lost, and to whom") {
  const Run run = explain({"--json", kSentence});
  const json sentence = json::parse(run.out);
  REQUIRE_FALSE(sentence["lost"].empty());
  const std::string winner = sentence["records"][0]["rule"];
  for (const json& lost : sentence["lost"]) {
    CHECK(lost["to"] == winner);
    CHECK(lost["rule"] != winner);
  }
}

TEST_CASE("explain says what holds no number, what no rule takes, what was said before") {
  const Run run = explain({kSentence + " Nothing to count here. " + kSentence});
  CHECK_THAT(run.out, Contains("Nothing to count here.\n  nothing countable: passed over\n"));
  CHECK_THAT(run.out, Contains("says again what stands in line 1: Retail sales"));
  CHECK_THAT(explain({"Perhaps 17.3."}).out, Contains("no rule takes \"17.3\""));
}

TEST_CASE("explain --json gives one object a sentence, with places") {
  const std::string text = kSentence + " Nothing to count here.";
  const Run run = explain({text, "--json"});
  CHECK(run.code == 0);
  const auto sentences = run.records();
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0]["sentence"] == kSentence);
  CHECK(text.substr(sentences[1]["start"],
                    sentences[1]["end"].get<size_t>() - sentences[1]["start"].get<size_t>()) ==
        "Nothing to count here.");
  CHECK(sentences[0]["countable"] == true);
  CHECK(sentences[1]["countable"] == false);
  CHECK(sentences[0]["records"][0]["record"] == extract({"-"}, text).records()[0]);
  std::string words;
  for (const json& chunk : sentences[0]["chunks"])
    words += (words.empty() ? "" : " ") + chunk["text"].get<std::string>();
  CHECK(words == "Retail sales rose 2.5 percent in May 2023 from a year earlier .");
}

TEST_CASE("explain and extract agree on every sentence of the samples") {
  for (const std::string name : {"miit-press-conference", "company-results", "new-energy-vehicles"}) {
    INFO(name);
    const std::string text = read_file(STATGREP_SOURCE_DIR "/samples/" + name + ".txt");
    std::set<std::string> shown;
    for (const json& sentence : explain({"--json", text}).records())
      for (const json& record : sentence["records"])
        if (record.contains("record")) shown.insert(record["record"].dump());
    std::set<std::string> extracted;
    for (const json& record : extract({"-"}, text).records()) extracted.insert(record.dump());
    CHECK(shown == extracted);
  }
}

TEST_CASE("explain leaves out what was tried in vain unless asked") {
  CHECK_THAT(explain({kSentence}).out, !Contains("tried"));
  CHECK_THAT(explain({"--verbose", kSentence}).out, Contains("  tried    at \"Retail sales\": "));
}

TEST_CASE("explain reads the date and the user's patterns") {
  CHECK_THAT(explain({"--date", "2024-06-12", "Exports rose 4 percent in May."}).out,
             Contains("2024-05/2024-05"));
  const TempDir dir;
  write_file(dir / "en/lexicon/mine.txt", "@verb.rise\nzorbled\n");
  CHECK_THAT(explain({"--patterns", dir.path(), "Exports zorbled 4 percent."}).out,
             Contains("growth  \"exports\""));
}

TEST_CASE("explain sends no control characters to a terminal") {
  CHECK(explain({"Exports \x1b[31mrose\x07 4 percent."}).out.find_first_of("\x1b\x07") == std::string::npos);
}

TEST_CASE("explain of nothing says so") {
  CHECK(explain({""}).out == "an empty text\n");
}
