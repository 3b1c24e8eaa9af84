// Numbers that name, date or number a thing, and measure none.
#pragma once

#include "statgrep/annotate/numbers.h"
#include "stretch.h"

namespace statgrep {

// Whether number `n` of quantity `q` is part of a name ("Boeing 787"), a year, a
// code, a clock time, a score, an address or an item's number. A few tokens to
// both sides are looked at. Thread-safe.
bool is_name(const Stretch& s, const Quantity& q, const Number& n);

}  // namespace statgrep
