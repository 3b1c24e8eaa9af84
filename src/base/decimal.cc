// The invariant behind every function here: |mantissa| < 10^18. Two such
// mantissas multiply within 36 digits, so __int128 holds every intermediate
// result exactly and rounding happens once, at the end.
#include "statgrep/base/decimal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace statgrep {
namespace {

__extension__ using Wide = __int128;

constexpr int kMaxDigits = 18;
constexpr int kRoundedDigits = 16;
constexpr int kWideDigits = 38;  // 10^38 is the largest power that fits
constexpr int64_t kExponentLimit = 1'000'000'000;

struct Scaled {
  Wide mantissa;
  int64_t exponent;
};

Wide power_of_ten(int n) {
  Wide power = 1;
  for (; n > 0; --n) power *= 10;
  return power;
}

Wide magnitude(Wide value) {
  return value < 0 ? -value : value;
}

int digits_of(Wide value) {
  int digits = 1;
  for (Wide rest = magnitude(value); rest >= 10; rest /= 10) ++digits;
  return digits;
}

Scaled stripped(Scaled value) {
  if (value.mantissa == 0) return {0, 0};
  while (value.mantissa % 10 == 0) {
    value.mantissa /= 10;
    ++value.exponent;
  }
  return value;
}

// Half away from zero. The mantissa may be the exact value's integer part: a
// tie is an integer, so the part cut off cannot change the outcome.
Scaled rounded(Scaled value) {
  const int drop = digits_of(value.mantissa) - kRoundedDigits;
  if (drop <= 0) return value;
  const Wide unit = power_of_ten(drop);
  const Wide half = value.mantissa < 0 ? -unit / 2 : unit / 2;
  return {(value.mantissa + half) / unit, value.exponent + drop};
}

Scaled fitted(Scaled value) {
  value = stripped(value);
  return digits_of(value.mantissa) > kMaxDigits ? stripped(rounded(value)) : value;
}

Decimal made(Scaled value) {
  const Scaled fit = fitted(value);
  // Nothing printed comes near the limit; it only keeps int from overflowing.
  const int64_t exponent = std::clamp(fit.exponent, -kExponentLimit, kExponentLimit);
  return Decimal::of(static_cast<int64_t>(fit.mantissa), static_cast<int>(exponent));
}

Wide floor_divided(Wide value, Wide divisor) {
  const Wide quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

// big + small for big > 0 and exponents too far apart to align exactly, so
// that the result never fits in 18 digits. Aligns at as many digits as fit and
// takes the floor of the sum, which rounds as the exact sum does.
Scaled far_sum(Scaled big, Scaled small) {
  const int64_t apart = big.exponent - small.exponent;
  const int up = static_cast<int>(std::min<int64_t>(apart, kWideDigits - 1 - digits_of(big.mantissa)));
  const int64_t down = apart - up;
  const Wide tail = down > kMaxDigits ? (small.mantissa < 0 ? -1 : 0)
                                      : floor_divided(small.mantissa, power_of_ten(static_cast<int>(down)));
  return rounded({big.mantissa * power_of_ten(up) + tail, big.exponent - up});
}

std::string scientific(const std::string& digits, int64_t exponent) {
  std::string out = digits.substr(0, 1);
  if (digits.size() > 1) out += '.' + digits.substr(1);
  return out + 'e' + std::to_string(exponent + static_cast<int64_t>(digits.size()) - 1);
}

std::string plain(std::string digits, int exponent) {
  if (exponent >= 0) return digits + std::string(static_cast<size_t>(exponent), '0');
  const auto decimals = static_cast<size_t>(-exponent);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, ".");
}

}  // namespace

Decimal Decimal::of(int64_t mantissa, int exponent) {
  const Scaled fit = fitted({mantissa, exponent});
  Decimal out;
  out.mantissa_ = static_cast<int64_t>(fit.mantissa);
  out.exponent_ = static_cast<int32_t>(std::clamp(fit.exponent, -kExponentLimit, kExponentLimit));
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.empty() || digits.back() == '.') return std::nullopt;
  int64_t mantissa = 0;
  int significant = 0;
  int64_t decimals = 0;
  int64_t zeros = 0;  // seen but not yet known to stand before another digit
  bool point = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (point) ++decimals;
    if (c == '0') {
      if (mantissa != 0) ++zeros;
      continue;
    }
    if (significant + zeros + 1 > kMaxDigits) return std::nullopt;
    significant += static_cast<int>(zeros) + 1;
    mantissa = mantissa * static_cast<int64_t>(power_of_ten(static_cast<int>(zeros) + 1)) + (c - '0');
    zeros = 0;
  }
  return made({negative ? -mantissa : mantissa, zeros - decimals});
}

Decimal Decimal::ratio(int64_t numerator, int64_t denominator) {
  const bool negative = (numerator < 0) != (denominator < 0);
  Wide dividend = magnitude(numerator);
  const Wide divisor = magnitude(denominator);
  if (dividend == 0) return {};
  // 38 digits over at most 19 leave the quotient more than the 16 we keep.
  const int up = kWideDigits - digits_of(dividend);
  dividend *= power_of_ten(up);
  Scaled out = rounded({dividend / divisor, -up});
  if (negative) out.mantissa = -out.mantissa;
  return made(out);
}

std::optional<int64_t> Decimal::to_int() const {
  if (exponent_ < 0 || exponent_ > kMaxDigits) return std::nullopt;
  const Wide value = mantissa_ * power_of_ten(exponent_);
  if (value > INT64_MAX || value < INT64_MIN) return std::nullopt;
  return static_cast<int64_t>(value);
}

Decimal Decimal::shifted(int powers_of_ten) const {
  return made({mantissa_, int64_t{exponent_} + powers_of_ten});
}

Decimal Decimal::negated() const {
  Decimal out = *this;
  out.mantissa_ = -out.mantissa_;
  return out;
}

Decimal Decimal::plus(Decimal other) const {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  if (exponent_ < other.exponent_) return other.plus(*this);
  const int64_t apart = int64_t{exponent_} - other.exponent_;
  if (apart <= kWideDigits - kMaxDigits) {
    return made({mantissa_ * power_of_ten(static_cast<int>(apart)) + other.mantissa_, other.exponent_});
  }
  if (is_negative()) return negated().plus(other.negated()).negated();
  return made(far_sum({mantissa_, exponent_}, {other.mantissa_, other.exponent_}));
}

Decimal Decimal::times(Decimal other) const {
  return made({Wide{mantissa_} * other.mantissa_, int64_t{exponent_} + other.exponent_});
}

int Decimal::compare(Decimal other) const {
  const auto sign = [](Wide value) { return (value > 0) - (value < 0); };
  if (sign(mantissa_) != sign(other.mantissa_)) return sign(mantissa_) < sign(other.mantissa_) ? -1 : 1;
  if (is_zero()) return 0;
  const int64_t top = int64_t{exponent_} + digits_of(mantissa_);
  const int64_t other_top = int64_t{other.exponent_} + digits_of(other.mantissa_);
  if (top != other_top) return (top < other_top) == is_negative() ? 1 : -1;
  // Equal tops put the exponents within 17 of each other.
  const int64_t low = std::min(exponent_, other.exponent_);
  const Wide mine = mantissa_ * power_of_ten(static_cast<int>(exponent_ - low));
  const Wide theirs = other.mantissa_ * power_of_ten(static_cast<int>(other.exponent_ - low));
  return sign(mine - theirs);
}

std::string Decimal::to_string() const {
  constexpr int64_t kPlainDigits = 21;
  const std::string digits = std::to_string(abs().mantissa_);
  const auto size = static_cast<int64_t>(digits.size());
  const int64_t printed = exponent_ >= 0 ? size + exponent_ : std::max(size, 1 - int64_t{exponent_});
  const std::string out = printed <= kPlainDigits ? plain(digits, exponent_) : scientific(digits, exponent_);
  return is_negative() ? '-' + out : out;
}

double Decimal::to_double() const {
  // No decimal point is written, so the locale cannot matter to strtod.
  char text[40];
  std::snprintf(text, sizeof text, "%llde%d", static_cast<long long>(mantissa_), int{exponent_});
  return std::strtod(text, nullptr);
}

}  // namespace statgrep
