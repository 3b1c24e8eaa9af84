// What a number is a number of, by the words written to it.
#pragma once

#include "statgrep/annotate/numbers.h"
#include "stretch.h"

namespace statgrep {

// The sign of a currency right before the number, with whose it is: "US $5".
// Cost: constant. Thread-safe.
void take_currency(const Stretch& s, Quantity& q);

// The unit after number `n`, and what it is per ("a barrel", "per 100,000").
// False where the number only modifies a noun ("360-degree replays"): it is no
// quantity then. Cost: a few tokens. Thread-safe.
bool take_unit(const Stretch& s, const Number& n, Quantity& q);

}  // namespace statgrep
