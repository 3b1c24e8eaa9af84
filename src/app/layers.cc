// Tests: tests/e2e/annotate_test.cc
#include "statgrep/app/layers.h"

#include <algorithm>
#include <map>

#include "statgrep/annotate/amounts.h"
#include "statgrep/annotate/concepts.h"
#include "statgrep/annotate/directions.h"
#include "statgrep/record/names.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Quantities {
 public:
  Quantities(const Reading& reading, const Document& document)
      : reading_(reading),
        document_(document),
        namer_(document.text, reading.analysis.tokens, *reading.pack, acronyms_) {}

  std::vector<QuantitySpan> run() {
    for (const SentenceAnalysis& sentence : reading_.analysis.sentences) {
      const TokenRange where{sentence.sentence.first, sentence.sentence.last};
      const Amounts amounts =
          find_amounts(reading_.analysis.tokens, where, sentence.spots, document_.text, *reading_.pack);
      for (size_t i = 0; i < amounts.quantities.size(); ++i) {
        QuantitySpan& span = add(amounts.quantities[i]);
        span.direction = direction_of(reading_.analysis.tokens, where, *reading_.pack, amounts, i);
        for (const Span word :
             concepts_of(reading_.analysis.tokens, document_.text, *reading_.pack, amounts, i))
          span.concepts.emplace_back(word.in(document_.text));
      }
    }
    return std::move(out_);
  }

 private:
  QuantitySpan& add(const Quantity& q) {
    QuantitySpan span;
    span.span = q.text;
    span.value = q.value;
    span.value_high = q.high;
    const uint32_t minor = minor_unit(q);
    span.unit = unit(q, minor);
    if (q.kind == Kind::fraction) span.value = q.value.shifted(-2);
    span.qualifier = q.qualifier;
    if (minor != 0) {
      span.value = q.value.shifted(2);
      if (q.high) span.value_high = q.high->shifted(2);
    }
    return out_.emplace_back(std::move(span));
  }

  // "63 cents": hundredths of a currency that is not named. The word's token, or 0.
  uint32_t minor_unit(const Quantity& q) const {
    return q.kind == Kind::money && q.unit == "$" && q.minor.size() > 0 ? q.minor.first : 0;
  }

  std::string unit(const Quantity& q, uint32_t minor) const {
    std::string out(q.unit);
    if (q.kind == Kind::percent) out = "%";
    if (q.kind == Kind::count) out = namer_.unit_noun(counted_word(q));
    if (q.kind == Kind::index_points) out = namer_.unit_noun(q.noun);
    if (q.kind == Kind::times || q.kind == Kind::fraction || out.empty()) out = "1";
    if (minor != 0) {
      out = namer_.unit_noun({minor, minor + 1});
    } else if (const std::string_view several = candidates(out); !several.empty()) {
      const Record* record = record_of(reading_, document_, q);  // it knows whose dollar it is
      out = several.substr(0, several.find(' '));
      if (record != nullptr && !converted(q)) out = record->unit.substr(0, record->unit.find('/'));
    }
    return q.per.empty() ? out : out + "/" + std::string(q.per);
  }

  // The currencies that a sign or a word such as "crown" may be, the usual one first; or "".
  std::string_view candidates(const std::string& unit) const {
    const Pack& pack = *reading_.pack;
    const Payload* p = pack.payload(pack.entry_of(unit), Cls::currency_area_word);
    return p == nullptr ? std::string_view() : pack.text(p->text);
  }

  // The word that is counted, which may look like a verb: "the oldest clocks".
  TokenRange counted_word(const Quantity& q) const {
    const uint32_t head = head_of_counted(reading_.analysis.tokens, q.noun, *reading_.pack);
    return {head, head + 1};
  }

  // "10.5 million Australian dollars ($7.5 million)": of another country than the one named.
  bool converted(const Quantity& q) const {
    const std::vector<Token>& tokens = reading_.analysis.tokens;
    const uint32_t at = q.tokens.first;
    return at > 1 && tokens[at - 1].cls.has(bit(Cls::punct_open)) &&
           tokens[at - 2].cls.meets(reading_.pack->family(Cls::currency));
  }

  const Reading& reading_;
  const Document& document_;
  const Acronyms acronyms_;  // none: units are nouns as they stand
  Namer namer_;
  std::vector<QuantitySpan> out_;
};

Span span_of(const Reading& reading, TokenRange range) {
  const std::vector<Token>& tokens = reading.analysis.tokens;
  return cover(tokens[range.first].span, tokens[range.last - 1].span);
}

// Where a frame's indicator stands: its own phrase, or what is counted.
TokenRange place_of(const Frame& frame) {
  return frame.counted ? frame.quantity.noun : frame.indicator;
}

}  // namespace

const std::vector<std::string>& layer_names() {
  static const std::vector<std::string> names = {"quantities", "periods", "indicators"};
  return names;
}

std::vector<QuantitySpan> quantity_spans(const Reading& reading, const Document& document) {
  if (reading.pack == nullptr) return {};
  return Quantities(reading, document).run();
}

std::vector<PeriodSpan> period_spans(const Reading& reading) {
  std::vector<PeriodSpan> out;
  for (size_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const std::vector<Spot>& spots = reading.analysis.sentences[s].spots;
    for (size_t i = 0; i < spots.size(); ++i) {
      if (spots[i].kind != SpotKind::period) continue;
      const auto bounds = resolve_period(spots[i].period, reading.contexts[s][i]);
      out.push_back({span_of(reading, spots[i].tokens), spots[i].period.form, bounds});
    }
  }
  return out;
}

std::vector<IndicatorSpan> indicator_spans(const Reading& reading) {
  std::vector<IndicatorSpan> out;
  for (size_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const size_t begin = out.size();  // a phrase stands in one sentence
    const std::vector<Frame>& frames = reading.analysis.sentences[s].frames;
    for (size_t i = 0; i < frames.size(); ++i) {
      const TokenRange place = place_of(frames[i]);
      if (place.size() == 0 || !reading.outcomes[s][i].made()) continue;
      IndicatorSpan span{span_of(reading, place), reading.outcomes[s][i].why};
      const bool known =
          std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                      [&](const auto& o) { return o.span == span.span && o.name == span.name; });
      if (!known) out.push_back(std::move(span));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace statgrep
