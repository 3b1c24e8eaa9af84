// A match and its rule's emit list -> frames, one a quantity.
#pragma once

#include <vector>

#include "statgrep/match/matcher.h"

namespace statgrep {

// The capture that holds the value, or -1.
int value_capture(const Pack& pack, const RuleHeader& rule);

// Appends to `frames`, whose last frames are what "=same" refers to.
void emit_frames(const SentenceView& s, const Pack& pack, const RuleHeader& rule, uint32_t rule_index,
                 const Match& match, std::vector<Frame>& frames);

}  // namespace statgrep
