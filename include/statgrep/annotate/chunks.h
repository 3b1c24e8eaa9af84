// Tokens, spots and quantities -> the chunks that rules match.
//
// There is no tagger: a noun phrase is what lies between words that cannot be
// inside one. Words with a noun's and a verb's reading are decided by their
// neighbours; prepositional phrases attach by the classes of attach.* below.
#pragma once

#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/chunk.h"
#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The chunks of a sentence, covering its tokens in order. Quantities get their
// counted nouns here. Cost: linear. Thread-safe.
std::vector<Chunk> make_chunks(const std::vector<Token>& tokens, TokenRange where,
                               const std::vector<Spot>& spots, std::vector<Quantity>& quantities,
                               std::string_view text, const Pack& pack);

}  // namespace statgrep
