// A document read with everything kept that the stages made of it, for the
// commands that show the inside: explain, annotate, patterns test.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statgrep/app/analysis.h"
#include "statgrep/model/document.h"
#include "statgrep/model/record.h"
#include "statgrep/pack/pack_set.h"
#include "statgrep/resolve/dates.h"

namespace statgrep {

// What became of a frame: a record of the name `why`, or the reason for none.
struct FrameOutcome {
  Verdict verdict = Verdict::unresolved;
  std::string why;
  bool made() const { return verdict == Verdict::made; }
};

struct Reading {
  const Pack* pack = nullptr;  // null: none for this language, and nothing below
  DocumentAnalysis analysis;   // its frames with measure, sign, period and basis
  // For each sentence, for each of its spots: what its words are resolved against.
  std::vector<std::vector<DateContext>> contexts;
  std::vector<std::vector<FrameOutcome>> outcomes;  // for each sentence, for each of its frames
  Trace trace;                                      // of the whole pipeline
  std::vector<Record> records;                      // as the pipeline gives them: merged
};

// The packs must outlive the answer. `attempts`: the trace keeps which rules were
// tried in vain, too, which is most of it. Twice the cost of Pipeline::run.
Reading read_closely(const PackSet& packs, const Document& document, const std::string& lang,
                     bool attempts = false);

// What the layer of quantities needs and no more: tokens, sentences and spots;
// records only where the text has a dollar that does not say whose it is.
Reading read_amounts(const PackSet& packs, const Document& document, const std::string& lang);

// A text at hand as a document: decoded, with its lines found.
Document document_of(std::string text, std::optional<Date> date);

// The record that states `quantity` at its place, or null where none does. A
// merged record is found by any of its mentions. O(records).
const Record* record_of(const Reading& reading, const Document& document, const Quantity& quantity);

// What a spot says, in short: a period "2023-01/2023-09", a basis "YoY", a
// streak "36 month up", else its kind: "trap", "adjunct", "comparator YoY
// 2022-09/2022-09". "-": the words could not be resolved.
std::string spot_value(const Spot& spot, const DateContext& context);

// The words of a token range, as printed.
std::string_view words_of(const Reading& reading, const Document& document, TokenRange range);

}  // namespace statgrep
