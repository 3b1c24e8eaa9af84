// The units that a document has named for what it measures: "grain imports of
// 7.7 million tonnes" says what a later "grain output of 405 million" counts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Heads of what was measured so far, and their unit. One is carried through a document's sentences.
struct KnownUnits {
  std::vector<std::pair<std::string, std::string_view>> of_words;
};

// Gives those scaled numbers of the sentence's frames that stand without a unit
// the one their name was measured in before, and moves the state on. Linear in
// frames times words. Thread-safe over distinct states.
void adopt_known_units(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                       const Pack& pack, KnownUnits& known);

}  // namespace statgrep
