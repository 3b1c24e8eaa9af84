// How far a noun phrase goes beyond its core: what attaches to it, what is
// coordinated with it, the relative clause without a pronoun.
#pragma once

#include <string_view>
#include <vector>

#include "nominal.h"

namespace statgrep {

// Positions are tokens. References only. Each look is bounded by a few phrases,
// but for `coordinate`, which walks its list. Thread-safe.
class Phrases {
 public:
  Phrases(const std::vector<Token>& tokens, TokenRange where, const std::vector<Quantity>& quantities,
          std::string_view text, const Pack& pack, const Nominal& nominal)
      : tokens_(tokens),
        where_(where),
        quantities_(quantities),
        text_(text),
        pack_(pack),
        nominal_(nominal) {}

  // One past what attaches to the phrase that ends at `end` ("investment | in
  // real estate"), bracketed acronyms included.
  uint32_t attach(uint32_t end) const;

  // One past the last conjunct of the phrase [first, end): "X and Y", "X, Y and
  // Z". `list`: whether there is more than one.
  uint32_t coordinate(uint32_t first, uint32_t end, bool& list) const;

  // "profits made by industrial enterprises above designated size rose": two
  // verbs cannot follow one subject, so the first opens a relative clause. One
  // past it, or `end`.
  uint32_t reduced_relative(uint32_t end) const;

 private:
  uint32_t bracket(uint32_t at) const;
  uint32_t quantity_end(uint32_t at) const;
  uint32_t before_verb(uint32_t i) const;
  bool gerund(uint32_t i) const;
  bool verb_left_out(uint32_t i) const;
  bool verb_after_aside(uint32_t i) const;

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const std::vector<Quantity>& quantities_;
  std::string_view text_;
  const Pack& pack_;
  const Nominal& nominal_;
};

}  // namespace statgrep
