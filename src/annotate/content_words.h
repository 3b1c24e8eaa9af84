// The words of a phrase that say something.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The words in `phrases` of no closed class, each once, in the text's order. A
// phrase of the lexicon is cut into its words; what a hyphen or an ampersand
// joins stays one, and an abbreviation keeps its dot. Cost: linear, and a sort.
// Thread-safe.
std::vector<Span> content_words(const std::vector<Token>& tokens, std::string_view text, const Pack& pack,
                                const std::vector<TokenRange>& phrases);

}  // namespace statgrep
