// The only place where stages meet. Tests: tests/e2e, tests/gold
#include "statgrep/app/pipeline.h"

#include <algorithm>

#include "statgrep/annotate/chunks.h"
#include "statgrep/annotate/quantities.h"
#include "statgrep/annotate/spots.h"
#include "statgrep/app/analysis.h"
#include "statgrep/app/language.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/match/matcher.h"
#include "statgrep/pack/pack_set.h"
#include "statgrep/record/builder.h"
#include "statgrep/record/merge.h"
#include "statgrep/record/topic_records.h"
#include "statgrep/resolve/heads.h"
#include "statgrep/resolve/respectively.h"
#include "statgrep/resolve/topic_scope.h"
#include "statgrep/text/sentences.h"
#include "statgrep/text/tokens.h"

namespace statgrep {

namespace {

// A document of some of another's lines, whose places are still told in its source.
Document part_of(const Document& document, const std::vector<Span>& spans) {
  Document part = document;
  part.text.clear();
  part.steps.clear();
  for (const Span span : spans) {
    const auto begin = static_cast<uint32_t>(part.text.size());
    part.steps.push_back({begin, document.to_source(span.begin)});
    for (const OffsetStep& step : document.steps)
      if (step.text > span.begin && step.text < span.end)
        part.steps.push_back({begin + step.text - span.begin, step.source});
    part.text += span.in(document.text);
  }
  return part;
}

void sort_by_place(std::vector<Record>& records) {
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
    return a.mentions.front().start < b.mentions.front().start;
  });
}

}  // namespace

DocumentAnalysis outline(std::string_view text, const Pack& pack) {
  DocumentAnalysis out;
  out.tokens = tokenise(text, pack);
  for (const Sentence& s : split_sentences(text, out.tokens, pack)) {
    SentenceAnalysis a;
    a.sentence = s;
    a.spots = find_spots(out.tokens, {s.first, s.last}, text, pack, nullptr);
    out.sentences.push_back(std::move(a));
  }
  return out;
}

DocumentAnalysis analyse(std::string_view text, const Pack& pack, Trace* trace) {
  DocumentAnalysis out;
  out.tokens = tokenise(text, pack);
  for (const Sentence& s : split_sentences(text, out.tokens, pack)) {
    SentenceAnalysis a;
    a.sentence = s;
    TokenRange range{s.first, s.last};
    if (!s.countable && trace != nullptr) trace->add(Stage::prescan, Verdict::prescan, s.span, "sentence");
    a.spots = find_spots(out.tokens, range, text, pack, trace);
    if (s.countable) {
      a.quantities = find_quantities(out.tokens, range, a.spots, text, pack, QuantityUse::statements, trace);
      a.chunks = make_chunks(out.tokens, range, a.spots, a.quantities, text, pack);
      a.frames = match_rules({text, out.tokens, a.chunks, a.quantities, a.spots}, pack, trace);
    } else {
      a.chunks = make_chunks(out.tokens, range, a.spots, a.quantities, text, pack);
    }
    out.sentences.push_back(std::move(a));
  }
  return out;
}

void resolve_sentence(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                      const Pack& pack, Discourse& discourse) {
  if (!pack.segmented()) return resolve_topic_scope(text, tokens, sentence, pack, discourse.state);
  share_out_respectively(sentence, pack);
  resolve_heads(tokens, sentence, pack);
  adopt_known_units(text, tokens, sentence, pack, discourse.units);
  resolve_measures(tokens, sentence, pack, discourse.counted_in);
  resolve_scope(text, tokens, sentence, pack, discourse.state);
}

void Pipeline::read(const Document& document, const Pack& pack, Trace* trace,
                    std::vector<Record>& out) const {
  DocumentAnalysis a = analyse(document.text, pack, trace);
  Discourse discourse{begin_discourse(a.sentences, a.tokens, pack, document.date), {}};
  NameState names;
  names.currencies = pack.segmented() ? find_currencies(a.tokens, pack) : frequent_currencies(a.tokens, pack);
  names.year = discourse.state.today ? discourse.state.today->year : 0;
  Acronyms acronyms;
  for (SentenceAnalysis& s : a.sentences) {
    if (pack.segmented())
      find_acronyms(document.text, a.tokens, {s.sentence.first, s.sentence.last}, pack, acronyms);
    resolve_sentence(document.text, a.tokens, s, pack, discourse);
    if (pack.segmented())
      build_records(document, a.tokens, s, pack, acronyms, names, trace, out);
    else
      build_topic_records(document, a.tokens, s, pack, acronyms, names, trace, out);
  }
}

std::vector<Record> Pipeline::run(const Document& document, Trace* trace) const {
  const std::vector<LanguagePart> parts =
      language_parts(packs_, document.lang.empty() ? options_.lang : document.lang, document.text);
  std::vector<Record> records;
  for (const LanguagePart& part : parts) {
    if (part.pack == nullptr) continue;
    if (parts.size() == 1)
      read(document, *part.pack, trace, records);
    else
      read(part_of(document, part.spans), *part.pack, nullptr, records);  // a trace is of one whole text
  }
  if (parts.size() > 1) sort_by_place(records);
  const NameKeys names = name_keys_of(packs_);
  for (Record& r : records) {
    const std::string_view id = packs_.id_of(content_words(r.indicator, names.dropped));
    if (!id.starts_with(kPlaceIds)) r.indicator_id = id;
  }
  return union_records(std::move(records), name_keys_of(packs_));
}

std::vector<Record> Pipeline::run_alone(const Document& document, Trace* trace) const {
  return unify_records(run(document, trace), name_keys_of(packs_));
}

}  // namespace statgrep
