// Quantities that belong together: ranges, and lists that share a unit.
#pragma once

#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Makes one quantity of each range ("between 2.4 and 3.1 percent", "$4-5
// billion") and gives units and scales to those that leave them to the last of
// a list. `from_to`: "from 3 to 5" is one, too, whichever way it goes; value is
// then where it begins. Cost: linear. Thread-safe.
void join_ranges(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, bool from_to,
                 std::vector<Quantity>& quantities);

// Whether a range begins at the number `at` and ends in a unit, as no range of
// years does: "2000-2500 watts". Cost: constant. Thread-safe.
bool begins_measured_range(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, uint32_t at);

}  // namespace statgrep
