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
  std::string dollar = "USD";
};

// Appends the sentence's records to `out` and moves the state on. A frame
// whose indicator cannot be resolved gives none (traced as unresolved).
// Thread-safe over distinct states.
void build_records(const Document& document, const std::vector<Token>& tokens, const SentenceAnalysis& sentence,
                   const Pack& pack, const Acronyms& acronyms, NameState& state, Trace* trace,
                   std::vector<Record>& out);

}  // namespace statgrep
