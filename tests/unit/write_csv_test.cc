#include <catch2/catch.hpp>

#include "statgrep/write/writer.h"
#include "unit/sample_records.h"

using namespace statgrep;

namespace {

std::string csv(const std::string& fields, const std::vector<Record>& records) {
  auto made = make_writer({.format = "csv", .fields = fields});
  Writer& writer = *std::get<std::unique_ptr<Writer>>(made);
  std::string out;
  writer.begin(out);
  for (const Record& record : records) writer.write(record, out);
  writer.end(out);
  return out;
}

// A reader of RFC 4180 that knows nothing of the writer.
std::vector<std::vector<std::string>> parsed(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[i++];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
      if (++i + 1 < text.size()) rows.emplace_back(1);
    } else {
      cell += text[i];
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("csv has a header of flat names, also where there is no record") {
  CHECK(csv("", {}) ==
        "indicator,indicator_id,measure,value,value_high,value_text,unit,basis,qualifier,status,"
        "period_text,period_start,period_end,period_inherited,streak_value,streak_unit,streak_direction,of,"
        "versus_text,versus_indicator,versus_start,versus_end,area,attribution,confidence,rule,"
        "mentions,source,line,start,end,quote\r\n");
}

TEST_CASE("csv flattens nested fields and takes the first mention") {
  const auto rows = parsed(csv("", {test::full_record()}));
  REQUIRE(rows.size() == 2);
  CHECK(rows[1] == std::vector<std::string>{"retail sales",
                                            "retail_sales",
                                            "growth",
                                            "2.5",
                                            "3",
                                            "2.5 percent",
                                            "%",
                                            "YoY",
                                            "approx",
                                            "revised",
                                            "in May",
                                            "2023-05",
                                            "2023-05",
                                            "true",
                                            "36",
                                            "month",
                                            "up",
                                            "total sales",
                                            "a year earlier",
                                            "online sales",
                                            "2022-05",
                                            "2022-05",
                                            "China",
                                            "Statistics Office, \"the office\"",
                                            "0.85",
                                            "en.growth.verb",
                                            "2",
                                            "a.txt",
                                            "2",
                                            "100",
                                            "140",
                                            "Retail sales rose 2.5 percent."});
}

TEST_CASE("csv quotes what a reader would else take apart") {
  for (const std::string text :
       {"a,b", "say \"so\"", "line\nbreak", "line\r\nbreak", "\"", ",", "增长，快"}) {
    Record record = test::plain_record();
    record.indicator = text;
    const auto rows = parsed(csv("unit,indicator,value", {record, record}));
    REQUIRE(rows.size() == 3);
    CHECK(rows[2] == std::vector<std::string>{"%", text, "2.5"});
  }
}

TEST_CASE("a nested field that is chosen for csv brings all its columns") {
  CHECK(csv("value,versus,period_end", {}) ==
        "value,versus_text,versus_indicator,versus_start,versus_end,period_end\r\n");
}
