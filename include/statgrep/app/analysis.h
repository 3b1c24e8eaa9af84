// The stages up to frames, for callers that want to see inside: explain,
// annotate, the tests of spot rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/resolve/known_units.h"
#include "statgrep/resolve/measures.h"
#include "statgrep/resolve/scope.h"

namespace statgrep {

struct DocumentAnalysis {
  std::vector<Token> tokens;
  std::vector<SentenceAnalysis> sentences;
};

// Tokens, sentences and their spots: what amounts are read from.
DocumentAnalysis outline(std::string_view text, const Pack& pack);

// Tokens, sentences, spots, quantities, chunks and unresolved frames of a text.
DocumentAnalysis analyse(std::string_view text, const Pack& pack, Trace* trace);

// What a document has said so far. One is carried through its sentences.
struct Discourse {
  DiscourseState state;
  CountedIn counted_in;
  KnownUnits units = {};
};

// Heads, measures and times of a sentence's frames, in that order; moves the
// discourse on. Cost: frames times chunks. Thread-safe over distinct documents.
void resolve_sentence(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                      const Pack& pack, Discourse& discourse);

}  // namespace statgrep
