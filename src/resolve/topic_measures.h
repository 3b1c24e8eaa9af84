// Measures of figures whose sentences are ordered topic first.
#pragma once

#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Gives `frame`, one of the sentence's whose earlier ones have theirs, its
// measure from its rule, its value's kind and its phrase's head: a growth told
// in times is turned into per cent, a rate that stays into a change of no
// points. O(1). Thread-safe over distinct sentences.
void measure_topic(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack,
                   Frame& frame);

}  // namespace statgrep
