#include <catch2/catch.hpp>
#include <string>

#include "layers/chinese.h"

using namespace statgrep;
using namespace statgrep::test;

TEST_CASE("a figure without a phrase of its own is of the statement before it") {
  CHECK(zh_statements("钢材产量1亿吨，同比增长3%。") ==
        "钢材产量: level 100000000 t; 钢材产量: growth 3 % YoY");
}

TEST_CASE("a phrase in the figure's own clause comes before the statement before it") {
  CHECK(zh_statements("钢材产量1亿吨，水泥产量较上年同期下降3%。") ==
        "钢材产量: level 100000000 t; 水泥产量: growth -3 % YoY");
}

TEST_CASE("who reports is no subject") {
  CHECK(zh_statements("统计局公布，5月份，下降3%。").find("统计局") == std::string::npos);
}
