#include <catch2/catch.hpp>
#include <chrono>

#include "statgrep/record/merge.h"
#include "statgrep/write/fields.h"
#include "unit/sample_records.h"

using namespace statgrep;

namespace {

const DroppedWords kNoWords = [](std::string_view) { return false; };

// The records as sorted lines: a set, comparable field by field.
std::vector<std::string> as_set(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) {
    lines.emplace_back();
    append_json_record(lines.back(), record, select_all());
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<Record> united(std::vector<Record> records) {
  return union_records(std::move(records), kNoWords);
}

}  // namespace

TEST_CASE("equal statements become one with all mentions, sorted") {
  Record later = test::plain_record();
  later.mentions = {test::mention_at("b.txt", 5), test::mention_at("a.txt", 20)};
  const auto out = united({test::plain_record(), later, test::plain_record()});
  REQUIRE(out.size() == 1);
  CHECK(out[0].mentions == std::vector<Mention>{test::mention_at("a.txt", 20), test::mention_at("a.txt", 100),
                                                test::mention_at("b.txt", 5)});
}

TEST_CASE("the first mention says how the record reads") {
  Record early = test::plain_record();
  early.mentions = {test::mention_at("a.txt", 1)};
  early.value_text = "2.5%";
  early.indicator = "sales, retail";
  const auto out = united({test::plain_record(), early});
  REQUIRE(out.size() == 1);
  CHECK(out[0].value_text == "2.5%");
  CHECK(out[0].indicator == "sales, retail");
}

TEST_CASE("the fuller fields and the stated period are kept") {
  Record inherited = test::full_record();
  Record stated = test::full_record();
  stated.mentions = {test::mention_at("z.txt", 1)};
  stated.period->inherited = false;
  stated.period->text = "last May";
  stated.attribution = "";
  stated.streak.reset();
  stated.confidence = 95;
  for (const auto& order : {std::vector{inherited, stated}, std::vector{stated, inherited}}) {
    const auto out = united(order);
    REQUIRE(out.size() == 1);
    CHECK_FALSE(out[0].period->inherited);
    CHECK(out[0].period->text == "last May");
    CHECK(out[0].attribution == inherited.attribution);
    CHECK(out[0].streak == inherited.streak);
    CHECK(out[0].confidence == 95);
  }
}

TEST_CASE("records come out in the order in which they first arrived") {
  Record second = test::plain_record();
  second.unit = "pp";
  const auto out = united({second, test::plain_record(), second});
  REQUIRE(out.size() == 2);
  CHECK(out[0].unit == "pp");
}

TEST_CASE("any order and any split of the records gives the same set") {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    auto records = test::random_records(random, 60);
    const auto expected = as_set(united(records));
    std::shuffle(records.begin(), records.end(), random);
    CHECK(as_set(united(records)) == expected);

    std::vector<Record> parts[3];
    for (const Record& record : records) parts[random() % 3].push_back(record);
    std::vector<Record> rest = united(parts[1]);
    for (const Record& record : united(parts[2])) rest.push_back(record);
    std::vector<Record> all = united(rest);
    for (const Record& record : united(parts[0])) all.push_back(record);
    CHECK(as_set(united(all)) == expected);
  }
}

TEST_CASE("the union of a set with itself is the set") {
  std::mt19937 random(2);
  const auto once = united(test::random_records(random, 200));
  auto twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  CHECK(as_set(united(twice)) == as_set(once));
}

TEST_CASE("one statement in very many places takes linear time") {
  const auto begin = std::chrono::steady_clock::now();
  Merger merger(kNoWords);
  for (uint32_t i = 0; i < 100'000; ++i) {
    Record record = test::plain_record();
    record.mentions = {test::mention_at("a.txt", 7919 * i % 100'000)};
    merger.add(std::move(record));
  }
  const auto out = merger.finish();
  REQUIRE(out.size() == 1);
  CHECK(out[0].mentions.size() == 100'000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}
