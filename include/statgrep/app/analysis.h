// The stages up to frames, for callers that want to see inside: explain,
// annotate, the tests of spot rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

class PackSet;

struct DocumentAnalysis {
  std::vector<Token> tokens;
  std::vector<SentenceAnalysis> sentences;
};

// The pack of a language, or for "auto" the one that fits the text best;
// nullptr where there is none.
const Pack* choose_pack(const PackSet& packs, const std::string& lang, std::string_view text);

// Tokens, sentences and their spots: what amounts are read from.
DocumentAnalysis outline(std::string_view text, const Pack& pack);

// Tokens, sentences, spots, quantities, chunks and unresolved frames of a text.
DocumentAnalysis analyse(std::string_view text, const Pack& pack, Trace* trace);

}  // namespace statgrep
