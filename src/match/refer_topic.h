// What a frame refers to where sentences are ordered topic first.
#pragma once

#include <vector>

#include "emit.h"

namespace statgrep {

// A figure whose rule names no indicator is of the phrase before it in its own
// clause that nothing governs, else of the statement before it, else of the
// nearest phrase of the sentence. Gives `frame` one of them, or nothing. Linear
// in the chunks before the match. Thread-safe.
void refer_to_topic(const SentenceView& s, const Pack& pack, const Match& match,
                    const std::vector<Frame>& before, Frame& frame);

}  // namespace statgrep
