// The only place where stages meet. Tests: tests/e2e, tests/gold
#include "statgrep/app/pipeline.h"

#include "statgrep/annotate/chunks.h"
#include "statgrep/annotate/quantities.h"
#include "statgrep/annotate/spots.h"
#include "statgrep/app/analysis.h"
#include "statgrep/app/stop_words.h"
#include "statgrep/match/matcher.h"
#include "statgrep/pack/pack_set.h"
#include "statgrep/pack/words.h"
#include "statgrep/record/builder.h"
#include "statgrep/record/merge.h"
#include "statgrep/resolve/heads.h"
#include "statgrep/resolve/respectively.h"
#include "statgrep/text/sentences.h"
#include "statgrep/text/tokens.h"

namespace statgrep {

namespace {

// How many of the text's first pieces the pack's lexicon has as words.
size_t words_known(const Pack& pack, std::string_view text) {
  constexpr size_t kPieces = 2000;  // enough to tell languages apart
  size_t known = 0;
  std::string folded;
  uint32_t width = 0;
  for (size_t n = 0, at = 0; at < text.size() && n < kPieces;) {
    const auto here = static_cast<uint32_t>(at);
    if (is_space_at(text, here, width)) {
      at += width;
      continue;
    }
    const Piece piece = next_piece(text, here);
    at = piece.span.end;
    ++n;
    if (piece.shape != Shape::word && piece.shape != Shape::ideograph) continue;
    folded.clear();
    fold_word(piece.span.in(text), folded);
    known += pack.word(folded) != kNone ? 1 : 0;
  }
  return known;
}

}  // namespace

const Pack* choose_pack(const PackSet& packs, const std::string& lang, std::string_view text) {
  if (lang != "auto" && !lang.empty()) return packs.find(lang);
  const Pack* best = nullptr;
  size_t most = 0;
  for (const Pack& pack : packs.packs()) {
    const size_t known = packs.packs().size() > 1 ? words_known(pack, text) : 1;
    if (best != nullptr && known <= most) continue;
    best = &pack;
    most = known;
  }
  return best;
}

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
  share_out_respectively(sentence, pack);
  resolve_heads(tokens, sentence, pack);
  adopt_known_units(text, tokens, sentence, pack, discourse.units);
  resolve_measures(tokens, sentence, pack, discourse.counted_in);
  resolve_scope(text, tokens, sentence, pack, discourse.state);
}

std::vector<Record> Pipeline::run(const Document& document, Trace* trace) const {
  const Pack* pack =
      choose_pack(packs_, document.lang.empty() ? options_.lang : document.lang, document.text);
  if (pack == nullptr) return {};
  DocumentAnalysis a = analyse(document.text, *pack, trace);
  Discourse discourse{begin_discourse(a.sentences, a.tokens, *pack, document.date), {}};
  NameState names;
  names.currencies = find_currencies(a.tokens, *pack);
  names.year = discourse.state.today ? discourse.state.today->year : 0;
  Acronyms acronyms;
  std::vector<Record> records;
  for (SentenceAnalysis& s : a.sentences) {
    find_acronyms(document.text, a.tokens, {s.sentence.first, s.sentence.last}, *pack, acronyms);
    resolve_sentence(document.text, a.tokens, s, *pack, discourse);
    build_records(document, a.tokens, s, *pack, acronyms, names, trace, records);
  }
  return union_records(std::move(records), stop_words_of(packs_));
}

std::vector<Record> Pipeline::run_alone(const Document& document, Trace* trace) const {
  return unify_records(run(document, trace), stop_words_of(packs_));
}

}  // namespace statgrep
