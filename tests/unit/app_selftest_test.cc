// The examples beside rules, run with a small pack: what holds, what fails, and
// where a failure is said to be.
#include "statgrep/app/selftest.h"

#include <catch2/catch.hpp>

using namespace statgrep;
using Catch::Contains;

namespace {

const std::string kLexicon = R"(@verb.rise
rose
grew
@verb.level
reached
@prep.in
in
@unit
percent	%
@time.month
may	5
june	6
@basis.word
year on year	YoY
@unit.time
months	month
@time.unit
months	month
)";

const std::string kGrowth = R"("kind": "frame", "match": "{i:np} {v:verb.rise} {q:qty.percent}",
  "emit": {"value": "q", "indicator": "i", "measure": "=growth"})";
const std::string kMonth = R"({"id": "month", "kind": "spot", "match": "in? {m:time.month} {y:num.year}?",
  "emit": {"kind": "=period", "form": "=month", "month": "m", "year": "y"},
  "examples": [{"text": "Sales rose in May 2023.", "gives": "2023-05/2023-05"},
               {"text": "Sales rose in May.", "date": "2024-06-12", "gives": "2024-05/2024-05"}],
  "rejects": ["In 2023 sales grew."]})";

// One rule with its examples, in the words of the format.
std::string rule(const std::string& id, const std::string& body, const std::string& examples,
                 const std::string& rejects) {
  return "{\"id\": \"" + id + "\", " + body + ",\n \"examples\": [" + examples + "],\n \"rejects\": [" +
         rejects + "]}";
}

PackSet pack_of(const std::string& rules) {
  std::vector<Error> errors;
  auto image = compile_pack(
      "xx", {{"lexicon/words.txt", kLexicon}, {"rules/test.json", "[\n" + rules + "\n]"}}, errors);
  for (const Error& error : errors) UNSCOPED_INFO(to_string(error));
  REQUIRE(image);
  PackSet packs;
  packs.own(std::move(*image));
  return packs;
}

SelftestReport run(const std::string& rules, const std::string& only = "") {
  return run_selftest(pack_of(rules), only);
}

// The failures of a rule {np} {verb.rise} {qty.percent} with one example twice.
std::vector<std::string> failures(const std::string& example,
                                  const std::string& reject = R"("Sales fell.")") {
  std::vector<std::string> out;
  for (const Error& error :
       run(kMonth + ",\n" + rule("growth", kGrowth, example + ", " + example, reject)).failures)
    out.push_back(to_string(error));
  return out;
}

std::string sales(const std::string& more) {
  return R"({"text": "Sales rose 2.50 percent.", "records": [{"indicator": "sales", "measure": "growth", "value": 2.5, "unit": "%")" +
         more + "}]}";
}

}  // namespace

TEST_CASE("examples that hold give no failure and are counted") {
  const std::string dated =
      R"({"text": "Sales rose 2.5 percent in May.", "date": "2024-06-12", "records": [
          {"indicator": "sales", "measure": "growth", "value": 2.5, "unit": "%", "period": "2024-05/2024-05"}]})";
  const SelftestReport report = run(kMonth + "," +
                                    rule("growth", R"("about": "a rise", )" + kGrowth,
                                         sales("") + "," + dated, R"("Sales fell 2 percent.")"));
  CHECK(report.failures.empty());
  CHECK(report.rules == 2);
  CHECK(report.examples == 4);
  CHECK(report.rejects == 2);
}

TEST_CASE("a field that is not listed must be absent, but for place, period and versus") {
  CHECK(failures(sales("")).empty());
  CHECK(failures(sales(R"(, "period": null)")).empty());
  CHECK(failures(sales(R"(, "status": null)")).empty());
  CHECK_FALSE(failures(sales(R"(, "basis": "YoY")")).empty());
  const std::string may = R"({"text": "Sales rose 2.5 percent in May 2023.", "records": [
      {"indicator": "sales", "measure": "growth", "value": 2.5, "unit": "%")";
  CHECK(failures(may + "}]}").empty());
  CHECK(failures(may + R"(, "period": "2023-05/2023-05"}]})").empty());
  CHECK(failures(may + R"(, "period": {"start": "2023-05", "end": "2023-05"}}]})").empty());
  CHECK_FALSE(
      failures(may + R"(, "period": {"start": "2023-05", "end": "2023-05", "inherited": true}}]})").empty());
  CHECK_FALSE(failures(may + R"(, "period": null}]})").empty());
  CHECK_FALSE(failures(may + R"(, "period": "2023-06/2023-06"}]})").empty());
}

TEST_CASE("numbers are compared as numbers") {
  CHECK(failures(R"({"text": "Sales rose 1,200 percent.", "records": [
      {"indicator": "sales", "measure": "growth", "value": 1.2e3, "unit": "%"}]})")
            .empty());
}

TEST_CASE("a failure stands at its example and shows listed and extracted") {
  const auto said = failures("\n   " + sales("").replace(sales("").find("2.5,"), 3, "3.5"));
  REQUIRE(said.size() == 2);
  // "[", the five lines of `month`, then the rule's three and the example's own.
  CHECK_THAT(said[0],
             Contains("xx/rules/test.json:10:4: growth: gives other records: Sales rose 2.50 percent."));
  CHECK_THAT(said[0], Contains("\n  listed:    {\"indicator\": \"sales\", \"measure\": \"growth\", "
                               "\"value\": 3.5, \"unit\": \"%\"}"));
  CHECK_THAT(
      said[0],
      Contains("\n  extracted: {\"indicator\": \"sales\", \"measure\": \"growth\", \"value\": 2.5, \"unit\": "
               "\"%\"}  by growth"));
  CHECK_THAT(said[1], Contains("xx/rules/test.json:11:4"));
}

TEST_CASE("only what has no partner is shown") {
  const auto said = failures(R"({"text": "Sales rose 2 percent. Output grew 3 percent.", "records": [
      {"indicator": "sales", "measure": "growth", "value": 2, "unit": "%"}]})");
  REQUIRE(said.size() == 2);
  CHECK_THAT(said[0], !Contains("listed:") && Contains("extracted: {\"indicator\": \"output\""));
}

TEST_CASE("a listed record that fits two extracted ones leaves the right one to the other") {
  // Without its period the first fits both; the second fits one only.
  CHECK(failures(
            R"({"text": "Sales rose 2 percent in May 2023. Sales rose 2 percent in June 2023.", "records": [
      {"indicator": "sales", "measure": "growth", "value": 2, "unit": "%"},
      {"indicator": "sales", "measure": "growth", "value": 2, "unit": "%", "period": "2023-05/2023-05"}]})")
            .empty());
}

TEST_CASE("a rule must make a record of its own example") {
  const std::string level = rule("level", R"("kind": "frame", "match": "{i:np} {verb.level} {q:qty}",
      "emit": {"value": "q", "indicator": "i", "measure": "=level"})",
                                 sales("") + "," + sales(""), R"("Sales grew.")");
  const std::string growth = rule("growth", kGrowth, sales("") + "," + sales(""), R"("Sales grew.")");
  const auto report = run(growth + "," + level);
  REQUIRE(report.failures.size() == 2);
  CHECK_THAT(report.failures[0].message, Contains("level: the records are right, but made by growth"));
}

TEST_CASE("a reject fails only where this rule makes a record") {
  const auto said = failures(sales(""), R"("Sales rose 2 percent.", {"text": "Sales reached 2."})");
  REQUIRE(said.size() == 1);
  CHECK_THAT(said[0],
             Contains("growth: makes a record of a text that it should reject: Sales rose 2 percent.") &&
                 Contains("extracted: {\"indicator\": \"sales\""));
}

TEST_CASE("examples that say nothing are failures") {
  const std::pair<const char*, const char*> cases[] = {
      {R"("")", "an empty example"},
      {R"({"text": ""})", "an empty example"},
      {R"({"date": "2024-06-12"})", "example without a text"},
      {R"("Sales rose 2 percent.")", "an example without \"records\""},
      {R"({"text": "Sales rose 2 percent.", "records": []})", "an example without \"records\""},
      {R"({"text": "Sales rose 2 percent.", "record": []})", "unknown key \"record\" of an example"},
      {R"({"text": "Sales rose 2 percent.", "date": "June", "records": []})", "a date"},
      {R"({"text": "Sales rose 2 percent.", "records": [{"value": 2}]})", "without \"indicator\""},
      {R"({"text": "Sales rose 2 percent.", "records": [{"valeu": 2}]})", "\"valeu\" is no field"},
  };
  for (const auto& [example, message] : cases) {
    INFO(example);
    const auto said = failures(example);
    REQUIRE_FALSE(said.empty());
    CHECK_THAT(said[0], Contains(message));
  }
  CHECK_THAT(failures(sales(""), R"("")").at(0), Contains("an empty reject"));
}

TEST_CASE("spot rules give what their words mean") {
  const auto said = [](const std::string& body, const std::string& example, const std::string& reject) {
    std::vector<std::string> out;
    for (const Error& e :
         run(rule("spot", "\"kind\": \"spot\", " + body, example + "," + example, reject)).failures)
      out.push_back(e.message);
    return out;
  };
  const std::string basis = R"("match": "{b:basis.word}", "emit": {"kind": "=basis", "basis": "b"})";
  const std::string streak =
      R"("match": "for {n:num} {u:time.unit}", "emit": {"kind": "=streak", "n": "n", "unit": "u", "direction": 1})";
  const std::string trap = R"("match": "table {num.any}", "emit": {"kind": "=trap"})";
  const std::string earlier =
      R"("match": "months before", "emit": {"kind": "=period", "form": "=ago", "n": 2, "unit": "=month"})";
  const std::string ok = R"("Sales rose.")";
  CHECK(said(basis, R"({"text": "Sales rose year on year.", "gives": "YoY"})", ok).empty());
  CHECK(said(trap, R"({"text": "See table 3.", "gives": "trap"})", ok).empty());
  CHECK(said(earlier, R"({"text": "In the months before.", "gives": "-"})", ok).empty());
  CHECK(
      said(earlier,
           R"({"text": "In the months before.", "in_force": "2023-05/2023-05", "gives": "2023-03/2023-03"})",
           ok)
          .empty());
  const auto wrong =
      said(basis, R"({"text": "Sales rose year on year.", "gives": "MoM"})", R"("Up year on year.")");
  REQUIRE(wrong.size() == 3);
  CHECK_THAT(wrong[0], Contains("should give MoM, gives YoY: Sales rose"));
  CHECK_THAT(wrong[2], Contains("finds \"YoY\" in a text that it should reject"));
  CHECK_THAT(said(trap, R"({"text": "See figure 3.", "gives": "trap"})", ok).at(0),
             Contains("gives no spot"));
  CHECK_THAT(said(trap, R"({"text": "See table 3."})", ok).at(0), Contains("an example without \"gives\""));
}

TEST_CASE("one rule can be run alone") {
  const std::string rules = kMonth + "," + rule("growth", kGrowth, R"("", "")", R"("")");
  CHECK(run(rules, "month").failures.empty());
  CHECK(run(rules, "month").rules == 1);
  CHECK(run(rules, "growth").failures.size() == 3);
  CHECK(run(rules, "nothing").rules == 0);
}

TEST_CASE("rules are listed with where they stand") {
  const PackSet packs =
      pack_of(kMonth + ",\n" + rule("growth", "\"priority\": 61, " + kGrowth, R"("", "", "")", R"("")"));
  const auto rules = rule_sources(packs.packs().front());
  REQUIRE(rules.size() == 2);
  CHECK((rules[0].spot && !rules[1].spot));
  CHECK(rules[0].priority == 50);
  CHECK(rules[1].priority == 61);
  CHECK(rules[1].examples.size() == 3);
  CHECK(rules[1].file == "xx/rules/test.json");
  CHECK(rules[1].line == 7);
}
