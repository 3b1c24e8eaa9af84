// Numerals of languages that multiply and add, 3×10000 + 5×1000, without spaces.
#pragma once

#include "statgrep/annotate/numbers.h"

namespace statgrep {

// The number that begins at token `at`: digits or digit words with their
// scales ("1.06 万亿", "1161 萬 2 千", 三 十 五), a fraction said denominator
// first (三 分之 一), tenths (三 成 五). "And some more" (十 余) may stand before
// or after a scale. nullopt: none begins here. Linear in the number. Thread-safe.
std::optional<Number> read_multiplied_number(const std::vector<Token>& tokens, uint32_t at, uint32_t last,
                                             const Pack& pack);

}  // namespace statgrep
