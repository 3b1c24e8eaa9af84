// Times, bases and measures of sentences that are ordered topic first.
#pragma once

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/resolve/scope.h"

namespace statgrep {

// What resolve_measures and resolve_scope are for unsegmented languages: the
// nearest time before a figure holds for it, a basis holds until another takes
// its place, a fronted one ("from the month-on-month side") to the paragraph's
// end, words of projecting for the rest of the sentence. Linear in frames times
// chunks. Thread-safe over distinct states.
void resolve_topic_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                         const Pack& pack, DiscourseState& state);

}  // namespace statgrep
