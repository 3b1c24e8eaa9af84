// Runs a pattern's program over a sequence of class sets.
//
// Backtracking, leftmost-first, anchored at `start`. A chunk that is
// transparent may be stepped over wherever an atom does not take it; a capture
// begins at the chunk that its first atom took. Bounded by kMaxSteps, past
// which it answers no; linear in practice, since repetitions are bounded and
// patterns short. Thread-safe: no state but the caller's.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "statgrep/base/class_set.h"
#include "statgrep/pack/image.h"
#include "statgrep/pack/pattern.h"

namespace statgrep {

inline constexpr int kMaxSteps = 20000;

struct Match {
  uint32_t begin = 0;
  uint32_t end = 0;                                  // one past the last consumed item
  std::array<int32_t, 2 * kMaxCaptures> captures{};  // item indices, half-open; -1: took no part
  bool has(int n) const { return n >= 0 && captures[static_cast<size_t>(2 * n + 1)] >= 0; }
  uint32_t first(int n) const { return static_cast<uint32_t>(captures[static_cast<size_t>(2 * n)]); }
  uint32_t last(int n) const { return static_cast<uint32_t>(captures[static_cast<size_t>(2 * n + 1)]) - 1; }
};

// Seq: uint32_t first(); uint32_t size(); const ClassSet& at(uint32_t); bool transparent(uint32_t).
template <typename Seq>
class Runner {
 public:
  Runner(std::span<const Instr> code, const ClassSet* sets, const Seq& seq)
      : code_(code), sets_(sets), seq_(seq) {}

  bool run(uint32_t start, Match& match) {
    match.begin = start;
    match.captures.fill(-1);
    match_ = &match;
    steps_ = 0;
    return step(0, start);
  }

 private:
  bool step(uint32_t pc, uint32_t at) {
    while (++steps_ < kMaxSteps) {
      const Instr& i = code_[pc];
      switch (i.op) {
        case Instr::atom:
          if (!take(i.class_set, at)) return false;
          ++pc;
          break;
        case Instr::reject: {
          uint32_t next = at;
          if (take(i.class_set, next)) return false;
          ++pc;
          break;
        }
        case Instr::at_start:
          if (at != seq_.first()) return false;
          ++pc;
          break;
        case Instr::at_end:
          if (!only_transparent(at)) return false;
          ++pc;
          break;
        case Instr::jump:
          pc = i.x;
          break;
        case Instr::split:
          if (step(i.x, at)) return true;
          pc = i.y;
          break;
        case Instr::save:
          return save(i.slot, pc, at);
        case Instr::done:
          match_->end = at;
          return true;
      }
    }
    return false;
  }

  bool take(uint32_t set, uint32_t& at) {
    const ClassSet& wanted = sets_[set];
    uint32_t i = at;
    while (i < seq_.size() && !seq_.at(i).meets(wanted)) {
      if (!seq_.transparent(i)) return false;
      ++i;
    }
    if (i >= seq_.size()) return false;
    at = i + 1;
    return true;
  }

  bool only_transparent(uint32_t at) const {
    while (at < seq_.size() && seq_.transparent(at)) ++at;
    return at == seq_.size();
  }

  // Restores the slot when what follows fails.
  bool save(uint8_t slot, uint32_t pc, uint32_t at) {
    int32_t& kept = match_->captures[slot];
    int32_t old = kept;
    kept = static_cast<int32_t>(at);
    if (step(pc + 1, at)) return true;
    kept = old;
    return false;
  }

  std::span<const Instr> code_;
  const ClassSet* sets_;
  const Seq& seq_;
  Match* match_ = nullptr;
  int steps_ = 0;
};

}  // namespace statgrep
