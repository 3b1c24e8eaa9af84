// The chunks around an amount, as the search for what it measures walks them.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/annotate/amounts.h"
#include "statgrep/model/chunk.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

class Clause {
 public:
  Clause(const std::vector<Token>& tokens, std::string_view text, const Pack& pack, const Amounts& amounts)
      : tokens_(tokens), text_(text), pack_(pack), amounts_(amounts), chunks_(amounts.chunks) {}

  // Chunks by their number; what is beyond the last one is of no class.
  const Chunk& operator[](uint32_t c) const { return chunks_[c]; }
  uint32_t size() const { return static_cast<uint32_t>(chunks_.size()); }
  bool is(uint32_t c, Cls k) const { return c < size() && chunks_[c].cls.meets(pack_.family(k)); }
  bool mark(uint32_t c, Cls k) const { return c < size() && chunks_[c].cls.has(bit(k)); }
  bool qty(uint32_t c) const { return mark(c, Cls::qty); }
  bool np(uint32_t c) const { return mark(c, Cls::np) && !is(c, Cls::np_pronoun) && !goal(c); }
  bool verb(uint32_t c) const { return !qty(c) && is(c, Cls::verb) && (!mark(c, Cls::np) || goal(c)); }

  bool token(uint32_t i, Cls k) const { return i < tokens_.size() && tokens_[i].cls.meets(pack_.family(k)); }

  // The chunk that holds an amount, or kNone.
  uint32_t chunk_of(size_t index) const;
  const Quantity& first_of(uint32_t c) const { return amounts_.quantities[chunks_[c].index]; }

  // The chunk before `c`, or kNone: over times, asides and the dot of an
  // abbreviation, which may stand anywhere.
  uint32_t left(uint32_t c) const;

  // What stands left of a verb and its auxiliaries.
  uint32_t before_verbs(uint32_t c) const;

  // Whether the verbs right of `s`, up to `c`, begin with a participle: a form
  // that has no subject of its own, without an auxiliary.
  bool participle(uint32_t c, uint32_t s) const;

  // "a 60-year-old"
  bool aged(TokenRange r) const;

  // All of the phrase at `c`, with the times inside it: "the firm's 2018 sales".
  // `last`: only what stands last of a list ("prison and a fine of").
  TokenRange phrase(uint32_t c, bool last = false) const;

 private:
  bool goal(uint32_t c) const;
  bool inner_time(uint32_t c) const;

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const Pack& pack_;
  const Amounts& amounts_;
  const std::vector<Chunk>& chunks_;
};

}  // namespace statgrep
