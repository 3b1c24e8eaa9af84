// Spot rules over tokens: periods, bases, comparators, streaks, traps.
#pragma once

#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The spots of tokens [first, last), in order, none overlapping: the longest
// match at each token, then the rule of higher priority. Cost: linear in the
// tokens times the rules that can start at one. Thread-safe. `trace` may be null.
std::vector<Spot> find_spots(const std::vector<Token>& tokens, TokenRange where, std::string_view text,
                             const Pack& pack, Trace* trace);

}  // namespace statgrep
