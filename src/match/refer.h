// What a frame refers to whose rule names no indicator.
#pragma once

#include <vector>

#include "emit.h"

namespace statgrep {

// The last statement of the sentence, or the nearest phrase before the match
// that may be a subject. Looks at the chunks before the match once.
class Referral {
 public:
  // All outlive it; `frame` gets an antecedent, or a phrase as its indicator, or neither.
  Referral(const SentenceView& s, const Pack& pack, const Match& match, const std::vector<Frame>& before,
           Frame& frame)
      : s_(s), pack_(pack), m_(match), before_(before), f_(frame) {}

  // `wants_subject`: a phrase rather than a statement.
  void run(bool wants_subject);

 private:
  bool counted_in_place() const;
  bool relative() const;
  void pass_differences();
  void pass_other_terms();
  void pass_earlier();
  bool comma_after(uint32_t i) const;
  bool highest(const Chunk& np) const;
  int32_t subject() const;
  int32_t cataphor() const;

  const SentenceView& s_;
  const Pack& pack_;
  const Match& m_;
  const std::vector<Frame>& before_;
  Frame& f_;
};

}  // namespace statgrep
