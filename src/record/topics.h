// What a sentence is about before it states a figure: "As for exports, they rose 3
// percent", "Sales kept growing, with an increase of 3 percent".
#pragma once

#include <optional>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The chunk of the fronted topic, else of the subject that a verb says has moved, where
// it stands before the sentence's first statement. Looks at each chunk once.
std::optional<uint32_t> topic_of(const std::vector<Token>& tokens, const SentenceAnalysis& a,
                                 const Pack& pack);

}  // namespace statgrep
