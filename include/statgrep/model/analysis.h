// All that is known of one sentence, as the stages fill it in.
#pragma once

#include <vector>

#include "statgrep/model/chunk.h"
#include "statgrep/model/frame.h"
#include "statgrep/model/token.h"

namespace statgrep {

struct SentenceAnalysis {
  Sentence sentence;
  std::vector<Spot> spots;
  std::vector<Quantity> quantities;
  std::vector<Chunk> chunks;
  std::vector<Frame> frames;
};

}  // namespace statgrep
