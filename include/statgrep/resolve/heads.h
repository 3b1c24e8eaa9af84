// Heads that do not name what is measured, but how it is stated.
#pragma once

#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// "The growth forecast of 3 %" states growth, with status forecast; "a target
// for exports of 5 million" exports; "eased to a six-year low of 3.2 %" the
// subject of that clause. A frame whose phrase has no other word loses it and
// takes what was spoken of before. Run after matching, before measures are
// resolved. Cost: linear. Thread-safe.
void resolve_heads(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack);

}  // namespace statgrep
