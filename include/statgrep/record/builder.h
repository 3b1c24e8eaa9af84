// Resolved frames -> records.
#pragma once

#include <string>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/analysis.h"
#include "statgrep/model/document.h"
#include "statgrep/record/names.h"

namespace statgrep {

// What the text measured last, for "the figure", "it", "that of".
struct NameState {
  std::string name;
  std::string head;  // the name without what was attached to it
  std::string area;
  std::string unit;                     // of its last level
  std::string heading;                  // what the table at hand measures
  std::string dollar;                   // last dollar named in full
  int year = 0;                         // of the document, which tells old money from new
  std::vector<std::string> currencies;  // of the areas that the text names, in order
};

// The currencies of the areas that a text names, in order of first mention.
std::vector<std::string> find_currencies(const std::vector<Token>& tokens, const Pack& pack);

// Appends the sentence's records to `out` and moves the state on. A frame
// whose indicator cannot be resolved gives none (traced as unresolved).
// Thread-safe over distinct states.
void build_records(const Document& document, const std::vector<Token>& tokens,
                   const SentenceAnalysis& sentence, const Pack& pack, const Acronyms& acronyms,
                   NameState& state, Trace* trace, std::vector<Record>& out);

}  // namespace statgrep
