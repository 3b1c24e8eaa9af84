// What amounts are amounts of, where the chunker leaves it open.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Gives bare numbers the noun that follows after words that a noun phrase of a
// statement does not hold ("eight other employees", "two of the deputies"), an
// age ("He will be 35"), or the unit of the amount before them that they are
// set beside ("435 homes by sale and 187 by tender"). Cost: linear. Thread-safe.
void complete_units(const std::vector<Token>& tokens, TokenRange where, std::string_view text,
                    const Pack& pack, std::vector<Quantity>& quantities);

}  // namespace statgrep
