// Quantities of languages whose words do not stand apart.
#pragma once

#include <vector>

#include "stretch.h"

namespace statgrep {

// What find_quantities (annotate/quantities.h) is for those packs: a number
// with its unit or classifier right behind it, what it is per before or behind,
// qualifiers on both sides, ranges, lists that share a unit. A count's noun
// follows its classifier. Linear. Thread-safe.
std::vector<Quantity> find_unsegmented_quantities(const Stretch& stretch);

}  // namespace statgrep
