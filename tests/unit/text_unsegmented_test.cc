#include <catch2/catch.hpp>
#include <string>

#include "layers/chinese.h"
#include "statgrep/text/sentences.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

size_t sentences(const std::string& text) {
  return analyse(text, chinese(), nullptr).sentences.size();
}

}  // namespace

TEST_CASE("the lexicon's longest phrase comes before the dictionary's word") {
  CHECK(zh_tokens("高技术制造业投资增长") == "高技术制造业|投资|增长");
  CHECK(zh_tokens("一线城市房价上涨") == "一线城市|房价|上涨");
  CHECK(zh_tokens("規模以上工業增加值") == "規模以上工業|增加值");
}

TEST_CASE("numerals that the dictionary joins with their units are cut") {
  CHECK(zh_tokens("三万吨") == "三|万|吨");
  CHECK(zh_tokens("第一位") == "第|一|位");
}

TEST_CASE("a zero begins no number, so that spare parts are no pieces") {
  CHECK(zh_tokens("汽车零件出口") == "汽车|零件|出口");
}

TEST_CASE("behind a number its unit begins no other word") {
  CHECK(zh_tokens("超三成都是") == "超|三|成|都|是");
  CHECK(zh_tokens("2019年增长3%") == "2019|年|增长|3|%");
}

TEST_CASE("full-width digits and marks are read, and keep their places") {
  const std::string text = "增长５０．２％。";
  CHECK(zh_tokens(text) == "增长|５０．２|％|。");
  const std::vector<Record> records = zh_records("产量" + text);
  REQUIRE(records.size() == 1);
  CHECK(records[0].value.to_string() == "50.2");
  CHECK(records[0].value_text == "５０．２％");
}

TEST_CASE("ideographic stops end sentences, also before a closing quote; semicolons do not") {
  CHECK(sentences("产量增长3%。销量下降2%！") == 2);
  CHECK(sentences("“产量增长3%。”他说，销量下降2%。") == 2);
  CHECK(sentences("产量增长3%；销量下降2%。") == 1);
  CHECK(sentences("产量增长3.5%，销量下降2%。") == 1);
}

TEST_CASE("a line that ends within a sentence is its end where words do not stand apart") {
  CHECK(sentences("一、产量增长3%\n1月份，销量下降2%。") == 2);
}

TEST_CASE("groups of digits parted by blanks were read as the first of them") {
  CHECK(zh_tokens("共有3 652 800人") == "共有|3 652 800|人");
  CHECK(zh_tokens("資產為4 213.5億元") == "資產|為|4 213.5|億|元");
  CHECK(zh_tokens("編號3 652 1234人") == "編號|3|652|1234|人");
  CHECK(zh_tokens("第3 652") == "第|3|652");  // no unit at the last: columns of a table
}
