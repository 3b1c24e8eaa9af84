// Tokens -> paragraphs and sentences.
//
// A text whose lines are long holds one paragraph a line; one whose lines are
// wrapped is joined where a line is full. A full stop ends a sentence unless it
// closes an abbreviation or an initial, or a small letter follows. A sentence is
// cut after 400 tokens, so that hostile text costs no more than any other.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Sentences in order, covering all tokens. `countable` is the prescan's word.
// Cost: linear. Thread-safe.
std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const Pack& pack);

}  // namespace statgrep
