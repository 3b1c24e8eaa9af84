// Texts in several languages through the real program.
#include <catch2/catch.hpp>
#include <string>

#include "run.h"

using namespace statgrep::test;

namespace {

const std::string kChinese = "前三季度，高技术制造业投资同比增长11.3%。";
const std::string kTraditional = "前三季度，高技術製造業投資同比增長11.3%。";
const std::string kEnglish =
    "Investment in high-tech manufacturing increased by 11.3 percent year on year in the first three "
    "quarters.";

}  // namespace

TEST_CASE("a release, its version in traditional script and its translation give one record") {
  const TempDir dir;
  write_file(dir / "zh.txt", kChinese);
  write_file(dir / "zht.txt", kTraditional);
  write_file(dir / "en.txt", kEnglish);
  const Run run = shell("$statgrep extract --date 2023-10-20 " + quoted(dir / "zh.txt") + " " +
                        quoted(dir / "zht.txt") + " " + quoted(dir / "en.txt"));
  CHECK(run.code == 0);
  const auto records = run.records();
  REQUIRE(records.size() == 1);
  CHECK(records[0]["indicator_id"] == "invest.high_tech_manufacturing");
  CHECK(records[0]["period"]["start"] == "2023-01");
  CHECK(records[0]["mentions"].size() == 3);
}

TEST_CASE("what was counted is one thing in two languages, and so is a place") {
  const Run run = shell("printf '%s\\n\\n%s\\n' " + quoted("截至2024年7月末，5G移动电话用户达11.3亿户。") +
                        " " + quoted("5G mobile phone users reached 1.13 billion by the end of July 2024.") +
                        " | $statgrep extract -");
  const auto records = run.records();
  REQUIRE(records.size() == 1);
  CHECK(records[0]["indicator_id"] == "telecom.5g_users");
  CHECK(records[0]["mentions"].size() == 2);
}

TEST_CASE("--lang takes one language for the whole text") {
  const std::string both = "printf '%s\\n\\n%s\\n' " + quoted(kChinese) + " " + quoted(kEnglish);
  for (const char* lang : {"zh", "en"}) {
    const auto records = shell(both + " | $statgrep extract --lang " + lang + " -").records();
    INFO(lang);
    REQUIRE_FALSE(records.empty());
    for (const auto& r : records) CHECK(r["rule"].get<std::string>().starts_with(lang));
  }
}

TEST_CASE("places in a Chinese text are offsets into its UTF-8") {
  const Run run = shell("$statgrep extract --date 2023-10-20 -", "第一行。\n" + kChinese);
  const auto records = run.records();
  REQUIRE(records.size() == 1);
  const auto& mention = records[0]["mentions"][0];
  CHECK(mention["line"] == 2);
  CHECK(mention["quote"] == kChinese);
  const std::string text = "第一行。\n" + kChinese;
  const size_t start = mention["start"], end = mention["end"];
  CHECK(text.substr(start, end - start).find("11.3%") != std::string::npos);
}
