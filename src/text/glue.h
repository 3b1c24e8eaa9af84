// What is written without spaces is one token, unless its parts say more apart.
#pragma once

#include <vector>

#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Joins word-word, 5G, COVID-19, 30-year; leaves 12bn, 2021-2025, two-thirds
// and 43.4 percent-owned apart. Cost: linear. Thread-safe.
std::vector<Token> glue(const std::vector<Token>& tokens, const Pack& pack);

}  // namespace statgrep
