// Bases and comparators of figures whose sentences are ordered topic first.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/resolve/scope.h"

namespace statgrep {

// Gives `frame`, whose period is known, its basis and what it is compared with:
// those of its own clause, else the last basis before it in the sentence, else
// the paragraph's fronted one or the text's. Linear in the chunks before the
// figure. Thread-safe over distinct frames.
void give_topic_basis(std::string_view text, const std::vector<Token>& tokens,
                      const SentenceAnalysis& sentence, const Pack& pack, const DiscourseState& state,
                      Frame& frame);

// The months of the time that the comparator of the figure's own clause
// compares: 1 of 较上月 and of a word that says MoM, 3 of a quarter; else 0.
int months_compared(const std::vector<Token>& tokens, const SentenceAnalysis& sentence, const Pack& pack,
                    const Frame& frame);

}  // namespace statgrep
