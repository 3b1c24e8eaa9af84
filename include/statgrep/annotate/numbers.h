// Tokens -> numbers: digits, words, fractions and scales, exactly.
#pragma once

#include <optional>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

struct Number {
  TokenRange tokens;
  Decimal value;
  bool fraction = false;  // "a third", "half": a share unless a unit follows
  bool scaled = false;    // a scale word stood with it
  bool words = false;
  int scale = 0;     // power of ten of its scale words
  bool odd = false;  // "and some more" stands inside
};

// The number that begins at token `at`, the longest there is: "2-1/2",
// "1,234.5 million", "seven and a half million", "twenty-five", "two-thirds".
// A sign is not part of it. nullopt: none begins here. Thread-safe.
std::optional<Number> read_number(const std::vector<Token>& tokens, uint32_t at, uint32_t last,
                                  const Pack& pack);

}  // namespace statgrep
