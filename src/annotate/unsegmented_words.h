// Which tokens of an unsegmented language can stand inside a name.
#pragma once

#include <vector>

#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Whether the token is no mark but a bracket of a name's, no number, and of no
// class that builds a clause: verbs, prepositions, adverbs, comparison, qualifiers. O(1).
bool nominal_token(const Token& token, const Pack& pack);

// The same of the token at `at`, before `last`, which may also be a prefix of
// the noun behind it (高 of "高技术", not of "高 6.9 个百分点"). O(1).
bool nominal_at(const std::vector<Token>& tokens, uint32_t at, uint32_t last, const Pack& pack);

}  // namespace statgrep
