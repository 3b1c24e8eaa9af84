// What the lexicon says of a brief name: "net income|$", the name written out
// and, behind a bar, the unit of its numbers.
#pragma once

#include <string_view>

namespace statgrep {

struct Alias {
  std::string_view name;
  std::string_view unit;  // "" where the lexicon gives none
};

// Views into `payload`. Pure; linear.
inline Alias split_alias(std::string_view payload) {
  const size_t bar = payload.find('|');
  if (bar == std::string_view::npos) return {payload, {}};
  return {payload.substr(0, bar), payload.substr(bar + 1)};
}

}  // namespace statgrep
