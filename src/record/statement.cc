// Tests: tests/unit/record_builder_test.cc
#include "statement.h"

#include <algorithm>

#include "frame_names.h"

namespace statgrep {

void put_values(const Document& document, const Frame& f, Record& r) {
  const Quantity& q = f.quantity;
  const bool minus = f.sign < 0 && !q.signed_number;
  r.value = minus ? q.value.negated() : q.value;
  if (f.measure == Measure::multiple && q.kind == Quantity::Kind::fraction) r.value = r.value.shifted(-2);
  r.value_text = document.text.substr(q.text.begin, q.text.size());
  std::replace(r.value_text.begin(), r.value_text.end(), '\n', ' ');
  if (!q.high) return;
  r.value_high = minus ? q.high->negated() : *q.high;
  if (r.value.compare(*r.value_high) > 0) std::swap(r.value, *r.value_high);
}

Mention mention_of(const Document& document, const std::vector<Token>& tokens, const SentenceAnalysis& a,
                   const Frame& f) {
  Span s = f.quantity.text;
  if (f.last > f.first && f.last <= a.chunks.size())
    s = cover(s, cover(tokens[a.chunks[f.first].tokens.first].span,
                       tokens[a.chunks[f.last - 1].tokens.last - 1].span));
  Mention m;
  m.source = document.source;
  m.start = document.to_source(s.begin);
  m.end = s.end > s.begin ? document.to_source(s.end - 1) + 1 : m.start;
  m.line = document.line_of(m.start);
  m.quote = document.text.substr(a.sentence.span.begin, a.sentence.span.size());
  for (char& c : m.quote)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return m;
}

int cost_of_period(const Record& record) {
  if (!record.period) return Cost::no_period;
  int cost = record.period->inherited ? Cost::inherited : 0;
  if (record.period->bounds && !record.period->bounds->start.has_year()) cost += Cost::open_year;
  return cost;
}

}  // namespace statgrep
