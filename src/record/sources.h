// Who states what a sentence says: "X said …", "… , X said", "according to X".
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// A source, and the chunks that name it and say that it states something.
struct Source {
  TokenRange name;       // without determiners
  uint32_t at = 0;       // chunk of the reporting words
  bool trails = false;   // "…, the ministry said": may hold for what stands before
  bool expects = false;  // "analysts expect": gives way to one that states it
};

// The sources of a sentence, in order. One that is itself measured
// ("exports showed a rise of 3 percent") is none. Cost: chunks squared at worst.
std::vector<Source> find_sources(std::string_view text, const std::vector<Token>& tokens,
                                 const SentenceAnalysis& sentence, const Pack& pack);

// The source of what is stated at a chunk: the nearest before it, else the
// first behind it that trails, else one that expects; nullptr where there is none.
const Source* source_of(const std::vector<Source>& sources, uint32_t chunk);

}  // namespace statgrep
