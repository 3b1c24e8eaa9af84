// What a piece of text is made of.
#pragma once

#include <cstdint>

namespace statgrep {

enum class Shape : uint8_t {
  word,      // letters; may hold apostrophes between letters and dots as in "U.S."
  mixed,     // letters and digits: "5G", "IPv6", "M3"
  number,    // digits with separators
  mark,      // one punctuation mark or symbol
  ideograph  // one character of a script written without spaces
};

}  // namespace statgrep
