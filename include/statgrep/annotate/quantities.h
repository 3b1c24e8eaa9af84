// Numbers -> quantities: sign, qualifier, unit, divisor, range.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Which numbers are wanted: those that can state something by themselves, or
// every amount there is, as a quantity tagger gives them ("a 2.4-liter engine",
// "a 65-year-old", "one of the best", "thousands of jobs", "from 3 to 5").
enum class QuantityUse : uint8_t { statements, all };

// The quantities of tokens [first, last) that no spot claims, in order. A
// number that is a name or numbering ("5G", "Table 3") is none. Counted nouns
// are left to the chunker. Cost: linear. Thread-safe. `trace` may be null.
std::vector<Quantity> find_quantities(const std::vector<Token>& tokens, TokenRange where,
                                      const std::vector<Spot>& spots, std::string_view text, const Pack& pack,
                                      QuantityUse use, Trace* trace);

}  // namespace statgrep
