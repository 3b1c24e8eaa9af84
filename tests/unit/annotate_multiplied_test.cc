#include "../src/annotate/multiplied_numbers.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "layers/chinese.h"
#include "statgrep/text/tokens.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

// The number that `text` is, all of it; "none" where it is none.
std::string number(const std::string& text) {
  const std::vector<Token> tokens = tokenise(text, chinese());
  const auto last = static_cast<uint32_t>(tokens.size());
  const std::optional<Number> n = read_multiplied_number(tokens, 0, last, chinese());
  if (!n) return "none";
  std::string out = n->value.to_string();
  if (n->fraction) out += " fraction";
  if (n->odd) out += " and more";
  if (n->tokens.last != last) out += " …";
  return out;
}

// How a number below ten thousand is said: 3052 is 三千零五十二.
std::string said_below_myriad(int n) {
  static const char* const kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static const char* const kPlaces[] = {"千", "百", "十", ""};
  std::string out;
  bool skipped = false;
  for (int place = 1000, i = 0; place > 0; place /= 10, ++i) {
    const int digit = n / place % 10;
    if (digit == 0) {
      skipped = !out.empty();
      continue;
    }
    if (skipped) out += "零";
    skipped = false;
    out += std::string(kDigits[digit]) + kPlaces[i];
  }
  return out;
}

}  // namespace

TEST_CASE("scales multiply what stands before them") {
  CHECK(number("12") == "12");
  CHECK(number("6.31万") == "63100");
  CHECK(number("4.84万亿") == "4840000000000");
  CHECK(number("1,161萬2千") == "11612000");
  CHECK(number("5千") == "5000");
  CHECK(number("三百五十") == "350");
  CHECK(number("十二") == "12");
  CHECK(number("二十") == "20");
  CHECK(number("一万五千") == "15000");
  CHECK(number("２．５亿") == "250000000");
  CHECK(number("千亿") == "100000000000");
  CHECK(number("三点二五万") == "32500");
}

TEST_CASE("parts, tenths and halves are fractions") {
  CHECK(number("四分之一") == "0.25 fraction");
  CHECK(number("百分之三") == "0.03 fraction");
  CHECK(number("百分之三点五") == "0.035 fraction");
  CHECK(number("三成五") == "0.35 fraction");
  CHECK(number("7成6") == "0.76 fraction");
  CHECK(number("四成半") == "0.45 fraction");
  CHECK(number("一半") == "0.5 fraction");
}

TEST_CASE("some more inside a number is told, and ends it") {
  CHECK(number("20余万") == "200000 and more");
  CHECK(number("三十多") == "30 and more");
}

TEST_CASE("what is no number is none") {
  CHECK(number("半") == "none");
  CHECK(number("亿") == "none");
  CHECK(number("零件") == "none");
  CHECK(number("增长") == "none");
}

TEST_CASE("a number said in words is the number that was said") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> any(1, 9999);
  for (int i = 0; i < 2000; ++i) {
    const int n = any(random);
    INFO(said_below_myriad(n));
    CHECK(number(said_below_myriad(n)) == std::to_string(n));
    const int high = any(random);
    CHECK(number(said_below_myriad(high) + "万") == std::to_string(static_cast<int64_t>(high) * 10000));
  }
}
