// annotate: one layer of a text, as places with their meaning.
#include <catch2/catch.hpp>
#include <set>

#include "e2e/run.h"

using namespace statgrep::test;
using Catch::Contains;
using nlohmann::json;

namespace {

Run annotate(const std::string& layer, const std::string& text, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"annotate", "--layer", layer});
  more.emplace_back("-");
  return statgrep::test::statgrep(more, text);
}

// Every span's text stands where its offsets say.
void check_places(const Run& run, const std::string& text) {
  for (const json& span : run.records())
    CHECK(text.substr(span["start"], span["end"].get<size_t>() - span["start"].get<size_t>()) ==
          span["text"]);
}

}  // namespace

TEST_CASE("quantities have value, unit, qualifier, direction and concepts") {
  const std::string text = "Retail sales fell nearly 2.5 percent in May 2023. Exports reached $3-4 billion.";
  const Run run = annotate("quantities", text);
  CHECK(run.code == 0);
  check_places(run, text);
  const auto spans = run.records();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0] == json({{"start", 25},
                          {"end", 36},
                          {"text", "2.5 percent"},
                          {"value", 2.5},
                          {"unit", "%"},
                          {"qualifier", "under"},
                          {"direction", "down"},
                          {"concepts", {"Retail", "sales"}}}));
  CHECK(spans[1]["value"] == 3'000'000'000);
  CHECK(spans[1]["value_high"] == 4'000'000'000);
  CHECK(spans[1]["unit"] == "USD");
  CHECK(spans[1]["concepts"] == json({"Exports"}));
  CHECK_FALSE(spans[1].contains("direction"));
}

TEST_CASE("a quantity of no statement is there, too") {
  const auto spans = annotate("quantities", "Of which 17.3.").records();
  REQUIRE(spans.size() == 1);
  CHECK(spans[0] == json({{"start", 9},
                          {"end", 13},
                          {"text", "17.3"},
                          {"value", 17.3},
                          {"unit", "1"},
                          {"concepts", json::array()}}));
}

TEST_CASE("a range runs from where it begins, so its value may be the larger") {
  const std::string text = "Rents fell from $200 to $160 in May.";
  const Run run = annotate("quantities", text);
  check_places(run, text);
  const auto spans = run.records();
  REQUIRE(spans.size() == 1);
  CHECK(spans[0]["text"] == "$200 to $160");
  CHECK(spans[0]["value"] == 200);
  CHECK(spans[0]["value_high"] == 160);
  CHECK(spans[0]["unit"] == "USD");
}

TEST_CASE("the README's quantities are what is printed") {
  const Run run =
      annotate("quantities",
               "Oakford rents fell about 3 percent, from $200 to $160. The mill shed thousands of "
               "jobs.\n");
  CHECK(run.records().size() == 3);
  CHECK_THAT(read_file(std::string(STATGREP_SOURCE_DIR) + "/README.md"), Contains(run.out));
}

TEST_CASE("a fraction is a plain number, a small coin of no country its own unit") {
  const auto spans = annotate("quantities", "Half of the crew left. A bun costs 63 cents.").records();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0]["value"] == 0.5);
  CHECK(spans[0]["unit"] == "1");
  CHECK(spans[1]["value"] == 63);
  CHECK(spans[1]["unit"] == "cent");
}

TEST_CASE("a currency of several countries had no code") {
  const auto usual = annotate("quantities", "The bun cost 3 rupees.").records();
  CHECK(usual.at(0)["unit"] == "INR");
  const auto named = annotate("quantities", "Pakistan's reserves fell to 3 million rupees.").records();
  CHECK(named.at(0)["unit"] == "PKR");
}

TEST_CASE("ages and vague amounts are quantities") {
  const std::string text =
      "Mara Holt, 44, runs the bakery. It baked thousands of loaves over the past two years.";
  const Run run = annotate("quantities", text);
  check_places(run, text);
  const auto spans = run.records();
  REQUIRE(spans.size() == 3);
  CHECK(spans[0]["value"] == 44);
  CHECK(spans[0]["unit"] == "year");
  CHECK(spans[1]["text"] == "thousands of loaves");
  CHECK(spans[1]["value"] == 1000);
  CHECK(spans[1]["value_high"] == 10000);
  CHECK(spans[1]["unit"] == "loaf");
  CHECK(spans[2]["text"] == "two years");
}

TEST_CASE("a move in other words has the same direction and concepts") {
  const auto spans = annotate("quantities", "The index lost 190 points, or 0.6%, on Friday.").records();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0]["unit"] == "point");
  CHECK(spans[1]["unit"] == "%");
  for (const json& span : spans) {
    CHECK(span["value"] > 0);
    CHECK(span["direction"] == "down");
    CHECK(span["concepts"] == json({"index"}));
  }
}

TEST_CASE("numbers of names, clocks and years are no quantities") {
  CHECK(annotate("quantities", "The 787 Dreamliner left Gate 14 at 11:38 in 2023.").records().empty());
}

TEST_CASE("periods forgot that the quarters are a company's") {
  const Run run = annotate("periods",
                           "Acme Corp reports for the first quarter ended December 31, 1986.\n\n"
                           "Sales rose 4 percent in the second quarter of 1987.",
                           {"--date", "1987-06-01"});
  CHECK(run.out.find(R"("start":"1987-01","end":"1987-03")") != std::string::npos);
}

TEST_CASE("periods have a form and bounds, where the text tells") {
  const std::string text = "Output rose 2 percent in May 2023 and 3 percent in June.";
  const Run run = annotate("periods", text);
  check_places(run, text);
  const auto spans = run.records();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0]["text"] == "in May 2023");
  CHECK(spans[0]["form"] == "month");
  CHECK(spans[0]["period"] == json({{"start", "2023-05"}, {"end", "2023-05"}}));
  CHECK(spans[1]["period"]["start"] == "2023-06");
  CHECK(annotate("periods", "Output rose 2 percent in May.", {"--date", "2024-06-12"})
            .records()[0]["period"]["end"] == "2024-05");
}

TEST_CASE("indicators have the name that records give them") {
  const std::string text = "Production and sales of cars reached 3 million and 2 million units.";
  const Run run = annotate("indicators", text);
  check_places(run, text);
  std::set<std::string> names, recorded;
  for (const json& span : run.records()) names.insert(span["name"]);
  for (const json& record : extract({"-"}, text).records()) recorded.insert(record["indicator"]);
  CHECK(names == recorded);
  CHECK(names.size() == 2);
}

TEST_CASE("the exit code is grep's, and a bad layer is said") {
  CHECK(annotate("quantities", "Nothing here.").code == 1);
  const Run bad = annotate("colours", "Nothing here.");
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("quantities"));
  CHECK(statgrep::test::statgrep({"annotate", "-"}).code == 2);
  CHECK(statgrep::test::statgrep({"annotate", "--layer", "periods", "no-such-file"}).code == 2);
}

TEST_CASE("what is counted may look like a verb") {
  const auto spans = annotate("quantities", "It is one of the oldest clocks in town.").records();
  REQUIRE(spans.size() == 1);
  CHECK(spans[0]["unit"] == "clock");
}
