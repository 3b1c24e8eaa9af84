// The sentence as rules see it: phrases, quantities, verbs, marks.
#pragma once

#include <cstdint>

#include "statgrep/base/class_set.h"
#include "statgrep/model/annotation.h"

namespace statgrep {

struct Chunk {
  TokenRange tokens;
  ClassSet cls;
  bool transparent = false;     // rules may step over it
  uint32_t index = 0xFFFFFFFF;  // qty: first of Quantity; period, basis, …: of Spot
  uint32_t count = 0;           // qty: how many quantities it lists
  TokenRange head;              // np: the phrase's core, without what is attached
};

}  // namespace statgrep
