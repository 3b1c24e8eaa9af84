#include "statgrep/base/decimal.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using statgrep::Decimal;

namespace {

__extension__ typedef __int128 Wide;

Decimal number(const std::string& digits) {
  const auto value = Decimal::parse(digits);
  INFO(digits);
  REQUIRE(value);
  return *value;
}

Wide power_of_ten(int n) {
  return n == 0 ? Wide{1} : 10 * power_of_ten(n - 1);
}

std::string digits_of(Wide value) {
  if (value < 0) return "-" + digits_of(-value);
  return value < 10 ? std::string(1, static_cast<char>('0' + static_cast<int>(value)))
                    : digits_of(value / 10) + digits_of(value % 10);
}

// What an exact result must become: itself in 18 digits, else rounded to 16,
// half away from zero. Works on the printed digits, unlike the code under test.
Decimal expected_of(Wide exact, int exponent) {
  std::string digits = digits_of(exact < 0 ? -exact : exact);
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  int64_t mantissa = 0;
  if (digits.size() <= 18) {
    mantissa = std::stoll(digits);
  } else {
    mantissa = std::stoll(digits.substr(0, 16)) + (digits[16] >= '5' ? 1 : 0);
    exponent += static_cast<int>(digits.size()) - 16;
  }
  return Decimal::of(exact < 0 ? -mantissa : mantissa, exponent);
}

// Mantissas of every length up to `digits`, not only of the longest.
int64_t any_mantissa(std::mt19937_64& random, int digits) {
  const auto limit = static_cast<int64_t>(power_of_ten(1 + static_cast<int>(random() % digits)));
  const auto value = static_cast<int64_t>(random() % static_cast<uint64_t>(limit));
  return random() % 2 == 0 ? value : -value;
}

int any_exponent(std::mt19937_64& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(2 * limit + 1)) - limit;
}

}  // namespace

TEST_CASE("decimal: parse and print") {
  struct Case {
    std::string text;
    int64_t mantissa;
    int exponent;
    std::string printed;
  };
  const std::vector<Case> cases = {
      {"0", 0, 0, "0"},
      {"-0", 0, 0, "0"},
      {"0.000", 0, 0, "0"},
      {"7", 7, 0, "7"},
      {"+7", 7, 0, "7"},
      {"007", 7, 0, "7"},
      {".5", 5, -1, "0.5"},
      {"-.5", -5, -1, "-0.5"},
      {"-1234.50", -12345, -1, "-1234.5"},
      {"6310000", 631, 4, "6310000"},
      {"0.05", 5, -2, "0.05"},
      {"-0.05", -5, -2, "-0.05"},
      {"100.00", 1, 2, "100"},
      {"10.01", 1001, -2, "10.01"},
      {"999999999999999999", 999999999999999999, 0, "999999999999999999"},
      {"-0.999999999999999999", -999999999999999999, -18, "-0.999999999999999999"},
      {"0.000123456789012345678", 123456789012345678, -21, "1.23456789012345678e-4"},
      // Zeros at either end are no significant digits.
      {"1000000000000000000000", 1, 21, "1e21"},
      {"0.5000000000000000000000000", 5, -1, "0.5"},
      {"000000000000000000000000.25", 25, -2, "0.25"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Decimal value = number(c.text);
    CHECK(value.mantissa() == c.mantissa);
    CHECK(value.exponent() == c.exponent);
    CHECK(value.to_string() == c.printed);
    CHECK(value == Decimal::of(c.mantissa, c.exponent));
  }
}

TEST_CASE("decimal: what is no number") {
  for (const char* text : {"",
                           "-",
                           "+",
                           ".",
                           "-.",
                           "5.",
                           "1.2.3",
                           "1,000",
                           " 1",
                           "1 ",
                           "1e5",
                           "--1",
                           "+-1",
                           "0x10",
                           "x",
                           "１",
                           "1234567890123456789",
                           "0.1234567890123456789",
                           "1000000000000000001",
                           "-1000000000.0000000001"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("decimal: printing is plain up to 21 digits") {
  CHECK(Decimal::of(1, 20).to_string() == "100000000000000000000");
  CHECK(Decimal::of(1, 21).to_string() == "1e21");
  CHECK(Decimal::of(1, 30).to_string() == "1e30");
  CHECK(Decimal::of(-12, 30).to_string() == "-1.2e31");
  CHECK(Decimal::of(1, -20).to_string() == "0.00000000000000000001");
  CHECK(Decimal::of(1, -21).to_string() == "1e-21");
  CHECK(Decimal::of(123, -25).to_string() == "1.23e-23");
}

TEST_CASE("decimal: equal numbers have equal members") {
  CHECK(Decimal::of(1200, -2) == Decimal::of(12));
  CHECK(Decimal::of(0, 17) == Decimal());
  CHECK(Decimal::of(0, 17).exponent() == 0);
  CHECK(number("1.50") == number("01.5"));
}

TEST_CASE("decimal: a mantissa of 19 digits is rounded to 16") {
  CHECK(Decimal::of(INT64_MAX) == Decimal::of(9223372036854776, 3));
  CHECK(Decimal::of(INT64_MIN) == Decimal::of(-9223372036854776, 3));
  CHECK(Decimal::of(1'000'000'000'000'000'000).mantissa() == 1);
  CHECK(Decimal::of(999'999'999'999'999'999).mantissa() == 999'999'999'999'999'999);
}

TEST_CASE("decimal: ratios have 16 significant digits") {
  CHECK(Decimal::ratio(1, 3).to_string() == "0.3333333333333333");
  CHECK(Decimal::ratio(2, 3).to_string() == "0.6666666666666667");
  CHECK(Decimal::ratio(-2, 3).to_string() == "-0.6666666666666667");
  CHECK(Decimal::ratio(2, -3) == Decimal::ratio(-2, 3));
  CHECK(Decimal::ratio(-2, -3) == Decimal::ratio(2, 3));
  CHECK(Decimal::ratio(100, 3).to_string() == "33.33333333333333");
  CHECK(Decimal::ratio(1, 3).shifted(2) == Decimal::ratio(100, 3));
  CHECK(Decimal::ratio(3, 4).to_string() == "0.75");
  CHECK(Decimal::ratio(0, 5) == Decimal());
  CHECK(Decimal::ratio(4, 2) == Decimal::of(2));
  CHECK(Decimal::ratio(27, 41).to_string() == "0.6585365853658537");
  CHECK(Decimal::ratio(INT64_MIN, INT64_MIN) == Decimal::of(1));
  CHECK(Decimal::ratio(INT64_MIN, -1) == Decimal::of(9223372036854776, 3));
  CHECK(Decimal::ratio(1, INT64_MAX).to_double() == Approx(1.0842021724855044e-19));
}

TEST_CASE("decimal: shifting is exact where doubles are not") {
  CHECK(number("1.11").shifted(4).to_string() == "11100");
  CHECK(number("443.7").shifted(9).to_string() == "443700000000");
  CHECK(number("-3.2").shifted(-2).to_string() == "-0.032");
  CHECK(Decimal().shifted(9) == Decimal());
  CHECK(number("1.5").shifted(7).shifted(-7) == number("1.5"));
  CHECK(Decimal::of(1).shifted(INT32_MAX).shifted(INT32_MAX).compare(Decimal::of(1)) == 1);
}

TEST_CASE("decimal: to_int") {
  CHECK(number("6310000").to_int() == 6310000);
  CHECK(number("-12.00").to_int() == -12);
  CHECK(Decimal().to_int() == 0);
  CHECK(Decimal::of(9, 18).to_int() == 9'000'000'000'000'000'000);
  CHECK_FALSE(Decimal::of(1, 19).to_int());
  CHECK_FALSE(Decimal::of(-10, 18).to_int());
  CHECK_FALSE(Decimal::of(1, 2'000'000'000).to_int());
  CHECK_FALSE(number("0.5").to_int());
}

TEST_CASE("decimal: signs") {
  CHECK(number("-3.2").is_negative());
  CHECK_FALSE(Decimal().is_negative());
  CHECK(number("-3.2").negated() == number("3.2"));
  CHECK(number("-3.2").abs() == number("3.2"));
  CHECK(Decimal().negated() == Decimal());
  CHECK(Decimal().is_zero());
  CHECK(number("30").is_integer());
  CHECK_FALSE(number("30.1").is_integer());
}

TEST_CASE("decimal: sums and products of cases") {
  CHECK(number("0.1").plus(number("0.2")) == number("0.3"));
  CHECK(number("4.1").plus(number("-4.1")) == Decimal());
  CHECK(number("999999999999999999").plus(Decimal::of(1)) == Decimal::of(1, 18));
  CHECK(number("1.11").times(Decimal::of(10000)).to_string() == "11100");
  // Exact in 18 digits, though it has more than 16.
  CHECK(number("999999999").times(number("999999999")).to_string() == "999999998000000001");
  // More than 18 digits become 16, and a tie goes away from zero.
  CHECK(number("1000000000000000.5").times(number("1.001")).to_string() == "1001000000000001");
  CHECK(number("100000000000000001").times(number("15")).to_string() == "1500000000000000000");
  CHECK(number("123456789012345675").times(number("11")) == number("1358024679135802").shifted(3));
  CHECK(number("999999999999999999").times(number("999999999999999999")) == Decimal::of(1, 36));
}

TEST_CASE("decimal: far summands round as the exact sum does") {
  CHECK(Decimal::of(1, 100).plus(Decimal::of(1)) == Decimal::of(1, 100));
  CHECK(Decimal::of(1, 100).plus(Decimal::of(-1)) == Decimal::of(1, 100));
  CHECK(Decimal::of(-1).plus(Decimal::of(1, 100)) == Decimal::of(1, 100));
  CHECK(Decimal::of(-1, 21).plus(Decimal::of(1, 0)) == Decimal::of(-1, 21));
  // Just past, on and just below a tie of the 16th digit.
  const Decimal tie = number("12345678901234565").shifted(30);
  CHECK(tie.plus(Decimal::of(1)) == number("12345678901234570").shifted(30));
  CHECK(tie.plus(Decimal::of(-1)) == number("12345678901234560").shifted(30));
  CHECK(tie.negated().plus(Decimal::of(1)) == number("-12345678901234560").shifted(30));
  CHECK(tie.negated().plus(Decimal::of(-1)) == number("-12345678901234570").shifted(30));
  CHECK(tie.plus(Decimal()) == tie);
}

TEST_CASE("decimal: sums and products of random numbers against exact integers") {
  std::mt19937_64 random(20240612);
  for (int round = 0; round < 20000; ++round) {
    const int64_t a = any_mantissa(random, 18);
    const int64_t b = any_mantissa(random, 18);
    const int e = any_exponent(random, 30);
    const int apart = static_cast<int>(random() % 21);
    const Decimal x = Decimal::of(a, e + apart);
    const Decimal y = Decimal::of(b, e);
    const bool sum_right = x.plus(y) == expected_of(a * power_of_ten(apart) + b, e) && y.plus(x) == x.plus(y);
    const bool product_right =
        x.times(y) == expected_of(Wide{a} * b, 2 * e + apart) && y.times(x) == x.times(y);
    if (sum_right && product_right) continue;
    FAIL_CHECK(x.to_string() << " and " << y.to_string());
  }
  SUCCEED();
}

TEST_CASE("decimal: far random sums against 38 exact digits") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 20000; ++round) {
    // Few digits, so that the exact sum fits though the exponents are far apart.
    const int64_t a = any_mantissa(random, 9);
    const int64_t b = any_mantissa(random, 18);
    const int apart = 15 + static_cast<int>(random() % 14);
    const Decimal sum = Decimal::of(a, apart).plus(Decimal::of(b));
    if (sum == expected_of(a * power_of_ten(apart) + b, 0)) continue;
    FAIL_CHECK(a << "e" << apart << " + " << b << " gave " << sum.to_string());
  }
  SUCCEED();
}

TEST_CASE("decimal: ratios of random numbers against long division") {
  std::mt19937_64 random(11);
  for (int round = 0; round < 5000; ++round) {
    const int64_t a = any_mantissa(random, 9);
    const int64_t b = any_mantissa(random, 9) * 2 + 1;
    const Decimal value = Decimal::ratio(a, b);
    const long double expected = static_cast<long double>(a) / static_cast<long double>(b);
    const std::string text = value.to_string();
    const long double got = std::strtold(text.c_str(), nullptr);
    if (std::fabs(got - expected) <= std::fabs(expected) * 5e-16L) continue;
    FAIL_CHECK(a << " / " << b << " gave " << text);
  }
  SUCCEED();
}

TEST_CASE("decimal: compare") {
  const std::vector<std::string> rising = {"-1000000000000",
                                           "-100.5",
                                           "-100",
                                           "-99.99",
                                           "-1",
                                           "-0.5",
                                           "-0.05",
                                           "0",
                                           "0.000001",
                                           "0.05",
                                           "0.5",
                                           "0.50001",
                                           "1",
                                           "9",
                                           "10",
                                           "10.01",
                                           "99.99",
                                           "123456789012345678",
                                           "123456789012345679"};
  for (size_t i = 0; i < rising.size(); ++i) {
    for (size_t j = 0; j < rising.size(); ++j) {
      INFO(rising[i] << " and " << rising[j]);
      CHECK(number(rising[i]).compare(number(rising[j])) == (i > j) - (i < j));
    }
  }
  CHECK(Decimal::of(1, 900'000'000).compare(Decimal::of(999, -900'000'000)) == 1);
  CHECK(Decimal::of(-1, 900'000'000).compare(Decimal::of(999, -900'000'000)) == -1);
}

TEST_CASE("decimal: random numbers survive printing and compare as integers do") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 20000; ++round) {
    const int64_t a = any_mantissa(random, 18);
    const int64_t b = any_mantissa(random, 18);
    const int apart = static_cast<int>(random() % 20);
    const Decimal x = Decimal::of(a, apart - 20);
    const Decimal y = Decimal::of(b, -20);
    const Wide exact = a * power_of_ten(apart);
    const bool compared = x.compare(y) == (exact > b) - (exact < b) && (x.compare(y) == 0) == (x == y);
    const std::string text = x.to_string();
    const bool printed = text.find('e') != std::string::npos || Decimal::parse(text) == x;
    if (compared && printed && x.to_double() == std::strtod(text.c_str(), nullptr)) continue;
    FAIL_CHECK(text << " and " << y.to_string());
  }
  SUCCEED();
}

TEST_CASE("decimal: to_double") {
  CHECK(number("0.1").to_double() == 0.1);
  CHECK(number("-11100").to_double() == -11100.0);
  CHECK(Decimal().to_double() == 0.0);
  CHECK(std::isinf(Decimal::of(1, 400).to_double()));
  CHECK(Decimal::of(1, -400).to_double() == 0.0);
}
