// The code that a currency had before it was renamed or redenominated.
#pragma once

#include <string_view>

namespace statgrep {

// `code` itself, or the ISO 4217 code in force in `year` for money of that
// name: ZMW in 1987 is ZMK. A year of 0 is unknown and changes nothing.
std::string_view code_in(std::string_view code, int year);

}  // namespace statgrep
