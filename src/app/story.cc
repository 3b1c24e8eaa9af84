// Tests: tests/e2e/explain_test.cc
#include "story.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace statgrep {
namespace {

// Classes by which no pattern is written: the shapes of words, and what the
// literal words of patterns have ("=from").
bool is_telling(std::string_view name) {
  return !name.starts_with('=') && !name.starts_with("word") && !name.starts_with("num.") && name != "num" &&
         name != "plain" && name != "stop_word";
}

class Teller {
 public:
  Teller(const Reading& reading, const Document& document, const SentenceAnalysis& sentence,
         const std::vector<DateContext>& contexts, const std::vector<FrameOutcome>& outcomes)
      : reading_(reading), document_(document), a_(sentence), contexts_(contexts), outcomes_(outcomes) {}

  SentenceStory tell() {
    out_.span = a_.sentence.span;
    out_.text = a_.sentence.span.in(document_.text);
    out_.countable = a_.sentence.countable;
    for (const Chunk& chunk : a_.chunks) out_.chunks.push_back(chunk_story(chunk));
    for (size_t i = 0; i < a_.spots.size(); ++i) found_spot(a_.spots[i], contexts_[i]);
    for (const Quantity& q : a_.quantities) found_quantity(q);
    for (size_t i = 0; i < a_.frames.size(); ++i) frame(a_.frames[i], outcomes_[i]);
    for (const TraceEntry& entry : reading_.trace.entries)
      if (out_.span.contains(entry.span)) traced(entry);
    return std::move(out_);
  }

 private:
  std::string words(TokenRange range) const { return std::string(words_of(reading_, document_, range)); }
  std::string words(Span span) const { return std::string(span.in(document_.text)); }
  std::string rule_id(uint32_t rule) const {
    return std::string(reading_.pack->text(reading_.pack->rules()[rule].id));
  }

  ChunkStory chunk_story(const Chunk& chunk) const {
    std::vector<std::string> names;
    for (size_t bit = 0; bit < reading_.pack->class_count(); ++bit) {
      std::string name(reading_.pack->class_name(static_cast<int>(bit)));
      if (chunk.cls.has(static_cast<int>(bit)) && is_telling(name)) names.push_back(std::move(name));
    }
    // {np} takes np.growth, too: the more telling name is enough.
    std::erase_if(names, [&names = std::as_const(names)](const std::string& name) {
      return std::any_of(names.begin(), names.end(),
                         [&](const std::string& other) { return other.starts_with(name + "."); });
    });
    return {words(chunk.tokens), names, chunk.transparent};
  }

  void found_spot(const Spot& spot, const DateContext& context) {
    std::string value = spot_value(spot, context);
    const std::string kind(name_of(spot.kind));
    if (value.starts_with(kind)) value.erase(0, std::min(value.size(), kind.size() + 1));
    out_.found.push_back({words(spot.tokens), kind, value, rule_id(spot.rule)});
  }

  void found_quantity(const Quantity& q) {
    std::string value = q.value.to_string();
    if (q.high) value += " to " + q.high->to_string();
    if (!q.unit.empty()) value += " " + std::string(q.unit);
    if (q.noun.size() > 0) value += " " + words(q.noun);
    if (!q.per.empty()) value += " per " + std::string(q.per);
    if (q.qualifier != Qualifier::none) value += std::string(", ") + name_of(q.qualifier);
    out_.found.push_back({words(q.text), "quantity", value, ""});
    const bool taken = std::any_of(a_.frames.begin(), a_.frames.end(),
                                   [&](const Frame& f) { return f.quantity.text == q.text; });
    if (!taken) out_.untaken.push_back(words(q.text));
  }

  void frame(const Frame& f, const FrameOutcome& outcome) {
    if (!outcome.made()) {
      const std::string why = outcome.why.empty() ? "" : ": " + outcome.why;
      out_.rejected.push_back({rule_id(f.rule), words(f.quantity.text), name_of(outcome.verdict) + why});
      return;
    }
    const Record* record = record_of(reading_, document_, f.quantity);
    out_.records.push_back({rule_id(f.rule), record, outcome.why, merged_into(record, f)});
  }

  // Where the record's first mention stands, if that is not here.
  std::string merged_into(const Record* record, const Frame& f) const {
    if (record == nullptr) return "";
    const uint32_t at = document_.to_source(f.quantity.text.begin);
    const Mention& first = record->mentions.front();
    if (first.start <= at && at < first.end) return "";
    return "line " + std::to_string(first.line) + ": " + first.quote;
  }

  void traced(const TraceEntry& e) {
    if (e.stage == Stage::annotation && e.verdict == Verdict::trap && e.what == "number")
      out_.found.push_back({words(e.span), "no quantity", e.why, ""});
    bool in_vain = e.verdict == Verdict::pattern || e.verdict == Verdict::gate;
    if (e.stage == Stage::match && in_vain) return tried(e);
    if (e.stage == Stage::merge) out_.rejected.push_back({e.what, words(e.span), joined(e)});
    if (e.stage != Stage::match || e.verdict == Verdict::made) return;
    if (e.verdict != Verdict::overlap_lost) {
      out_.rejected.push_back({e.what, words(e.span), joined(e)});
    } else if (e.why != e.what && seen_.insert(e.what + '\n' + e.why).second) {
      out_.lost.push_back({e.what, words(e.span), e.why});
    }
  }

  static std::string joined(const TraceEntry& e) {
    return std::string(name_of(e.verdict)) + (e.why.empty() ? "" : ": " + e.why);
  }

  void tried(const TraceEntry& e) {
    const std::string at = words(e.span);
    if (out_.tried.empty() || out_.tried.back().text != at) out_.tried.push_back({"", at, ""});
    std::string& rules = out_.tried.back().rule;
    rules += (rules.empty() ? "" : " ") + e.what;
  }

  const Reading& reading_;
  const Document& document_;
  const SentenceAnalysis& a_;
  const std::vector<DateContext>& contexts_;
  const std::vector<FrameOutcome>& outcomes_;
  std::set<std::string> seen_;  // losses that were told
  SentenceStory out_;
};

}  // namespace

std::vector<SentenceStory> stories_of(const Reading& reading, const Document& document) {
  std::vector<SentenceStory> out;
  for (size_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const SentenceAnalysis& sentence = reading.analysis.sentences[s];
    out.push_back(Teller(reading, document, sentence, reading.contexts[s], reading.outcomes[s]).tell());
  }
  return out;
}

}  // namespace statgrep
