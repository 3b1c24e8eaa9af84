// Predicates that are told of several subjects one by one.
#pragma once

#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// "Imports of oil and gas were 3 and 4 tonnes, down 2 percent and up 9 percent,
// respectively", "A and B rose 3 percent and fell 2 percent, respectively":
// gives each of the figures that stand apart its place in the list that the
// subject is. Lists within one quantity have theirs from the chunker. Run
// before names are built. Cost: frames times chunks. Thread-safe.
void share_out_respectively(SentenceAnalysis& sentence, const Pack& pack);

}  // namespace statgrep
