// Records for the tests of merging and writing.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "statgrep/model/record.h"

namespace statgrep::test {

inline Period period_of(const char* start, const char* end) {
  return {*parse_date(start), *parse_date(end)};
}

inline Mention mention_at(std::string source, uint32_t start) {
  return {std::move(source), 1 + start / 100, start, start + 40, "Retail sales rose 2.5 percent."};
}

// "retail sales +2.5 %", with what a statement must have and no more.
inline Record plain_record() {
  Record record;
  record.indicator = "retail sales";
  record.measure = Measure::growth;
  record.value = Decimal::of(25, -1);
  record.value_text = "2.5 percent";
  record.unit = "%";
  record.rule = "en.growth.verb";
  record.confidence = 85;
  record.mentions = {mention_at("a.txt", 100)};
  return record;
}

// A record with every field.
inline Record full_record() {
  Record record = plain_record();
  record.indicator_id = "retail_sales";
  record.value_high = Decimal::of(3);
  record.basis = Basis::YoY;
  record.qualifier = Qualifier::approx;
  record.status = Status::revised;
  record.period = RecordPeriod{"in May", period_of("2023-05", "2023-05"), true};
  record.streak = Streak{Decimal::of(36), "month", "up"};
  record.of = "total sales";
  record.versus = Versus{"a year earlier", "online sales", period_of("2022-05", "2022-05")};
  record.area = "China";
  record.attribution = "Statistics Office, \"the office\"";
  record.mentions.push_back(mention_at("b.txt", 7));
  return record;
}

// Records that collide in many ways: few values for each field, often none.
inline std::vector<Record> random_records(std::mt19937& random, size_t count) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const char* const names[] = {"retail sales", "sales, retail", "Retail Sales", "output"};
  const char* const areas[] = {"", "", "China", "Jiangxi"};
  const char* const wholes[] = {"", "", "", "total sales"};
  std::vector<Record> records;
  for (size_t i = 0; i < count; ++i) {
    Record record = plain_record();
    record.indicator = names[pick(4)];
    record.value = Decimal::of(pick(2) + 1);
    record.value_text = pick(2) == 0 ? "2 percent" : "2%";
    record.basis = pick(2) == 0 ? Basis::none : pick(3) == 0 ? Basis::MoM : Basis::YoY;
    record.qualifier = pick(3) == 0 ? Qualifier::over : Qualifier::none;
    record.area = areas[pick(4)];
    record.of = wholes[pick(4)];
    record.confidence = 50 + pick(50);
    if (pick(3) == 0) record.streak = Streak{Decimal::of(pick(3)), "month", "up"};
    if (pick(5) == 0) record.versus = Versus{"the year before", "", std::nullopt};
    if (pick(3) != 0) {
      const char* const months[] = {"2023-05", "2023-06", "XXXX-05"};
      const char* month = months[pick(3)];
      record.period = RecordPeriod{pick(2) == 0 ? "in May" : "", period_of(month, month), pick(2) == 0};
    }
    record.mentions = {
        mention_at(std::string(1, static_cast<char>('a' + pick(4))), static_cast<uint32_t>(pick(300)))};
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace statgrep::test
