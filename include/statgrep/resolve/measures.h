// What a frame measures, where its rule left that to the quantity, to the
// indicator or to the statement before.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// What a document counted in so far. One is carried through its sentences.
struct CountedIn {
  std::string_view currency;  // the one last printed with an amount; "" for none
  bool growth = false;        // its last percentage was growth: "it is forecast at 2 percent" is, too
  bool sales = false;         // what may be money was last a count: "sales fell to 7.9 million" of cars
  std::string_view each;      // the divisor of what a total came to, "or 45 cents a share"
};

// Fills measure, sign and unit of the sentence's frames, in order, and moves
// the state on. Linear in frames. Thread-safe over distinct states.
void resolve_measures(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack,
                      CountedIn& counted_in);

}  // namespace statgrep
