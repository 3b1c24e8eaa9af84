#pragma once

#include "sentence_scope.h"

namespace statgrep {

// On which basis each frame moves, and against what. After its period.
class FrameBases : SentenceScope {
 public:
  explicit FrameBases(const SentenceScope& scope) : SentenceScope(scope) {}
  void give(Frame& f);

  // "rose 3 percent to 5 million from 4.8 million in the same month of 2023":
  // the amount's comparator says what the growth of that amount is against.
  // After all frames have theirs.
  void give_by_earlier(const Frame& f);
  // For frames from the last to the first, after both have their own.
  void share(Frame& f, const Frame& next) const;

 private:
  using Side = uint32_t (FrameBases::*)(const Frame&, Cls) const;

  void basis(Frame& f);
  bool said_beside(Frame& f, Side side);
  bool lists_places(const Frame& f) const;
  bool named_basis(Frame& f) const;
  bool named_within(Frame& f, TokenRange t) const;
  void versus(Frame& f);
  Versus compared_with(const Frame& f, uint32_t chunk) const;
  bool set_basis(Frame& f, uint32_t chunk);
};

}  // namespace statgrep
