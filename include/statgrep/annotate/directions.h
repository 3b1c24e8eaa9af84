// Whether an amount is a move up or down.
#pragma once

#include <cstddef>
#include <vector>

#include "statgrep/annotate/amounts.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// 1 or -1 where a verb of movement ("rose 3 %", "lost 190 points, or 0.6 %"), a
// word of direction ("was down 2 %") or a minus sign says that this much was
// gained or lost; else 0. A verb that moves its object ("added ten users") and
// a noun ("a 3 % drop") say nothing. Cost: a few tokens. Thread-safe.
int direction_of(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, const Amounts& amounts,
                 size_t index);

}  // namespace statgrep
