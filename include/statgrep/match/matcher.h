// Rules over the chunks of one sentence -> frames.
//
// All rules are tried at all chunks at which they may start. Of the matches
// that want one quantity the rule of higher priority has it, then the longer
// match, then the one that starts first. Cost: chunks times the rules that can
// start at each; a pattern is bounded (program.h). Thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/chunk.h"
#include "statgrep/model/frame.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

struct SentenceView {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Chunk>& chunks;
  const std::vector<Quantity>& quantities;
  const std::vector<Spot>& spots;
};

// Frames in the order of their quantities. `antecedent` refers into the result.
std::vector<Frame> match_rules(const SentenceView& sentence, const Pack& pack, Trace* trace);

}  // namespace statgrep
