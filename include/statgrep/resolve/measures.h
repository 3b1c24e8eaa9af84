// What a frame measures, where its rule left that to the quantity, to the
// indicator or to the statement before.
#pragma once

#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Fills measure, sign and unit of the sentence's frames, in order. Thread-safe.
void resolve_measures(SentenceAnalysis& sentence, const Pack& pack);

}  // namespace statgrep
