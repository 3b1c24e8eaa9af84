// What a bare number counts: "12,000 specialized and sophisticated enterprises".
#pragma once

#include <string_view>
#include <vector>

#include "nominal.h"
#include "phrases.h"

namespace statgrep {

// References only. Not thread-safe: quantities are given their nouns.
class Counted {
 public:
  Counted(const std::vector<Token>& tokens, TokenRange where, std::string_view text, const Pack& pack,
          const Nominal& nominal, const Phrases& phrases, std::vector<Quantity>& quantities);

  // Gives a bare number the phrase that follows it as its noun, and makes it a
  // count; gives a count its divisor ("per 100,000"). Linear in the phrase.
  void name(Quantity& q);

  // "6.31 million and 6.27 million units": the last one's noun is that of the
  // quantities from `first` on.
  void share_noun(size_t first, size_t last);

  // Whether a count that ends before `end` may say something of its noun by
  // itself: not "three characteristics", "four sectors - A, B and C", "the ten
  // industries' plan".
  bool states(const Quantity& q, uint32_t end) const;

 private:
  void per_so_many(Quantity& q);
  void per_time(Quantity& q);
  uint32_t end_of(uint32_t at) const;
  bool named_by(uint32_t first) const;
  bool narrows(uint32_t first) const;

  const std::vector<Token>& tokens_;
  TokenRange where_;
  std::string_view text_;
  const Pack& pack_;
  const Nominal& nominal_;
  const Phrases& phrases_;
  std::vector<Quantity>& quantities_;
  bool on_page_;  // the sentence counts pages of the text
};

}  // namespace statgrep
