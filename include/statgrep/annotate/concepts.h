// What an amount is an amount of, by the shape of its clause.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "statgrep/annotate/amounts.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The content words of what `amounts.quantities[index]` measures, as spans of
// `text` in its order: the noun phrase that the amount modifies or completes
// ("a 25 % duty on steel", "a speed of 60 mph", "60 % of its revenue") and the
// subject of its clause. A count gives its subject alone, as its noun is the
// unit. Empty: nothing is named. The construction is that of NewsQuant's
// `referred_concepts` (EMNLP 2023). Cost: linear in the sentence. Thread-safe.
std::vector<Span> concepts_of(const std::vector<Token>& tokens, std::string_view text, const Pack& pack,
                              const Amounts& amounts, size_t index);

}  // namespace statgrep
