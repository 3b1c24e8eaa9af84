// The pipeline on samples/ against the records that a reader of RECORD.md finds
// in them: tests/gold/. Every gold record must come out, and nothing else.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "statgrep/app/pipeline.h"
#include "statgrep/app/reading.h"
#include "statgrep/pack/pack_set.h"
#include "unit/temp_dir.h"

using namespace statgrep;
using nlohmann::json;
using statgrep::test::read_file;

namespace {

const std::string kSamples = STATGREP_SOURCE_DIR "/samples/";
const std::string kGold = STATGREP_SOURCE_DIR "/tests/gold/";

// What is compared, by name; what a record does not have is not there. Whether
// a period was stated or inherited is not compared, only which it is.
using Fields = std::map<std::string, std::string>;

std::string number(const json& j) {
  return Decimal::parse(j.dump()) ? Decimal::parse(j.dump())->to_string() : j.dump();
}

std::string shown(const std::string& value, const std::string& unit, const std::string& direction) {
  return value + " " + unit + " " + direction;
}

Fields fields_of(const json& gold) {
  static const std::set<std::string> kKnown = {"indicator", "measure",   "value",  "value_high", "unit",
                                               "basis",     "qualifier", "status", "period",     "streak",
                                               "of",        "versus",    "quote"};
  Fields out;
  for (const auto& [key, value] : gold.items()) {
    INFO(gold.dump());
    REQUIRE(kKnown.count(key) == 1);
    if (value.is_string() && key != "quote") out[key] = value.get<std::string>();
    if (value.is_number()) out[key] = number(value);
  }
  if (gold.contains("period")) {
    const json& p = gold["period"];
    out["period"] = p["start"].get<std::string>() + "/" + p["end"].get<std::string>();
  }
  if (gold.contains("streak")) {
    const json& s = gold["streak"];
    out["streak"] = shown(number(s["value"]), s["unit"].get<std::string>(), s.value("direction", ""));
  }
  if (gold.contains("versus")) out["versus"] = gold["versus"]["text"].get<std::string>();
  return out;
}

Fields fields_of(const Record& r) {
  Fields out;
  const auto add = [&out](const char* name, std::string_view value) {
    if (!value.empty()) out[name] = value;
  };
  add("indicator", r.indicator);
  add("measure", name_of(r.measure));
  add("value", r.value.to_string());
  if (r.value_high) add("value_high", r.value_high->to_string());
  add("unit", r.unit);
  add("basis", name_of(r.basis));
  add("qualifier", name_of(r.qualifier));
  add("status", name_of(r.status));
  if (r.period && r.period->bounds)
    add("period", to_string(r.period->bounds->start) + "/" + to_string(r.period->bounds->end));
  if (r.streak) add("streak", shown(r.streak->value.to_string(), r.streak->unit, r.streak->direction));
  add("of", r.of);
  if (r.versus) add("versus", r.versus->text);
  return out;
}

// The fields in which an extracted record is not what the gold says. A
// comparator that the gold does not list may be there: it says the basis.
std::vector<std::string> differences(const Fields& gold, const Fields& got) {
  std::vector<std::string> out;
  for (const auto& [name, value] : gold) {
    const auto found = got.find(name);
    if (found == got.end() || found->second != value) out.push_back(name);
  }
  for (const auto& [name, value] : got)
    if (gold.count(name) == 0 && name != "versus") out.push_back(name);
  return out;
}

std::string line(const Fields& f) {
  std::string out;
  for (const auto& [name, value] : f) out += (out.empty() ? "" : ", ") + name + "=" + value;
  return out;
}

struct Sample {
  std::vector<Fields> gold;
  std::vector<std::string> quotes;
  std::vector<Fields> got;
  std::vector<Record> records;
};

Sample read_sample(const std::string& name, const PackSet& packs) {
  Sample s;
  std::istringstream lines(read_file(kGold + name + ".jsonl"));
  for (std::string text; std::getline(lines, text);) {
    if (text.empty()) continue;
    const json gold = json::parse(text);
    s.gold.push_back(fields_of(gold));
    s.quotes.push_back(gold.value("quote", ""));
  }
  const Document document = document_of(read_file(kSamples + name + ".txt"), std::nullopt);
  s.records = Pipeline(packs, {"auto"}).run(document, nullptr);
  for (const Record& r : s.records) s.got.push_back(fields_of(r));
  return s;
}

// The report: what is missing with its nearest, what is too much.
std::string compare(const Sample& s) {
  std::vector<bool> used(s.got.size(), false);
  std::vector<size_t> missing;
  for (size_t g = 0; g < s.gold.size(); ++g) {
    bool found = false;
    for (size_t i = 0; i < s.got.size() && !found; ++i)
      if (!used[i] && differences(s.gold[g], s.got[i]).empty()) found = used[i] = true;
    if (!found) missing.push_back(g);
  }
  std::string out;
  for (size_t g : missing) {
    size_t nearest = s.got.size(), fewest = 4;  // more than three wrong fields: another statement
    for (size_t i = 0; i < s.got.size(); ++i) {
      if (used[i] || s.got[i].at("value") != s.gold[g].at("value")) continue;
      if (const size_t n = differences(s.gold[g], s.got[i]).size(); n < fewest) nearest = i, fewest = n;
    }
    out += "\n  missing: " + line(s.gold[g]) + "\n           of: " + s.quotes[g];
    if (nearest == s.got.size()) continue;
    used[nearest] = true;
    out += "\n  instead: ";
    for (const std::string& name : differences(s.gold[g], s.got[nearest]))
      out += name + "=" + (s.got[nearest].count(name) != 0 ? s.got[nearest].at(name) : "(none)") + "  ";
    out += "by " + s.records[nearest].rule;
  }
  for (size_t i = 0; i < s.got.size(); ++i)
    if (!used[i])
      out += "\n  too much: " + line(s.got[i]) + "\n            by " + s.records[i].rule +
             " of: " + s.records[i].mentions.at(0).quote;
  return out;
}

void check(const std::string& name) {
  static const LoadedPacks loaded = load_packs("");
  REQUIRE(loaded.packs);
  const Sample sample = read_sample(name, *loaded.packs);
  REQUIRE_FALSE(sample.gold.empty());
  const std::string report = compare(sample);
  if (!report.empty())
    std::cerr << name << " gives other records than tests/gold/ says:" << report << "\n";  // unwrapped
  CHECK(report.empty());
}

}  // namespace

TEST_CASE("company-results") {
  check("company-results");
}
TEST_CASE("miit-press-conference") {
  check("miit-press-conference");
}
TEST_CASE("miit-second-report") {
  check("miit-second-report");
}
TEST_CASE("new-energy-vehicles") {
  check("new-energy-vehicles");
}
TEST_CASE("repeated-paragraphs") {
  check("repeated-paragraphs");
}
TEST_CASE("statistics-office-release") {
  check("statistics-office-release");
}
TEST_CASE("statistics-office-release-zh") {
  check("statistics-office-release-zh");
}
TEST_CASE("telecom-sector") {
  check("telecom-sector");
}

TEST_CASE("every sample has its gold, and every gold its sample") {
  std::set<std::string> samples, gold;
  for (const auto& e : std::filesystem::directory_iterator(kSamples))
    if (e.path().extension() == ".txt") samples.insert(e.path().stem());
  for (const auto& e : std::filesystem::directory_iterator(kGold)) gold.insert(e.path().stem());
  CHECK(samples == gold);
}

TEST_CASE("the gold's quotes stand in their samples") {
  for (const auto& e : std::filesystem::directory_iterator(kGold)) {
    const std::string text = read_file(kSamples + e.path().stem().string() + ".txt");
    std::istringstream lines(read_file(e.path().string()));
    for (std::string row; std::getline(lines, row);) {
      if (row.empty()) continue;
      INFO(e.path().filename() << ": " << row);
      CHECK(text.find(json::parse(row).at("quote").get<std::string>()) != std::string::npos);
    }
  }
}

TEST_CASE("a text that is there twice states everything once, with two mentions") {
  const LoadedPacks loaded = load_packs("");
  const std::string text = read_file(kSamples + "repeated-paragraphs.txt");
  for (const Record& r : Pipeline(*loaded.packs, {"auto"}).run(document_of(text, std::nullopt), nullptr)) {
    INFO(r.indicator << " " << r.value.to_string());
    CHECK(r.mentions.size() == 2);
  }
}

TEST_CASE("every record of the samples can be traced to its text") {
  const LoadedPacks loaded = load_packs("");
  for (const auto& e : std::filesystem::directory_iterator(kSamples)) {
    if (e.path().extension() != ".txt") continue;
    const std::string text = read_file(e.path().string());
    for (const Record& r : Pipeline(*loaded.packs, {"auto"}).run(document_of(text, std::nullopt), nullptr)) {
      INFO(e.path().filename() << ": " << r.indicator << " " << r.value.to_string());
      CHECK_FALSE(r.indicator.empty());
      CHECK_FALSE(r.unit.empty());
      CHECK_FALSE(r.rule.empty());
      CHECK(r.confidence > 0);
      CHECK(r.confidence <= 100);
      REQUIRE_FALSE(r.mentions.empty());
      for (const Mention& m : r.mentions) {
        REQUIRE(m.start < m.end);
        REQUIRE(m.end <= text.size());
        const std::string stated = text.substr(m.start, m.end - m.start);
        CHECK_THAT(stated, Catch::Contains(r.value_text));
        CHECK_THAT(m.quote, Catch::Contains(stated));
        CHECK(m.line == 1 + static_cast<uint32_t>(std::count(text.begin(), text.begin() + m.start, '\n')));
      }
    }
  }
}
