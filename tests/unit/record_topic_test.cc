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

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(zh_statements(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("a list gives each figure its own name, and shares its head") {
  check({{"鲜菜、鸡蛋和鲜果价格分别下降3%、2%和1%。",
          "鲜菜价格: growth -3 %; 鸡蛋价格: growth -2 %; 鲜果价格: growth -1 %"},
         {"汽车产销分别完成3万辆和2万辆。", "汽车产量: level 30000 辆; 汽车销量: level 20000 辆"},
         {"中、小型企业PMI分别为48.9%和46.6%。", "中型企业PMI: level 48.9 %; 小型企业PMI: level 46.6 %"},
         {"二、三线城市房价均下降0.5%。", "二线城市房价: growth -0.5 %; 三线城市房价: growth -0.5 %"},
         {"外资企业、国有企业分别进出口6亿元、2亿元。",
          "外资企业进出口: level 600000000 CNY; 国有企业进出口: level 200000000 CNY"}});
}

TEST_CASE("marks that join within items do not part them") {
  CHECK(zh_statements("资通与视听产品、电子元件出口分别为3亿元和2亿元。") ==
        "资通与视听产品出口: level 300000000 CNY; 电子元件出口: level 200000000 CNY");
}

TEST_CASE("a figure of several subjects together is one record") {
  CHECK(zh_statements("外资企业、国有企业分别进出口6亿元、2亿元，合计占比超四成。").find("四") ==
        std::string::npos);
  CHECK(zh_records("外资企业、国有企业分别出口6亿元、2亿元，合计占全国的四成。").size() == 3);
}

TEST_CASE("two figures joined behind two names are one each") {
  CHECK(zh_statements("中、小型企业PMI分别为48%和46%，比上月下降0.6个和上升0.2个百分点。") ==
        "中型企业PMI: level 48 %; 小型企业PMI: level 46 %; 中型企业PMI: change -0.6 pp MoM; "
        "小型企业PMI: change 0.2 pp MoM");
}

TEST_CASE("places alone are parts of what was told before") {
  CHECK(zh_statements("商品住宅价格下降3%，其中北京和深圳分别下降2%和1%。") ==
        "商品住宅价格: growth -3 %; 北京商品住宅价格: growth -2 %; 深圳商品住宅价格: growth -1 %");
}

TEST_CASE("what an enterprise made is named with it, unless it is but the company") {
  check({{"国有控股企业实现利润总额3亿元。", "国有控股企业利润总额: level 300000000 CNY"},
         {"公司实现营业收入3亿元。", "营业收入: level 300000000 CNY"}});
}

TEST_CASE("a lone word for growth or share is named after what it is of") {
  check({{"产量同比增长5%，增速比上月回落1个百分点。", "产量: growth 5 % YoY; 产量: change -1 pp MoM"},
         {"净出口贡献率为29%。", "净出口: share 29 %"},
         {"今年经济增长率约为2.6%。", "经济: growth 2.6 % approx"}});
}

TEST_CASE("an acronym in brackets is dropped, and stands for its name afterwards") {
  CHECK(zh_statements("居民消费价格指数（CPI）上涨2%。CPI上涨3%。") ==
        "居民消费价格指数: growth 2 %; 居民消费价格指数: growth 3 %");
}

TEST_CASE("the currency of a text is that of its places and named currencies") {
  check({{"台北消息，公司营收3亿元。", "公司营收: level 300000000 TWD"},
         {"营业额3亿港元，其中内地营业额1亿元。",
          "营业额: level 300000000 HKD; 内地营业额: level 100000000 HKD"},
         {"营业额3亿元。", "营业额: level 300000000 CNY"}});
}

TEST_CASE("an exchange rate is so much of one currency for another") {
  check({{"人民币对美元中间价报7.0968。", "人民币对美元中间价: level 7.0968 CNY/USD"},
         {"新台币兑美元收盘31.412元。", "新台币兑美元: level 31.412 TWD/USD"}});
}

TEST_CASE("a word for two indicators is one head where the list tells more figures") {
  CHECK(zh_statements("对东盟、欧盟、非洲进出口分别增长9%、5%和3%。") ==
        "对东盟进出口: growth 9 %; 欧盟进出口: growth 5 %; 非洲进出口: growth 3 %");
}

TEST_CASE("in traditional script the two indicators of one word are spelled so, too") {
  CHECK(zh_statements("汽車產銷分別完成3萬輛和2萬輛。") ==
        "汽車產量: level 30000 輛; 汽車銷量: level 20000 輛");
}

TEST_CASE("what a clause says of a counted noun belongs to its name") {
  CHECK(zh_statements("二手住宅价格环比上涨的城市仅有1个。") == "二手住宅价格环比上涨的城市: level 1 个");
}

TEST_CASE("what a price moved by or from has its divisor") {
  check({{"柴油每吨4316元，比上周上涨12元。", "柴油: level 4316 CNY/t; 柴油: change 12 CNY/t WoW"},
         {"每股收益5.61元，高于上年同期的5.02元。",
          "每股收益: level 5.61 CNY/share; 每股收益: level 5.02 CNY/share previous"}});
}

TEST_CASE("parts of a rate told before are named with it") {
  check(
      {{"居民恩格尔系数为29.8%，其中城镇为28.8%，农村为32.3%。",
        "居民恩格尔系数: level 29.8 %; 城镇居民恩格尔系数: level 28.8 %; 农村居民恩格尔系数: level 32.3 %"}});
}

TEST_CASE("a row of figures over two verbs is dealt out to its names") {
  check({{"电动汽车、锂电池、光伏产品出口分别增长21.6%、23.2%和下降8.5%。",
          "电动汽车出口: growth 21.6 %; 锂电池出口: growth 23.2 %; 光伏产品出口: growth -8.5 %"},
         {"出口和进口分别增长7.1%和下降0.2%。", "出口: growth 7.1 %; 进口: growth -0.2 %"}});
}

TEST_CASE("of three items in one character the first had lost its tail") {
  check({{"东、中、西部地区业务量比重分别为71.2%、19.8%和9.0%。",
          "东部地区业务量: share 71.2 %; 中部地区业务量: share 19.8 %; 西部地区业务量: share 9 %"}});
}

TEST_CASE("the object of a clause before the name was part of it") {
  check({{"反映楼价走势的中原城市领先指数报144.15点。", "中原城市领先指数: level 144.15 1"}});
}

TEST_CASE("a currency that a text names is stronger than its country's way of telling") {
  check({{"按年增加，旅客总消费202亿澳门元，按年上升7%，人均消费1937元，按年减少5%。",
          "旅客总消费: level 20200000000 MOP; 旅客总消费: growth 7 % YoY; 人均消费: level 1937 MOP; "
          "人均消费: growth -5 % YoY"}});
}

TEST_CASE("a share that goes on was a level") {
  check({{"渗透率突破50%，达到51.2%。", "渗透率: share 50 % over; 渗透率: share 51.2 %"}});
}

TEST_CASE("so much a month, before and after") {
  check({{"低保标准由每月1800元提高到1950元。",
          "低保标准: level 1800 CNY/month previous; 低保标准: level 1950 CNY/month"}});
}

TEST_CASE("a number behind letters alone is part of a name") {
  check({{"iPhone 16、华为手机销量增长5%。", "iPhone 16、华为手机销量: growth 5 %"}});
}

TEST_CASE("a place that was taken for what is measured had the place's id") {
  const std::vector<Record> records = zh_records("其中，巴西增长5%。");
  REQUIRE(records.size() == 1);
  CHECK(records[0].indicator_id.empty());
}
