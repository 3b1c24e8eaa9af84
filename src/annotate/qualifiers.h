// How a number is graded: its sign, "nearly", "at least", "a revised".
#pragma once

#include "stretch.h"

namespace statgrep {

// A plus, a minus or a word for one ("minus-5") before all that `q` holds. Cost:
// constant. Thread-safe.
void take_sign(const Stretch& s, Quantity& q);

// Walks back over words that only grade the number: qualifier and status. Cost:
// linear in those words. Thread-safe.
void take_qualifiers_before(const Stretch& s, Quantity& q);

// "or more", "+": what limits the number after its unit. Cost: constant.
// Thread-safe.
void take_qualifiers_after(const Stretch& s, Quantity& q);

}  // namespace statgrep
