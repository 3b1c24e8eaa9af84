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

void check_quantities(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(zh_quantities(c.text) == c.expected);
  }
}

void check_chunks(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(zh_chunks(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("shares, points, money and physical units stand behind the number") {
  check_quantities({{"增长5.2%。", "5.2 %"},
                    {"回落0.4个百分点。", "0.4 pp"},
                    {"下调25个基点。", "25 bp"},
                    {"收入4437亿元。", "443700000000 元"},
                    {"出口640.5亿美元。", "64050000000 USD"},
                    {"产量3.8亿吨。", "380000000 t"},
                    {"用电量8886亿千瓦时。", "888600000000 kW.h"}});
}

TEST_CASE("a currency by name before the number, and an exchange of one for another") {
  check_quantities(
      {{"营收新台币38.62亿元。", "3862000000 TWD"}, {"人民币汇率为1美元兑7.095元人民币。", "7.095 CNY/USD"}});
}

TEST_CASE("a general classifier leaves the unit to what it counts, another one is the unit") {
  check_quantities({{"有三十五个行业增长。", "35 [行业]"},
                    {"用户达18.28亿户。", "1828000000 户"},
                    {"销量281.6万辆。", "2816000 辆"}});
}

TEST_CASE("divisors before and behind the figure") {
  check_quantities({{"均价每吨4316元。", "4316 元/t"}, {"报57.46美元/桶。", "57.46 USD/[bbl_us]"}});
}

TEST_CASE("a list shares its unit, also over a verb, and ranges have two ends") {
  check_quantities({{"低0.3个和4.3个百分点。", "0.3 pp; 4.3 pp"},
                    {"下降0.6个和上升0.2个百分点。", "0.6 pp; 0.2 pp"},
                    {"营收为27亿元至29亿元。", "2700000000..2900000000 元"},
                    {"增长15%—22%。", "15..22 %"}});
}

TEST_CASE("words before and behind a figure qualify it") {
  check_quantities({{"增长近两成。", "20 % under"},
                    {"销量约1600万辆。", "16000000 辆 approx"},
                    {"占比超四成。", "40 % over"},
                    {"增长两成以上。", "20 % at_least"},
                    {"不低于1.1万列。", "11000 列 at_least"}});
}

TEST_CASE("ages, ranges of names and numbered things are no figures") {
  check_quantities(
      {{"25至44岁失业率为3.74%。", "3.74 %"}, {"1年期LPR为3.0%。", "3 %"}, {"70个大中城市房价下降。", ""}});
}

TEST_CASE("a phrase is a run of what builds no clause, with its modifiers") {
  check_chunks(
      {{"规模以上工业增加值增长3%。", "{规模以上工业增加值} 增长 <3%> 。"},
       {"汽车及汽车零件、家具分别下跌7.8%和14.3%。", "{汽车及汽车零件、家具} 分别 下跌 <7.8%和14.3%> 。"},
       {"国际/港澳台快递业务量增长3%。", "{国际/港澳台快递业务量} 增长 <3%> 。"},
       {"高技术产业投资高6.9个百分点。", "{高技术产业投资} 高 <6.9个百分点> 。"}});
}

TEST_CASE("a governed phrase is an adverbial, or with an attribute a name") {
  check_chunks({{"出口按新计价方式增51.2%。", "{出口} (按新计价方式) 增 <51.2%> 。"},
                {"按照上年价格计算的业务总量增长8.4%。", "{按照上年价格计算的业务总量} 增长 <8.4%> 。"},
                {"对美国出口增长8%。", "{对美国出口} 增长 <8%> 。"},
                {"净出口对经济增长贡献0.8个百分点。", "{净出口} 对 {经济} 增长 贡献 <0.8个百分点> 。"},
                {"调整季节因素后上涨0.1%。", "(调整季节因素后) 上涨 <0.1%> 。"}});
}

TEST_CASE("moved by so much to many times as much is no range") {
  check_quantities(
      {{"减少3.4万人至365万人。", "34000 人; 3650000 人"}, {"增加3万人至5万人。", "30000..50000 人"}});
}

TEST_CASE("signs for twenty and thirty take the digit behind them") {
  check_quantities({{"加班工時廿八點二小時。", "28.2 hour"}, {"共有廿一人。", "21 人"}, {"占卅%。", "30 %"}});
}
