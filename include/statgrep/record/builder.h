// Resolved frames -> records.
#pragma once

#include <string>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/analysis.h"
#include "statgrep/model/document.h"
#include "statgrep/record/names.h"

namespace statgrep {

// The currencies of the areas that a text names, in order of first mention.
std::vector<std::string> find_currencies(const std::vector<Token>& tokens, const Pack& pack);

// Appends the sentence's records to `out` and moves the state on. A frame
// whose indicator cannot be resolved gives none (traced as unresolved).
// Thread-safe over distinct states.
void build_records(const Document& document, const std::vector<Token>& tokens,
                   const SentenceAnalysis& sentence, const Pack& pack, const Acronyms& acronyms,
                   NameState& state, Trace* trace, std::vector<Record>& out);

}  // namespace statgrep
