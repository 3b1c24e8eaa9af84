// Layers as JSON Lines. Tests: tests/e2e/annotate_test.cc
#include <utility>

#include "statgrep/app/layers.h"
#include "statgrep/write/json_text.h"

namespace statgrep {
namespace {

// {"start":…,"end":…,"text":… – to be closed by the caller.
void open_line(std::string& out, Span span, const Document& document) {
  const uint32_t start = document.to_source(span.begin);
  const uint32_t end = span.empty() ? start : document.to_source(span.end - 1) + 1;
  out += R"({"start":)" + std::to_string(start) + R"(,"end":)" + std::to_string(end) + R"(,"text":)";
  append_json_string(out, span.in(document.text));
}

void add_text(std::string& out, const char* name, std::string_view value) {
  out += ",\"" + std::string(name) + "\":";
  append_json_string(out, value);
}

void append(std::string& out, const QuantitySpan& q) {
  out += R"(,"value":)" + q.value.to_string();
  if (q.value_high) out += R"(,"value_high":)" + q.value_high->to_string();
  add_text(out, "unit", q.unit);
  if (q.qualifier != Qualifier::none) add_text(out, "qualifier", name_of(q.qualifier));
  if (q.direction != 0) add_text(out, "direction", q.direction > 0 ? "up" : "down");
  out += R"(,"concepts":[)";
  for (const std::string& word : q.concepts) {
    if (out.back() != '[') out += ',';
    append_json_string(out, word);
  }
  out += ']';
}

void append(std::string& out, const PeriodSpan& p) {
  add_text(out, "form", name_of(p.form));
  if (!p.bounds) return;
  // As in records; on this level start and end are the place.
  out += R"(,"period":{"start":")" + to_string(p.bounds->start) + R"(","end":")" + to_string(p.bounds->end) +
         R"("})";
}

void append(std::string& out, const IndicatorSpan& i) {
  add_text(out, "name", i.name);
}

template <typename Spans>
void append_all(std::string& out, const Spans& spans, const Document& document) {
  for (const auto& span : spans) {
    open_line(out, span.span, document);
    append(out, span);
    out += "}\n";
  }
}

}  // namespace

void append_layer(std::string& out, const std::string& layer, const Reading& reading,
                  const Document& document) {
  if (layer == "quantities") append_all(out, quantity_spans(reading, document), document);
  if (layer == "periods") append_all(out, period_spans(reading), document);
  if (layer == "indicators") append_all(out, indicator_spans(reading), document);
}

}  // namespace statgrep
