// Text -> tokens: pieces, the lexicon's longest phrases, and what is written
// together glued together ("high-tech", "5G").
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// All tokens of the text, in order. Cost: linear; one look-up a piece.
// Thread-safe.
std::vector<Token> tokenise(std::string_view text, const Pack& pack);

}  // namespace statgrep
