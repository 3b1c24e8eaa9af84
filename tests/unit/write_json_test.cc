#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "statgrep/write/json_text.h"
#include "statgrep/write/writer.h"
#include "unit/sample_records.h"
#include "unit/schema_check.h"

using namespace statgrep;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

std::string written(const std::string& format, const std::string& fields,
                    const std::vector<Record>& records) {
  auto made = make_writer({.format = format, .fields = fields});
  Writer& writer = *std::get<std::unique_ptr<Writer>>(made);
  std::string out;
  writer.begin(out);
  for (const Record& record : records) writer.write(record, out);
  writer.end(out);
  return out;
}

std::vector<std::string> keys_of(const ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("a JSON string survives a parser whatever bytes of UTF-8 it holds") {
  for (const std::string text : {"", "plain", "a \"quote\" and \\", "line\r\nbreak\ttab", "\x01\x1F\x7F",
                                 "5 ‰ 增长", "\xF0\x9F\x93\x88"}) {
    std::string out;
    append_json_string(out, text);
    CHECK(json::parse(out).get<std::string>() == text);
  }
}

TEST_CASE("indenting agrees with another printer of JSON") {
  for (const char* compact :
       {R"({"a":1,"b":[],"c":{},"d":[1,{"e":"x:,{}[]\"y"}],"f":true})", "[]", "3", R"("a")"}) {
    std::string out;
    append_indented(out, compact, 0);
    CHECK(out == ordered_json::parse(compact).dump(2));
  }
}

TEST_CASE("a full record has all fields in the order of the contract") {
  const auto object = ordered_json::parse(written("jsonl", "", {test::full_record()}));
  CHECK(keys_of(object) == std::vector<std::string>{"indicator", "indicator_id", "measure", "value",
                                                    "value_high", "value_text", "unit", "basis", "qualifier",
                                                    "status", "period", "streak", "of", "versus", "area",
                                                    "attribution", "confidence", "rule", "mentions"});
  CHECK(object["period"] ==
        ordered_json::parse(R"({"text":"in May","start":"2023-05","end":"2023-05","inherited":true})"));
  CHECK(object["streak"] == ordered_json::parse(R"({"value":36,"unit":"month","direction":"up"})"));
  CHECK(object["versus"] == ordered_json::parse(R"({"text":"a year earlier","indicator":"online sales",
        "start":"2022-05","end":"2022-05"})"));
  CHECK(object["confidence"].dump() == "0.85");
  CHECK(object["mentions"].size() == 2);
}

TEST_CASE("absent fields are left out") {
  const std::string line = written("jsonl", "", {test::plain_record()});
  CHECK(
      line ==
      R"({"indicator":"retail sales","measure":"growth","value":2.5,"value_text":"2.5 percent","unit":"%",)"
      R"("confidence":0.85,"rule":"en.growth.verb","mentions":[{"source":"a.txt","line":2,"start":100,"end":140,)"
      R"("quote":"Retail sales rose 2.5 percent."}]})"
      "\n");
}

TEST_CASE("json is one array, also of no record") {
  CHECK(written("json", "", {}) == "[]\n");
  const auto records = {test::plain_record(), test::full_record()};
  const std::string text = written("json", "", records);
  const auto array = ordered_json::parse(text);
  CHECK(array.size() == 2);
  CHECK(text == array.dump(2) + "\n");
}

TEST_CASE("chosen fields are printed in the order in which they were asked for") {
  CHECK(written("jsonl", "value, indicator,period.start,line,streak,value", {test::full_record()}) ==
        R"({"value":2.5,"indicator":"retail sales","period_start":"2023-05","line":2,)"
        R"("streak":{"value":36,"unit":"month","direction":"up"}})"
        "\n");
  CHECK(written("jsonl", "period_start,basis", {test::plain_record()}) == "{}\n");
}

TEST_CASE("an unknown field or format is an error that says what is known") {
  const auto field = make_writer({.fields = "value,valeu"});
  REQUIRE(std::holds_alternative<Error>(field));
  CHECK_THAT(std::get<Error>(field).message, Catch::Contains("\"valeu\"") && Catch::Contains("period_start"));
  CHECK(std::holds_alternative<Error>(make_writer({.fields = "value,"})));
  CHECK(std::holds_alternative<Error>(make_writer({.format = "xml"})));
}

TEST_CASE("every printed record keeps the published schema") {
  std::mt19937 random(7);
  auto records = test::random_records(random, 200);
  records.push_back(test::full_record());
  for (const Record& record : records) {
    CHECK(test::record_problems(written("jsonl", "", {record})) == std::vector<std::string>{});
  }
}

TEST_CASE("the schema is closed and complains of what it should") {
  const auto schema = json::parse(record_schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["$id"] == "urn:statgrep:record:1");
  const auto problems_after = [&](auto change) {
    json record = json::parse(written("jsonl", "", {test::full_record()}));
    change(record);
    return test::SchemaCheck::problems(schema, record).size();
  };
  CHECK(problems_after([](json&) {}) == 0);
  CHECK(problems_after([](json& r) { r["extra"] = 1; }) == 1);
  CHECK(problems_after([](json& r) { r["period"]["extra"] = 1; }) == 1);
  CHECK(problems_after([](json& r) { r["measure"] = "increase"; }) == 1);
  CHECK(problems_after([](json& r) { r["value"] = "2.5"; }) == 1);
  CHECK(problems_after([](json& r) { r.erase("unit"); }) == 1);
  CHECK(problems_after([](json& r) { r["period"]["start"] = "May"; }) == 1);
  CHECK(problems_after([](json& r) { r["confidence"] = 1.01; }) == 1);
  CHECK(problems_after([](json& r) { r["mentions"] = json::array(); }) == 1);
  CHECK(problems_after([](json& r) { r["mentions"][0]["line"] = 0; }) == 1);
}
