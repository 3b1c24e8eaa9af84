#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/chinese.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

void check_periods(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(zh_periods(c.text) == c.expected);
  }
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(zh_statements(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("a time holds as said until a figure has a subject of its own") {
  check_periods({{"5月份，产量增长5%，环比增长1%。", "5 2024-05; 1 2024-05"},
                 {"5月份，产量增长5%，销量增长3%。", "5 2024-05; 3 2024-05 inherited"},
                 {"5月份，产量增长5%。其中，钢材增长3%。", "5 2024-05; 3 2024-05 inherited"},
                 {"5月份，产量增长5%；1—5月，产量增长4%。", "5 2024-05; 4 2024-01/2024-05"}});
}

TEST_CASE("the day of speaking is no period of what is said") {
  check_periods(
      {{"统计局9日发布，5月份产量增长5%。", "5 2024-05"}, {"主计总处今（8）日发布，产量增长5%。", "5 -"}});
}

TEST_CASE("an earlier figure's own time holds for it alone") {
  check_periods(
      {{"5月份，价格由上月下降1.4%转为上涨4.6%。", "-1.4 2024-04; 4.6 2024-05"},
       {"一季度毛利率为31.4%，高于上年同期的29.8%。", "31.4 2024-01/2024-03; 29.8 2023-01/2023-03"}});
}

TEST_CASE("a time before the one just told is set against it, and does not go on") {
  check_periods({{"第四季消费上升2.2%，第三季则上升1.9%。出口上升1.6%。",
                  "2.2 2023-10/2023-12; 1.9 2023-07/2023-09; 1.6 2023-10/2023-12 inherited"},
                 {"二月至四月失业率为3%。", "3 2024-02/2024-04"}});
}

TEST_CASE("a span that ends with a month, years of another era, years digit by digit") {
  check_periods({{"截至5月底止三个月，营业额增长5%。", "5 2024-03/2024-05"},
                 {"民國112年5月出口增長5%。", "5 2023-05"},
                 {"112年5月出口增長5%。", "5 2023-05"},
                 {"二零二三年十月零售額增長5%。", "5 2023-10"}});
}

TEST_CASE("a basis holds for later growths of its sentence, until another one") {
  check({{"产量同比增长5%，销量增长3%。", "产量: growth 5 % YoY; 销量: growth 3 % YoY"},
         {"出口月增3%、年增5%。", "出口: growth 3 % MoM; 出口: growth 5 % YoY"},
         {"产量同比增长5%。销量增长3%。", "产量: growth 5 % YoY; 销量: growth 3 %"}});
}

TEST_CASE("a comparator of points does not replace the basis of growths") {
  CHECK(zh_statements("5月份，产量同比增长5%，增速比上月回落1个百分点；销量增长3%。") ==
        "产量: growth 5 % YoY; 产量: change -1 pp MoM; 销量: growth 3 % YoY");
}

TEST_CASE("a basis said to hold below holds in the whole text") {
  CHECK(zh_statements("出口同比（下同）增长5%。进口增长3%。") ==
        "出口: growth 5 % YoY; 进口: growth 3 % YoY");
}

TEST_CASE("a rate that stays is changed by no points, an amount grows by nothing") {
  check({{"5月份，失业率为5%，与上月持平。", "失业率: level 5 %; 失业率: change 0 pp MoM"},
         {"5月份，生活资料价格环比持平。", "生活资料价格: growth 0 % MoM"}});
}

TEST_CASE("a figure that is kept unchanged is one statement") {
  CHECK(zh_statements("政策利率维持在0.5%不变。") == "政策利率: level 0.5 %");
}

TEST_CASE("falls that narrow are signed by their effect") {
  CHECK(zh_statements("5月份，价格同比下降2%，降幅比上月收窄0.6个百分点。") ==
        "价格: growth -2 % YoY; 价格: change 0.6 pp MoM");
}

TEST_CASE("what moved on the month was given ten months that were told in between") {
  check_periods({{"5月指数按月升0.4%，今年首5个月累升1.9%。租金按月升0.5%。",
                  "0.4 2024-05; 1.9 2024-01/2024-05; 0.5 2024-05 inherited"}});
}

TEST_CASE("the year that an index is counted from was taken for the time of its figures") {
  check_periods({{"5月份，生产指数（2020年=100）为113.2，同比增长2%。", "113.2 2024-05; 2 2024-05"}});
}

TEST_CASE("a high that a figure is compared with is an earlier one of the same") {
  check_periods({{"5月份，指数由2019年8月的高点105.3回落至98.2。", "105.3 2019-08; 98.2 2024-05"}});
  check({{"指数较8月的高位200.1点下降0.9%。", "指数: level 200.1 1 previous; 指数: growth -0.9 %"}});
}

TEST_CASE("how long a movement has held was a statement beside it") {
  const auto streaks = [](const char* text) {
    std::string out;
    for (const Record& r : zh_records(text)) {
      if (!out.empty()) out += "; ";
      out += r.value.to_string();
      if (r.streak)
        out += " for " + r.streak->value.to_string() + ' ' + r.streak->unit + ' ' + r.streak->direction;
    }
    return out;
  };
  CHECK(streaks("投资增长11.3%，连续36个月保持两位数增长。") == "11.3 for 36 month up");
  CHECK(streaks("投资增长11.3%。这一增速已连续36个月保持在两位数。") == "11.3 for 36 month up");
  CHECK(streaks("出口连续8个季度增长，增速为6.1%。") == "6.1 for 8 quarter up");
  CHECK(streaks("价格环比上涨0.2%，同比下降5%，连续6个月下降。") == "0.2; -5 for 6 month down");
  CHECK(streaks("两项指数升幅分别为1.8和0.8个百分点，均连续3个月回升。") ==
        "1.8 for 3 month up; 0.8 for 3 month up");
  CHECK(streaks("核心CPI上涨1.2%，涨幅连续6个月扩大。") == "1.2; 6");
  CHECK(streaks("PMI为49%，连续3个月低于临界点。") == "49; 3");
}

TEST_CASE("a run that was broken held until then") {
  check_periods({{"5月份价格上涨2.5%，中断连续12个月下降。", "2.5 2024-05; 12 -"}});
}

TEST_CASE("two comparators joined were both taken for the second") {
  std::string out;
  for (const Record& r : zh_records("3月末余额增长8.4%，增速分别比上月末和上年同期提高0.3个和4.3个百分点。"))
    if (r.versus) out += r.versus->text + ' ' + std::string(name_of(r.basis)) + "; ";
  CHECK(out == "比上月末 MoM; 上年同期 YoY; ");
}

TEST_CASE("a quarter said to be told alone was the one of the text's date") {
  check_periods({{"一季度当季，出口增长6%。", "6 2024-01/2024-03"},
                 {"4月产量3万吨，当月出口2万吨。", "30000 2024-04; 20000 2024-04"}});
}

TEST_CASE("what was said of now went on to hold for what came after") {
  check_periods({{"一季度利润增长3%。目前覆盖率为45%。费用增长2%。",
                  "3 2024-01/2024-03; 45 2024-06-12; 2 2024-01/2024-03 inherited"}});
}

TEST_CASE("an earlier figure without a time of its own has none") {
  check_periods({{"5月份，劳动人口由380万人减少至379万人。", "3800000 -; 3790000 2024-05"}});
}

TEST_CASE("a basis by the week holds whatever the time of the figure") {
  check({{"10月指数按周升0.4%。", "指数: growth 0.4 % WoW"}});
}
