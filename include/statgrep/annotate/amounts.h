// Every amount of a sentence, whether or not it states a statistic.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/chunk.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

struct Amounts {
  std::vector<Quantity> quantities;  // in order
  std::vector<Chunk> chunks;         // cut with those quantities
  std::vector<Spot> spots;           // without the lengths of time, which are amounts here
};

// The amounts of tokens [where), as a quantity tagger gives them: ages, lengths
// of time ("the past two years"), numbers that only modify ("a 2.4-liter
// engine"), vague ones ("thousands of"). Numbers that end a name ("Type 2",
// "Row 21") are none. Cost: linear. Thread-safe.
Amounts find_amounts(const std::vector<Token>& tokens, TokenRange where, const std::vector<Spot>& spots,
                     std::string_view text, const Pack& pack);

// The token that is the head of a counted noun: the last before what is attached to it. Linear in the noun.
uint32_t head_of_counted(const std::vector<Token>& tokens, TokenRange noun, const Pack& pack);

}  // namespace statgrep
