// The tokens around a number that it may take for itself.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// A quantity grows to both sides of its number: back to where the one before it
// ended, on to the next spot.
struct Stretch {
  const std::vector<Token>& tokens;
  TokenRange where;
  const std::vector<Spot>& spots;
  std::string_view text;
  const Pack& pack;
  bool all;       // numbers that state nothing by themselves, too
  uint32_t free;  // where the last quantity or spot ended

  bool has(uint32_t i, Cls c) const { return i < where.last && tokens[i].cls.meets(pack.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where.last && tokens[i].cls.has(bit(c)); }
  bool joined(uint32_t i) const { return i < where.last && !tokens[i].space_before; }
  bool back_has(uint32_t i, Cls c) const { return i > free && tokens[i - 1].cls.meets(pack.family(c)); }

  const Spot* spot_at(uint32_t i) const {
    for (const Spot& s : spots)
      if (s.tokens.first <= i && i < s.tokens.last) return &s;
    return nullptr;
  }
  uint32_t free_until(uint32_t at) const {  // a quantity does not reach into a spot
    uint32_t end = where.last;
    for (const Spot& s : spots)
      if (s.tokens.first >= at) end = std::min(end, s.tokens.first);
    return end;
  }
};

}  // namespace statgrep
