// Chunks of languages whose words do not stand apart.
#pragma once

#include <vector>

#include "statgrep/annotate/chunks.h"

namespace statgrep {

// What make_chunks is for those packs. A noun phrase is a run of what builds no
// clause, the attributive particle inside it included; its last token is its
// head. Nothing is decided by neighbours: the lexicon's longest match has cut
// the words. Linear. Thread-safe.
std::vector<Chunk> make_unsegmented_chunks(std::string_view text, const std::vector<Token>& tokens,
                                           TokenRange where, const std::vector<Spot>& spots,
                                           const std::vector<Quantity>& quantities, const Pack& pack);

}  // namespace statgrep
