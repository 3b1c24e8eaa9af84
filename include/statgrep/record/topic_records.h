// Resolved frames -> records, where sentences are ordered topic first.
#pragma once

#include "statgrep/record/builder.h"

namespace statgrep {

// What build_records is for unsegmented languages. A name is the phrase in its
// own order, without a place before it and an acronym in brackets; lists and
// words for two indicators give each figure its own; a lone noun of growth is
// named after what grows, a lone noun of share after its part. Thread-safe over
// distinct states.
void build_topic_records(const Document& document, const std::vector<Token>& tokens,
                         const SentenceAnalysis& sentence, const Pack& pack, Acronyms& acronyms,
                         NameState& state, Trace* trace, std::vector<Record>& out);

// The currencies that a text names, by name or by a place that pays with them,
// the most frequent first. Linear in the tokens. Thread-safe.
std::vector<std::string> frequent_currencies(const std::vector<Token>& tokens, const Pack& pack);

}  // namespace statgrep
