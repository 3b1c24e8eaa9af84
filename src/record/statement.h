// What every builder of records makes of a frame alike.
#pragma once

#include "statgrep/model/analysis.h"
#include "statgrep/model/document.h"
#include "statgrep/model/record.h"

namespace statgrep {

// The value, its words and the end of its range, signed. Linear in the words.
void put_values(const Document& document, const Frame& frame, Record& record);

// Where the frame stands in its source, and its sentence. O(log lines).
Mention mention_of(const Document& document, const std::vector<Token>& tokens,
                   const SentenceAnalysis& sentence, const Frame& frame);

// What a period that is not told, inherited or of no known year costs in confidence.
int cost_of_period(const Record& record);

}  // namespace statgrep
