// Which tokens can stand inside a noun phrase.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// What holds a token, if anything does.
enum class Taken : char { no, spot, quantity };

class Nominal {
 public:
  // `taken` says, by token, whether a spot or quantity holds it.
  Nominal(const std::vector<Token>& tokens, TokenRange where, const std::vector<Taken>& taken,
          std::string_view text, const Pack& pack)
      : tokens_(tokens), where_(where), taken_(taken), text_(text), pack_(pack) {}

  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }
  bool taken(uint32_t i) const { return i < where_.last && taken_[i - where_.first] != Taken::no; }
  bool quantity(uint32_t i) const { return i < where_.last && taken_[i - where_.first] == Taken::quantity; }
  bool inside(uint32_t i) const { return i < where_.last && !taken(i); }

  // A noun, adjective, name, or a participle that modifies: decided by the
  // readings and the neighbours. `in_phrase`: a nominal stands right before.
  bool nominal(uint32_t i, bool in_phrase) const;
  // A verb, finite or not, at this place.
  bool verb(uint32_t i, bool in_phrase) const;
  // One past the noun phrase's core that begins at `i` (determiner, modifiers,
  // head, possessives), or `i` where none does.
  uint32_t core_end(uint32_t i) const;
  // A verb of movement, stating, share, being: one that has a subject.
  bool strong_verb(uint32_t i) const;
  uint32_t skip_adverbs(uint32_t i) const;

 private:
  bool amb(uint32_t i) const;
  bool moves_object(uint32_t i) const;
  bool of_movement(uint32_t i) const;
  bool measured_movement(uint32_t i) const;
  bool short_form(uint32_t i) const;
  bool names(uint32_t i) const;
  uint32_t past_measure(uint32_t i) const;
  bool article_before_quantity(uint32_t p) const;
  bool closed_class(uint32_t i) const;
  bool ambiguous_is_verb(uint32_t i, bool in_phrase) const;
  bool participle_modifies(uint32_t i, bool in_phrase) const;
  bool after_nominal_context(uint32_t i) const;
  bool after_subject_and_time(uint32_t i) const;

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const std::vector<Taken>& taken_;
  std::string_view text_;
  const Pack& pack_;
};

}  // namespace statgrep
