// One layer of what was found in a document, as places with their meaning: for
// `annotate`, and for whoever wants quantities without statements.
//
// Spans count in Document::text. All functions are linear in the document but
// for a sign of money that names no country, which costs O(records).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statgrep/app/reading.h"
#include "statgrep/record/key.h"

namespace statgrep {

// "quantities", "periods", "indicators".
const std::vector<std::string>& layer_names();

struct QuantitySpan {
  Span span;  // number and unit
  Decimal value;
  std::optional<Decimal> value_high;
  std::string unit;  // as in records; "1" of a bare number; the counted noun in the singular
  Qualifier qualifier = Qualifier::none;
  int direction = 0;                  // 1 up, -1 down: where a verb of movement or a sign says so
  std::vector<std::string> concepts;  // content words of what it measures, as they stand
};
std::vector<QuantitySpan> quantity_spans(const Reading& reading, const Document& document);

struct PeriodSpan {
  Span span;
  PeriodForm form = PeriodForm::none;
  std::optional<Period> bounds;  // absent: the text does not tell
};
std::vector<PeriodSpan> period_spans(const Reading& reading);

struct IndicatorSpan {
  Span span;
  std::string name;  // as in records; of "A and B" there are two with one span
};
std::vector<IndicatorSpan> indicator_spans(const Reading& reading);

// The layer as JSON Lines, appended to `out`. Offsets count in the source as
// decoded to UTF-8. REQUIRES one of layer_names().
void append_layer(std::string& out, const std::string& layer, const Reading& reading,
                  const Document& document);

}  // namespace statgrep
