// Tests: tests/unit/app_selftest_test.cc, tests/e2e/explain_test.cc
#include "statgrep/app/reading.h"

#include <algorithm>

#include "statgrep/app/language.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/input/decode.h"

namespace statgrep {
namespace {

// The contexts of a sentence's spots: what was in force before the sentence,
// then each period for those after it.
std::vector<DateContext> contexts_of(const SentenceAnalysis& sentence, DiscourseState before,
                                     const DiscourseState& after) {
  if (sentence.sentence.paragraph != before.paragraph) before.in_force.reset();
  DiscourseState at_hand = after;  // its own years hold for its own periods
  at_hand.in_force = before.in_force;
  at_hand.main = before.main;
  DateContext context = date_context(at_hand);
  std::vector<DateContext> out;
  for (const Spot& spot : sentence.spots) {
    out.push_back(context);
    if (spot.kind != SpotKind::period) continue;
    if (const auto period = resolve_period(spot.period, context)) context.in_force = period;
  }
  return out;
}

// Frames and what the trace says of them come in one order; `at` is where the
// sentence's part of the trace begins.
std::vector<FrameOutcome> outcomes_of(const SentenceAnalysis& sentence, const Reading& reading, size_t& at) {
  const std::vector<TraceEntry>& entries = reading.trace.entries;
  std::vector<FrameOutcome> out(sentence.frames.size());
  for (size_t i = 0; i < out.size(); ++i) {
    const Frame& frame = sentence.frames[i];
    const std::string_view rule = reading.pack->text(reading.pack->rules()[frame.rule].id);
    const auto found = std::find_if(
        entries.begin() + static_cast<std::ptrdiff_t>(at), entries.end(), [&](const TraceEntry& e) {
          return e.stage == Stage::record && e.span == frame.quantity.text && e.what == rule;
        });
    if (found == entries.end()) continue;
    out[i] = {found->verdict, found->why};
    at = static_cast<size_t>(found - entries.begin()) + 1;
  }
  return out;
}

std::string short_form(const std::optional<Period>& period) {
  return period ? to_string(period->start) + "/" + to_string(period->end) : "-";
}

Basis basis_said(const Spot& spot, const DateContext& context) {
  if (spot.basis != Basis::none) return spot.basis;
  return basis_of(spot.period, context.in_force, context);
}

std::string comparator_value(const Spot& spot, const DateContext& context) {
  std::string out(name_of(spot.kind));
  if (const Basis basis = basis_said(spot, context); basis != Basis::none)
    out += std::string(" ") + name_of(basis);
  if (const auto period = resolve_period(spot.period, context)) out += " " + short_form(period);
  return out;
}

std::string streak_value(const Spot& spot) {
  std::string out = std::to_string(spot.period.n);
  if (spot.period.unit != TimeUnit::none) out += std::string(" ") + name_of(spot.period.unit);
  if (spot.direction != 0) out += spot.direction > 0 ? " up" : " down";
  return out;
}

bool states(const Record& record, const Quantity& quantity) {
  const auto same = [&](Decimal stated) { return stated.abs() == quantity.value.abs(); };
  return same(record.value) || (record.value_high && same(*record.value_high));
}

}  // namespace

Reading read_closely(const PackSet& packs, const Document& document, const std::string& lang, bool attempts) {
  Reading out;
  out.trace.attempts = attempts;
  out.pack = choose_pack(packs, document.lang.empty() ? lang : document.lang, document.text);
  if (out.pack == nullptr) return out;
  out.records = Pipeline(packs, {lang}).run_alone(document, &out.trace);
  out.analysis = analyse(document.text, *out.pack, nullptr);
  Discourse discourse{begin_discourse(out.analysis.sentences, out.analysis.tokens, *out.pack, document.date),
                      {}};
  size_t entry = 0;
  for (SentenceAnalysis& sentence : out.analysis.sentences) {
    const DiscourseState before = discourse.state;
    resolve_sentence(document.text, out.analysis.tokens, sentence, *out.pack, discourse);
    out.outcomes.push_back(outcomes_of(sentence, out, entry));
    out.contexts.push_back(contexts_of(sentence, before, discourse.state));
  }
  return out;
}

Reading read_amounts(const PackSet& packs, const Document& document, const std::string& lang) {
  Reading out;
  out.pack = choose_pack(packs, document.lang.empty() ? lang : document.lang, document.text);
  if (out.pack == nullptr) return out;
  out.analysis = outline(document.text, *out.pack);
  const auto open = [&](const Token& t) {  // of several countries, as a bare dollar is
    if (t.entry == kNone) return false;
    const Payload* p = out.pack->payload(t.entry, Cls::currency);
    const uint32_t code = p == nullptr ? kNone : out.pack->entry_of(out.pack->text(p->text));
    return code != kNone && out.pack->payload(code, Cls::currency_area_word) != nullptr;
  };
  const std::vector<Token>& tokens = out.analysis.tokens;
  if (std::any_of(tokens.begin(), tokens.end(), open))
    out.records = Pipeline(packs, {lang}).run_alone(document, nullptr);
  return out;
}

Document document_of(std::string text, std::optional<Date> date) {
  Document document;
  document.source = "-";
  document.text = decode_utf8(std::move(text)).text;
  document.date = date;
  document.line_starts = line_starts_of(document.text);
  return document;
}

const Record* record_of(const Reading& reading, const Document& document, const Quantity& quantity) {
  const uint32_t at = document.to_source(quantity.text.begin);
  for (const Record& record : reading.records) {
    const bool here = std::any_of(record.mentions.begin(), record.mentions.end(),
                                  [at](const Mention& m) { return m.start <= at && at < m.end; });
    if (here && states(record, quantity)) return &record;
  }
  return nullptr;
}

std::string spot_value(const Spot& spot, const DateContext& context) {
  switch (spot.kind) {
    case SpotKind::period:
      return short_form(resolve_period(spot.period, context));
    case SpotKind::basis:
    case SpotKind::fronted:
    case SpotKind::convention: {
      const Basis basis = basis_said(spot, context);
      return basis == Basis::none ? "-" : name_of(basis);
    }
    case SpotKind::comparator:
      return comparator_value(spot, context);
    case SpotKind::streak:
      return streak_value(spot);
    case SpotKind::trap:
    case SpotKind::adjunct:
      break;
  }
  return std::string(name_of(spot.kind));
}

std::string_view words_of(const Reading& reading, const Document& document, TokenRange range) {
  if (range.size() == 0) return {};
  const std::vector<Token>& tokens = reading.analysis.tokens;
  return cover(tokens[range.first].span, tokens[range.last - 1].span).in(document.text);
}

}  // namespace statgrep
