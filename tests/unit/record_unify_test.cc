#include <catch2/catch.hpp>
#include <chrono>
#include <set>

#include "statgrep/record/merge.h"
#include "statgrep/write/fields.h"
#include "unit/sample_records.h"

using namespace statgrep;

namespace {

const DroppedWords kNoWords = [](std::string_view) { return false; };

std::vector<Record> unified(std::vector<Record> records) {
  return unify_records(union_records(std::move(records), kNoWords), kNoWords);
}

std::vector<std::string> as_set(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) {
    lines.emplace_back();
    append_json_record(lines.back(), record, select_all());
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Record with(const char* month, Basis basis = Basis::none, std::string area = "") {
  Record record = test::plain_record();
  if (month != nullptr) record.period = RecordPeriod{"", test::period_of(month, month), false};
  record.basis = basis;
  record.area = std::move(area);
  record.mentions = {test::mention_at("a.txt", static_cast<uint32_t>(record.area.size()))};
  return record;
}

}  // namespace

TEST_CASE("a record that lacks fields joins the only one that it can mean") {
  const auto out = unified({with(nullptr), with("2023-05", Basis::YoY, "China")});
  REQUIRE(out.size() == 1);
  CHECK(out[0].basis == Basis::YoY);
  CHECK(out[0].area == "China");
  CHECK(out[0].period->bounds == test::period_of("2023-05", "2023-05"));
  CHECK(out[0].mentions.size() == 2);
}

TEST_CASE("a record with two candidates stays alone, and so do they") {
  CHECK(unified({with(nullptr), with("2023-05"), with("2022-05")}).size() == 3);
  CHECK(unified({with("2023-05"), with("2023-05", Basis::YoY), with("2023-05", Basis::MoM)}).size() == 3);
}

TEST_CASE("two records that each lack a field of the other join") {
  const auto out = unified({with("2023-05"), with(nullptr, Basis::YoY)});
  REQUIRE(out.size() == 1);
  CHECK(out[0].period);
  CHECK(out[0].basis == Basis::YoY);
}

TEST_CASE("a record joins two that have just joined each other") {
  CHECK(unified({with(nullptr), with("2023-05"), with(nullptr, Basis::YoY)}).size() == 1);
}

TEST_CASE("several poorer records join the same fuller one") {
  CHECK(unified({with(nullptr), with("2023-05"), with(nullptr, Basis::YoY), with("2023-05", Basis::YoY)})
            .size() == 1);
}

TEST_CASE("an unknown year joins the one known year") {
  const auto one = unified({with("XXXX-05"), with("2023-05")});
  REQUIRE(one.size() == 1);
  CHECK(one[0].period->bounds == test::period_of("2023-05", "2023-05"));
  CHECK(unified({with("XXXX-05"), with("2023-05"), with("2022-05")}).size() == 3);
  CHECK(unified({with("XXXX-05"), with("2023-06")}).size() == 2);
}

TEST_CASE("what differs in a field that both have stays apart") {
  CHECK(unified({with("2023-05"), with("2023-06")}).size() == 2);
  CHECK(unified({with("2023-05", Basis::YoY), with(nullptr, Basis::MoM)}).size() == 2);
}

TEST_CASE("value, unit, measure, indicator and status are never lacking") {
  for (int i = 0; i < 6; ++i) {
    Record other = with("2023-05");
    if (i == 0) other.value = Decimal::of(3);
    if (i == 1) other.value_high = Decimal::of(3);
    if (i == 2) other.unit = "pp";
    if (i == 3) other.measure = Measure::change;
    if (i == 4) other.indicator = "online retail sales";
    if (i == 5) other.status = Status::forecast;
    CHECK(unified({with(nullptr), other}).size() == 2);
  }
}

TEST_CASE("words for a period that nobody could resolve agree with themselves only") {
  Record words = with(nullptr);
  words.period = RecordPeriod{"after the transformation", std::nullopt, false};
  CHECK(unified({words, with("2023-05")}).size() == 2);
  CHECK(unified({words, with(nullptr)}).size() == 1);
}

TEST_CASE("the joined period is stated where one of them was") {
  Record inherited = with("2023-05");
  inherited.period->inherited = true;
  Record stated = with("XXXX-05");
  stated.period->text = "in May";
  for (const auto& order : {std::vector{inherited, stated}, std::vector{stated, inherited}}) {
    const auto out = unified(order);
    REQUIRE(out.size() == 1);
    CHECK(out[0].period == RecordPeriod{"in May", test::period_of("2023-05", "2023-05"), false});
  }
}

TEST_CASE("the order of the records does not matter") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    auto records = test::random_records(random, 1 + random() % 30);
    const auto expected = as_set(unified(records));
    for (int shuffle = 0; shuffle < 3; ++shuffle) {
      std::shuffle(records.begin(), records.end(), random);
      REQUIRE(as_set(unified(records)) == expected);
    }
  }
}

TEST_CASE("no mention is lost and none comes twice") {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    const auto records = test::random_records(random, 40);
    std::set<std::pair<std::string, uint32_t>> before;
    std::set<std::pair<std::string, uint32_t>> after;
    for (const Record& record : records) {
      for (const Mention& mention : record.mentions) before.emplace(mention.source, mention.start);
    }
    for (const Record& record : unified(records)) {
      std::set<uint64_t> places;
      for (const Mention& mention : record.mentions) {
        after.emplace(mention.source, mention.start);
        CHECK(places.insert(mention.source[0] * 1000ULL + mention.start).second);
      }
    }
    CHECK(after == before);
  }
}

TEST_CASE("very many records of one figure take no quadratic time") {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<Record> records;
  for (int i = 0; i < 50'000; ++i) {
    records.push_back(with(i % 2 == 0 ? "2023-05" : nullptr, i % 3 == 0 ? Basis::YoY : Basis::none,
                           "area " + std::to_string(i / 4)));
  }
  CHECK(unified(records).size() <= 12'500);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
