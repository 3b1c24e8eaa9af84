#include <catch2/catch.hpp>
#include <sstream>

#include "statgrep/write/display.h"
#include "statgrep/write/writer.h"
#include "unit/sample_records.h"

using namespace statgrep;

namespace {

std::vector<std::string> table(const std::vector<Record>& records, int width, const std::string& fields = "",
                               bool color = false) {
  auto made = make_writer({.format = "table", .fields = fields, .color = color, .width = width});
  Writer& writer = *std::get<std::unique_ptr<Writer>>(made);
  std::string out;
  writer.begin(out);
  for (const Record& record : records) writer.write(record, out);
  writer.end(out);
  std::vector<std::string> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Record wide_record() {
  Record record = test::plain_record();
  record.indicator = "社会消费品零售总额";
  record.mentions.front().source = "新闻.txt";
  return record;
}

}  // namespace

TEST_CASE("width counts wide characters twice and combining ones not at all") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("增长") == 4);
  CHECK(display_width("５０％") == 6);
  CHECK(display_width("e\xCC\x81t\xC3\xA9") == 3);
  CHECK(display_width("") == 0);
}

TEST_CASE("text is cut to a width with an ellipsis, never inside a character") {
  CHECK(fit("retail sales", 12, Elide::end) == "retail sales");
  CHECK(fit("retail sales", 7, Elide::end) == "retail…");
  CHECK(fit("samples/a.txt:3", 9, Elide::start) == "…/a.txt:3");
  CHECK(fit("增长增长", 6, Elide::end) == "增长…");
  CHECK(fit("增长增长", 5, Elide::start) == "…增长");
  for (int width = 0; width < 12; ++width) {
    CHECK(display_width(fit("a增b长c", width, Elide::end)) <= width);
    CHECK(display_width(fit("a增b长c", width, Elide::start)) <= width);
  }
}

TEST_CASE("what could steer a terminal becomes blanks") {
  CHECK(printable("a\x1B[31mb\r\n\tc\x7F") == "a [31mb   c ");
  CHECK(printable("a\xC2\x9B"
                  "b\xE2\x80\xAE"
                  "c") == "a b c");
  CHECK(printable("增长 5 ‰") == "增长 5 ‰");
}

TEST_CASE("the table shows value with sign, unit and grouped digits") {
  Record level = test::plain_record();
  level.indicator = "car sales";
  level.measure = Measure::level;
  level.value = Decimal::of(6310000);
  level.unit = "vehicle";
  level.qualifier = Qualifier::over;
  level.period = RecordPeriod{"", test::period_of("2023-01", "2023-09"), true};
  const auto lines = table({test::full_record(), level}, 120);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "indicator                  value  measure          basis  period             source");
  CHECK(lines[1] ==
        "retail sales           ~+2.5–3 %  growth, revised  YoY    (2023-05)          a.txt:2 (2)");
  CHECK(lines[2] == "car sales     >6,310,000 vehicle  level                   (2023-01/2023-09)  a.txt:2");
}

TEST_CASE("large values are short where that is exact") {
  Record record = test::plain_record();
  record.measure = Measure::level;
  record.unit = "CNY";
  const auto shown = [&](Decimal value) {
    record.value = value;
    const std::string line = table({record}, 120)[1];
    return line.substr(14, line.find("  level") - 14);
  };
  CHECK(shown(Decimal::of(398, 10)) == "3.98 tn CNY");
  CHECK(shown(Decimal::of(-4437, 8)) == "-443.7 bn CNY");
  CHECK(shown(Decimal::of(631, 4)) == "6,310,000 CNY");
  CHECK(shown(Decimal::of(1234567891)) == "1,234,567,891 CNY");
}

TEST_CASE("names give way before values do") {
  Record record = test::plain_record();
  record.indicator = std::string(60, 'x');
  record.value = Decimal::of(1234567891);
  const auto lines = table({record}, 80);
  CHECK(lines[1].find("+1,234,567,891 %") != std::string::npos);
  CHECK(display_width(lines[1]) <= 80);
}

TEST_CASE("columns stand under each other where characters are wide") {
  const auto lines = table({wide_record(), test::plain_record()}, 120);
  REQUIRE(lines.size() == 3);
  const auto column_of = [](const std::string& line) {
    return display_width(std::string_view(line).substr(0, line.find("growth")));
  };
  CHECK(column_of(lines[1]) == column_of(lines[2]));
}

TEST_CASE("no line of the table is wider than the terminal") {
  Record long_one = test::full_record();
  long_one.indicator = std::string(300, 'x') + "增长";
  long_one.mentions.front().source = std::string(200, 'd') + "/file.txt";
  for (const int width : {60, 80, 100, 200}) {
    for (const std::string& line : table({long_one, wide_record(), test::plain_record()}, width)) {
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("chosen fields make a plain table") {
  const auto lines = table({test::plain_record()}, 100, "value,indicator,basis");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "value  indicator     basis");
  CHECK(lines[1] == "  2.5  retail sales");
}

TEST_CASE("there are colours only where they are asked for") {
  CHECK(table({test::plain_record()}, 100)[1].find('\x1B') == std::string::npos);
  CHECK(table({test::plain_record()}, 100, "", true)[1].find("\x1B[1m") != std::string::npos);
}

TEST_CASE("a table of nothing is empty") {
  CHECK(table({}, 100).empty());
}
