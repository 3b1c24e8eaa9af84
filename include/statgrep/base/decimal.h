// Exact decimal numbers: mantissa * 10^exponent, never a double.
//
// A double makes 11100.000000000002 of 1.11 ten-thousand; shifting an exponent
// does not. Values are normalised (no trailing zero in the mantissa, zero has
// exponent 0), so equal numbers have equal members. The digits that were
// printed are kept apart, in value_text, by the records.
//
// All operations are O(1), allocate nothing but strings, and are thread-safe.
// Overflow of the 18-digit mantissa gives nullopt (or, where noted, rounds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace statgrep {

class Decimal {
 public:
  constexpr Decimal() = default;
  static Decimal of(int64_t mantissa, int exponent = 0);

  // Plain digits with an optional sign and decimal point: "-1234.50", ".5".
  // No separators, no spaces; nullopt on anything else or past 18 digits.
  static std::optional<Decimal> parse(std::string_view digits);

  // numerator / denominator rounded to 16 significant digits, so that "a
  // third" is 0.3333333333333333. REQUIRES denominator != 0.
  static Decimal ratio(int64_t numerator, int64_t denominator);

  int64_t mantissa() const { return mantissa_; }
  int exponent() const { return exponent_; }
  bool is_zero() const { return mantissa_ == 0; }
  bool is_negative() const { return mantissa_ < 0; }
  bool is_integer() const { return exponent_ >= 0; }
  // The value as an integer, where it is one that fits.
  std::optional<int64_t> to_int() const;

  Decimal shifted(int powers_of_ten) const;  // exact
  Decimal negated() const;
  Decimal abs() const { return is_negative() ? negated() : *this; }
  // Exact where the result has at most 18 significant digits; else both round
  // it to 16, half away from zero.
  Decimal plus(Decimal other) const;
  Decimal times(Decimal other) const;

  // -1, 0, 1.
  int compare(Decimal other) const;
  friend bool operator==(Decimal, Decimal) = default;

  // A JSON number, plain wherever it has at most 21 digits: "6310000",
  // "-0.05", "33.33333333333333"; else with an exponent: "1e30".
  std::string to_string() const;
  double to_double() const;  // for display and comparison with tolerance only

 private:
  int64_t mantissa_ = 0;
  int32_t exponent_ = 0;
};

}  // namespace statgrep
