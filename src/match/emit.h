// A match and its rule's emit list -> frames, one a quantity.
#pragma once

#include <vector>

#include "statgrep/match/matcher.h"
#include "statgrep/pack/rule_keys.h"

namespace statgrep {

// The capture that a rule emits as `key`, or -1.
int capture_of(const Pack& pack, const RuleHeader& rule, EmitKey key);

// Appends to `frames`, whose last frames are what "=same" refers to; false where a guard of the rule does
// not hold.
bool emit_frames(const SentenceView& s, const Pack& pack, const RuleHeader& rule, uint32_t rule_index,
                 const Match& match, std::vector<Frame>& frames);

}  // namespace statgrep
