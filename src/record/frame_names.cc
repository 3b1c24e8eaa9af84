// Tests: tests/unit/record_builder_test.cc
#include "frame_names.h"

#include <algorithm>

#include "statgrep/pack/alias.h"

namespace statgrep {
namespace {

std::string last_word(const std::string& name) {
  const size_t space = name.rfind(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

}  // namespace

FrameNames::FrameNames(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
                       const Namer& namer, const Places& places, Units& units, NameState& state)
    : tokens_(tokens),
      a_(a),
      pack_(pack),
      namer_(namer),
      places_(places),
      units_(units),
      state_(state),
      first_word_(a.sentence.first),
      named_(a.frames.size()) {
  while (first_word_ + 1 < a.sentence.last && tokens[first_word_].shape == Shape::mark) ++first_word_;
}

Named FrameNames::of(size_t i) {
  named_[i] = indicator(i);
  places_.put(a_.frames[i], movement(a_.frames[i]), named_[i].name);
  return named_[i];
}

// "Compared with April, the volume of trade:" over items that go on with it.
bool FrameNames::leads_in() {
  if (a_.chunks.size() < 2 || !a_.chunks.back().cls.has(bit(Cls::punct_colon))) return false;
  const Chunk& last = a_.chunks[a_.chunks.size() - 2];
  if (!last.cls.has(bit(Cls::np))) return false;
  state_.heading = namer_.name(last.tokens, true, last.tokens.first).name;
  return true;
}

// "Output in other sectors (percent change)", "Revenue by division"
TokenRange FrameNames::before_bracket(TokenRange r) const {
  for (uint32_t i = r.first + 1; i < r.last; ++i)
    if (tokens_[i].cls.has(bit(Cls::punct_open)) || tokens_[i].cls.meets(pack_.family(Cls::prep_by)))
      return {r.first, i};
  return r;
}

void FrameNames::heading() {
  const auto timed = [](const Chunk& c) { return c.cls.has(bit(Cls::period)); };
  if (std::count_if(a_.chunks.begin(), a_.chunks.end(), timed) > 1) return;  // "Q2 2024   Q2 2023   Change"
  if (leads_in()) return;
  for (const Chunk& c : a_.chunks)
    if (c.cls.meets(pack_.family(Cls::noun_change))) {  // "Percent change ...": of what the rows name
      state_.heading.clear();
      return;
    } else if (c.cls.has(bit(Cls::np)) && !c.cls.has(bit(Cls::np_pronoun)) &&
               !c.cls.meets(pack_.family(Cls::trap_before))) {
      state_.heading = namer_.name(before_bracket(c.tokens), true, c.tokens.first).name;
      if (tokens_[c.tokens.first].cls.has(bit(Cls::word_caps)))
        for (char& ch : state_.heading)
          if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
      return;
    }
}

// "Canada  1.5  0.7" under "Real GDP growth".
bool FrameNames::labelled_by_place(const Frame& f) const {
  return f.np >= 0 && !state_.heading.empty() &&
         a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_area));
}

// A row's label is a place, or narrows what the heading names.
Named FrameNames::row(const Frame& f) {
  IndicatorName label = namer_.name(before_bracket(f.indicator), false, kNone);
  const std::string heading =
      f.heading.size() > 0 ? namer_.name(f.heading, false, f.heading.first).name : state_.heading;
  if (heading.empty()) return {namer_.name(f.indicator, false, first_word_), 0};
  const ClassSet& c = a_.chunks[static_cast<size_t>(f.np)].cls;
  if (c.has(bit(Cls::np_area))) return {{heading, places_.named(before_bracket(f.indicator))}, 0};
  label = namer_.name(before_bracket(f.indicator), false, first_word_);
  return {{label.name + " " + heading, ""}, 0};
}

bool FrameNames::movement(const Frame& f) const {
  return f.measure == Measure::growth || f.measure == Measure::change || f.measure == Measure::difference ||
         f.measure == Measure::contribution || f.measure == Measure::streak;
}

Named FrameNames::indicator(size_t i) {
  const Frame& f = a_.frames[i];
  if (f.counted && f.quantity.noun.size() > 0) return {namer_.name(f.quantity.noun, false, first_word_), 0};
  if (f.row || f.heading.size() > 0 || (f.column > 0 && labelled_by_place(f))) return row(f);
  if (f.indicator.size() == 0 && f.antecedent >= 0) return continued(i);
  if (f.indicator.size() == 0 && f.area.size() > 0) return {{spoken_of(), state_.area}, Cost::anaphor};
  if (f.indicator.size() == 0) return {{state_.name, state_.area}, Cost::anaphor};
  return phrase(f, f.indicator, f.np);
}

// The antecedent's name; of a list, the conjunct in the same place.
Named FrameNames::continued(size_t i) {
  const Frame& f = a_.frames[i];
  size_t ante = static_cast<size_t>(f.antecedent);
  const Frame* source = &a_.frames[ante];
  while (source->indicator.size() == 0 && source->antecedent >= 0)
    source = &a_.frames[static_cast<size_t>(source->antecedent)];
  if (f.list_count > 1 && source->indicator.size() > 0) return phrase(f, source->indicator, source->np);
  if (f.within.size() > 0 && source->indicator.size() > 0)
    return {namer_.name_parts({source->indicator, f.within}, movement(f), first_word_), Cost::continued};
  Named n = named_[ante];
  n.cost += Cost::continued;
  if (f.head.size() > 0) n.name.name = with_head(n.name.name, f.head.last - 1);
  return n;
}

// "a trade surplus, against a 3 billion deficit": the trade deficit.
std::string FrameNames::with_head(const std::string& name, uint32_t head) const {
  std::string word = namer_.name({head, head + 1}, false, first_word_).name;
  const size_t space = name.rfind(' ');
  if (space == std::string::npos || word.empty()) return word;
  const std::string before = name.substr(0, space + 1);
  if (word.starts_with(before)) return word;  // "a net profit, after a net loss"
  return before + word;
}

Named FrameNames::phrase(const Frame& f, TokenRange range, int32_t np) {
  const Chunk* chunk = np >= 0 ? &a_.chunks[static_cast<size_t>(np)] : nullptr;
  auto is = [&](Cls c) { return chunk != nullptr && chunk->cls.meets(pack_.family(c)); };
  if (f.within.size() > 0) return part_of(f, range, is(Cls::np_pronoun) || is(Cls::noun_anaphor));
  if (is(Cls::pron_it_many) && !state_.counted.empty()) return {{state_.counted, ""}, Cost::anaphor};
  if (is(Cls::np_pronoun)) return {{antecedent(is(Cls::pron_it_many)), state_.area}, Cost::anaphor};
  if (is(Cls::np_that)) return taken_up(conjunct_of(f, {chunk->head.first, chunk->head.last}));
  if (possessor(range)) return taken_up({range.first, range.last - 1});
  if (f.same_head || shares_head(f, range)) return taken_up(range);
  if (f.list_count > 1) {
    auto parts = namer_.conjuncts(range, f.list_count);
    if (parts.size() == f.list_count && f.previous >= 0 && parts[f.list_index].size() == 1 &&
        places_.only(parts[f.list_index][0]))
      return {{named_[static_cast<size_t>(f.previous)].name.name, places_.named(parts[f.list_index][0])},
              Cost::continued};  // "in Estonia (5.5%), Croatia and Slovakia (both 4.4%)"
    if (parts.size() == f.list_count)
      return {namer_.name_parts(parts[f.list_index], movement(f), first_word_), 0};
  }
  const std::string_view full = f.indicator.size() > 0 ? units_.alias(f) : namer_.alias(range);
  if (!full.empty()) return {{owner(f, range) + std::string(split_alias(full).name), ""}, 0};
  const bool dated =
      np > 0 && range.size() == 1 && range.first > 0 && a_.chunks[static_cast<size_t>(np) - 1].transparent &&
      tokens_[a_.chunks[static_cast<size_t>(np) - 1].tokens.first].cls.meets(pack_.family(Cls::det));
  const bool anaphor =
      is(Cls::noun_anaphor) && (dated || (is(Cls::np_def) && range.size() == 2));  // "the May figure"
  if (anaphor && is(Cls::np_index) && !state_.index.empty())
    return {{state_.index, state_.area}, Cost::anaphor};
  if (anaphor && takes_up_rate(range)) return {{state_.rate, state_.area}, Cost::anaphor};
  if (anaphor && !state_.name.empty()) return {{state_.name, state_.area}, Cost::anaphor};
  if (f.area.size() > 0) range = without_superlative(range);
  range = introduced(f, range);
  if (range.size() > 1 && tokens_[range.last - 1].cls.meets(pack_.family(Cls::noun_one)) &&
      !state_.name.empty())
    return with_noun_before(range);
  if (movement(f) && only_measures(range) && !state_.name.empty())
    return {{state_.name, state_.area}, Cost::anaphor};
  if (const TokenRange core = without_place(range); only_extent(core) && !state_.name.empty())
    return {{movement(f) ? spoken_of() : state_.name, core == range ? state_.area : places_.named(range)},
            Cost::anaphor};
  IndicatorName name = namer_.name(range, movement(f) || moved_to(f, chunk), first_word_);
  if (!state_.name.empty() && only_superlative(range, name.name))
    return {{spoken_of(), name.area.empty() ? places_.named(range) : name.area}, Cost::anaphor};
  if (!name.name.empty() && f.head.size() > 0 &&
      f.antecedent < 0)  // "the current account was in deficit by 7 million"
    name.name += " " + namer_.name({f.head.last - 1, f.head.last}, false, first_word_).name;
  if (!name.name.empty() && !(movement(f) && growth_of_kind(range))) return {name, 0};
  // A bare "growth" is of what was measured last; with nothing before it, or
  // with a word of its own ("organic growth"), it stands for itself.
  if (movement(f) && own_growth(range)) return {namer_.name(range, false, first_word_), Cost::anaphor};
  const bool grows = range.size() > 0 && tokens_[range.last - 1].cls.meets(pack_.family(Cls::noun_growth));
  if (movement(f) && grows && !state_.economy.empty() &&
      !tokens_[range.first].cls.meets(pack_.family(Cls::det)))
    return {{state_.economy, state_.area}, Cost::anaphor};
  const bool bare = (is(Cls::np_growth) || grows) && state_.name.empty();
  if (bare) return {namer_.name(range, false, first_word_), Cost::anaphor};
  const std::string before = movement(f) ? spoken_of() : state_.name;
  return {{before, name.area.empty() ? state_.area : name.area}, Cost::anaphor};
}

// "those of India and Ukraine rose 3 and 6 percent, respectively": each its own.
TokenRange FrameNames::conjunct_of(const Frame& f, TokenRange complement) const {
  if (f.list_count < 2) return complement;
  const auto parts = namer_.conjuncts(complement, f.list_count);
  if (parts.size() != f.list_count || parts[f.list_index].empty()) return complement;
  return parts[f.list_index].back();
}

// "the Union's should contract": of what was spoken of.
bool FrameNames::possessor(TokenRange r) const {
  return r.size() > 1 && tokens_[r.last - 1].cls.meets(pack_.family(Cls::possessive)) && !state_.name.empty();
}

// "Developing economies grew 4 percent, developed ones 1.5 percent."
Named FrameNames::with_noun_before(TokenRange r) const {
  IndicatorName name = namer_.name({r.first, r.last - 1}, false, first_word_);
  const std::string& head = state_.head.empty() ? state_.name : state_.head;
  const size_t space = head.rfind(' ');
  name.name += (name.name.empty() ? "" : " ") + (space == std::string::npos ? head : head.substr(space + 1));
  return {name, Cost::anaphor};
}

// "a rise in slaughter to 3 million head": the level is of what rose.
bool FrameNames::moved_to(const Frame& f, const Chunk* np) const {
  return f.measure == Measure::level && np != nullptr && np->tokens.last > np->head.last &&
         (np->cls.meets(pack_.family(Cls::noun_rise)) || np->cls.meets(pack_.family(Cls::noun_fall))) &&
         tokens_[np->head.last].cls.meets(pack_.family(Cls::prep_in));
}

// "organic growth", "Vietnamese growth": more than an article before the noun.
bool FrameNames::own_growth(TokenRange r) const {
  auto is = [&](uint32_t i, Cls c) { return tokens_[i].cls.meets(pack_.family(c)); };
  if (r.size() < 2 || !is(r.last - 1, Cls::noun_growth)) return false;
  for (uint32_t i = r.first; i + 1 < r.last; ++i)
    if (!is(i, Cls::det) && !is(i, Cls::time_any) && !is(i, Cls::status_any) && !is(i, Cls::adv) &&
        !is(i, Cls::basis_noun))
      return tokens_[i].shape == Shape::word && !is(i, Cls::qual_neutral);
  return false;
}

// "filed with the commission for a planned offering | of 200 million": what an
// indefinite article brings up right before its amount.
TokenRange FrameNames::introduced(const Frame& f, TokenRange r) const {
  const size_t of = f.np < 0 ? 0 : static_cast<size_t>(f.np) + 1;
  if (of == 0 || of + 1 != f.chunk || !a_.chunks[of].cls.meets(pack_.family(Cls::prep_of))) return r;
  for (uint32_t i = r.last; i-- > r.first + 1;)
    if (tokens_[i].cls.meets(pack_.family(Cls::det_indef)))
      return tokens_[i - 1].cls.meets(pack_.family(Cls::prep)) ||
                     tokens_[i - 1].cls.meets(pack_.family(Cls::verb))
                 ? TokenRange{i, r.last}
                 : r;
  return r;
}

// "nonunion workers earned $1,138": whose earnings, with a space; "" of a firm or a
// person, who is not measured.
std::string FrameNames::owner(const Frame& f, TokenRange verb) const {
  if (verb.size() != 1 || !tokens_[verb.first].cls.meets(pack_.family(Cls::verb_nominal))) return "";
  const Chunk& c = a_.chunks[f.first];
  const bool said = c.cls.has(bit(Cls::np)) && c.tokens.last <= verb.first;
  if (!said || c.cls.has(bit(Cls::np_pronoun)) || c.cls.has(bit(Cls::np_area))) return "";
  for (uint32_t i = c.tokens.first; i < c.tokens.last; ++i)
    if ((i > first_word_ && tokens_[i].cls.has(bit(Cls::word_capital))) ||
        tokens_[i].cls.meets(pack_.family(Cls::noun_firm)))
      return "";
  if (c.tokens.size() == 1 && tokens_[c.tokens.first].cls.has(bit(Cls::word_capital)))
    return "";  // "Acme earned"
  const std::string name = namer_.name(c.tokens, false, first_word_).name;
  return name.empty() ? "" : name + " ";
}

// "economic growth of 5 percent": the adjective alone names nothing.
bool FrameNames::growth_of_kind(TokenRange r) const {
  if (r.size() < 2 || !tokens_[r.last - 1].cls.meets(pack_.family(Cls::noun_growth))) return false;
  for (uint32_t i = r.first; i + 1 < r.last; ++i)
    if (!tokens_[i].cls.meets(pack_.family(Cls::adj_relation)) &&
        !tokens_[i].cls.meets(pack_.family(Cls::det)) && !tokens_[i].cls.meets(pack_.family(Cls::area)))
      return false;
  return tokens_[r.last - 2].cls.meets(pack_.family(Cls::adj_relation)) &&
         !tokens_[r.last - 2].cls.meets(pack_.family(Cls::time_any));
}

// "the lowest rates are in Cyprus": the rate is told, and which place it is of.
TokenRange FrameNames::without_superlative(TokenRange r) const {
  auto is = [&](uint32_t i, Cls c) { return tokens_[i].cls.meets(pack_.family(c)); };
  TokenRange out = r;
  while (out.size() > 1 && is(out.first, Cls::det)) ++out.first;
  if (out.size() < 2 || !is(out.first, Cls::superlative)) return r;
  ++out.first;
  return out;
}

// "openings fell in finance", "they rose by 31,000 in real estate": of that part.
Named FrameNames::part_of(const Frame& f, TokenRange range, bool anaphor) const {
  const bool owned = f.within.last <= range.first;  // "enterprises gained profits"
  if (owned) return {namer_.name_parts({f.within, range}, movement(f), first_word_), 0};
  if (!anaphor) return {namer_.name_parts({range, f.within}, movement(f), first_word_), 0};
  const std::string& whole = state_.whole.empty() ? state_.name : state_.whole;
  return {{whole + " " + namer_.verbatim(f.within), state_.area}, Cost::anaphor};
}

// What a statement without a name of its own is of: what was measured last, and
// where a new paragraph begins, what the document is about.
const std::string& FrameNames::spoken_of() const {
  const bool apart = a_.sentence.paragraph != state_.paragraph;
  return apart && !state_.topic.empty() ? state_.topic : state_.name;
}

// "the largest monthly rises", "the highest by Lithuania": of what was spoken of.
bool FrameNames::only_superlative(TokenRange r, const std::string& name) const {
  while (r.size() > 1 && tokens_[r.first].cls.meets(pack_.family(Cls::det))) ++r.first;
  if (r.size() == 0 || !tokens_[r.first].cls.meets(pack_.family(Cls::superlative))) return false;
  const std::string word = namer_.name({r.first, r.first + 1}, false, r.first).name;
  const bool alone = name == word;
  const bool placed =
      r.size() > 1 && name.starts_with(word + " ") && tokens_[r.first + 1].cls.meets(pack_.family(Cls::prep));
  return alone || placed;
}

// "The rates for men (3 percent) and women (4 percent)": of the same head.
bool FrameNames::shares_head(const Frame& f, TokenRange r) const {
  const auto is = [&](size_t chunk, Cls c) { return a_.chunks[chunk].cls.meets(pack_.family(c)); };
  if (f.previous < 0 || f.np < 1 || f.chunk < 2 || !is(f.chunk - 1, Cls::punct_open)) return false;
  const Frame& before = a_.frames[static_cast<size_t>(f.previous)];
  for (size_t i = before.chunk + 1; i < static_cast<size_t>(f.np); ++i)
    if (!is(i, Cls::punct_close) && !is(i, Cls::punct_comma) && !is(i, Cls::conj_and)) return false;
  const auto grouped = [&](TokenRange name) {
    for (uint32_t i = name.first; i < name.last; ++i)
      if (tokens_[i].cls.meets(pack_.family(Cls::prep_for))) return true;
    return false;
  };
  const size_t np = static_cast<size_t>(f.np);
  const bool own = grouped(r) || is(np, Cls::np_rate) || is(np, Cls::np_price) || is(np, Cls::np_index);
  return !own && (grouped(before.indicator) || shares_head(before, before.indicator));
}

// "significant declines | in Germany"
TokenRange FrameNames::without_place(TokenRange r) const {
  uint32_t at = r.last;
  while (at > r.first && (tokens_[at - 1].cls.meets(pack_.family(Cls::area)) ||
                          tokens_[at - 1].cls.meets(pack_.family(Cls::det))))
    --at;
  const bool in = at > r.first + 1 && at < r.last && tokens_[at - 1].cls.meets(pack_.family(Cls::prep_in));
  return in ? TokenRange{r.first, at - 1} : r;
}

// "a modest recovery", "the new estimate": of what was spoken of.
bool FrameNames::only_extent(TokenRange r) const {
  bool extent = false;
  for (uint32_t i = r.first; i + 1 < r.last; ++i) {
    const ClassSet& c = tokens_[i].cls;
    extent = extent || c.meets(pack_.family(Cls::adj_extent));
    if (!c.meets(pack_.family(Cls::adj_extent)) && !c.meets(pack_.family(Cls::det)) &&
        !c.meets(pack_.family(Cls::adv)) && !c.meets(pack_.family(Cls::conj_but)))
      return false;
  }
  if (!extent) return false;
  const ClassSet& head = tokens_[r.last - 1].cls;
  return head.meets(pack_.family(Cls::noun_rise)) || head.meets(pack_.family(Cls::noun_fall)) ||
         head.meets(pack_.family(Cls::noun_growth)) || head.meets(pack_.family(Cls::status_any)) ||
         head.meets(pack_.family(Cls::noun_anaphor));
}

// "the average monthly gain": of what was spoken of.
bool FrameNames::only_measures(TokenRange r) const {
  bool measures = false;
  for (uint32_t i = r.first; i + 1 < r.last; ++i) {
    const ClassSet& c = tokens_[i].cls;
    const bool average =
        c.meets(pack_.family(Cls::noun_quantity)) && !c.meets(pack_.family(Cls::noun_economy));
    measures = measures || average;
    if (!average && !c.meets(pack_.family(Cls::det)) && !c.meets(pack_.family(Cls::time_any)) &&
        !c.meets(pack_.family(Cls::basis_noun)) && !c.meets(pack_.family(Cls::time_span)))
      return false;
  }
  const ClassSet& head = tokens_[r.last - 1].cls;
  return measures && (head.meets(pack_.family(Cls::noun_rise)) || head.meets(pack_.family(Cls::noun_fall)));
}

// "the rate": the last that was called one, where something else was spoken of since.
bool FrameNames::takes_up_rate(TokenRange r) const {
  return !state_.rate.empty() && !state_.of_rate &&
         tokens_[r.last - 1].cls.meets(pack_.family(Cls::noun_rate));
}

// "that of state holding enterprises": the last head with the new complement.
Named FrameNames::taken_up(TokenRange complement) {
  IndicatorName rest = namer_.name(complement, false, first_word_);
  std::string head = state_.head.empty() ? state_.name : state_.head;
  if (rest.name.empty()) return {{state_.name, state_.area}, Cost::anaphor};
  if (places_.only(complement)) return {{head, places_.named(complement)}, Cost::anaphor};
  return {{rest.name + " " + head, rest.area}, Cost::anaphor};
}

void FrameNames::note_rate(const Frame& f, const std::string& name) {
  if (f.np < 0 || named_by_pronoun(f)) return;
  const Chunk& c = a_.chunks[static_cast<size_t>(f.np)];
  state_.of_rate = c.cls.has(bit(Cls::np_rate));
  for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
    if (tokens_[i].cls.meets(pack_.family(Cls::noun_economy))) state_.economy = name;
  if (state_.of_rate && name.find(' ') != std::string::npos) state_.rate = name;
}
// "Labour costs grew, the result of a rise in pay. They have risen 1.1 percent": of
// what was measured just before, the last that is one, or several, as the pronoun is.
std::string FrameNames::antecedent(bool many) const {
  const auto plural = [&](const std::string& name) {
    return namer_.singular(last_word(name)) != last_word(name);
  };
  if (state_.name.empty() || plural(state_.name) == many) return state_.name;
  for (size_t i = state_.last.size(); i-- > 0;)
    if (plural(state_.last[i]) == many) return state_.last[i];
  return state_.name;
}

bool FrameNames::named_by_pronoun(const Frame& f) const {
  return a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_pronoun));
}

// "Production declined in fifteen regions": what is spoken of is no region.
bool FrameNames::counts_where_moved(const Frame& f) {
  const auto is = [&](uint32_t i, Cls c) { return a_.chunks[i].cls.meets(pack_.family(c)); };
  if (f.quantity.kind != Quantity::Kind::count || f.chunk < 3 || !is(f.chunk - 1, Cls::prep_in)) return false;
  if (!is(f.chunk - 2, Cls::verb_rise) && !is(f.chunk - 2, Cls::verb_fall)) return false;
  const Chunk& subject = a_.chunks[f.chunk - 3];
  if (!subject.cls.has(bit(Cls::np)) || subject.cls.has(bit(Cls::np_pronoun))) return false;
  state_.name = namer_.name(subject.tokens, true, first_word_).name;
  if (state_.topic.empty()) state_.topic = state_.name;
  return true;
}

// "a lower leading indicator index": what "the index" in a later sentence is.
void FrameNames::mention() {
  for (const Chunk& c : a_.chunks) {
    if (!c.cls.has(bit(Cls::np_index)) || !c.cls.meets(pack_.family(Cls::noun_anaphor))) continue;
    const std::string name = namer_.name(c.head, false, first_word_).name;
    if (name.find(' ') != std::string::npos) state_.index = name;
  }
}

void FrameNames::speak_of(TokenRange phrase) {
  const IndicatorName name = namer_.name(phrase, true, first_word_);
  if (name.name.empty()) return;
  state_.name = name.name;
  state_.area = name.area;
  state_.paragraph = a_.sentence.paragraph;
  state_.counted.clear();
}

void FrameNames::remember(const Frame& f, const Named& named) {
  if (counts_where_moved(f)) return;
  if (f.counted && !f.earlier) state_.counted = named.name.name;
  if (f.earlier || f.counted) return;
  state_.counted.clear();
  state_.name = named.name.name;
  if (state_.sentence != a_.sentence.first) state_.last.clear();
  state_.sentence = a_.sentence.first;
  state_.last.push_back(state_.name);
  state_.paragraph = a_.sentence.paragraph;
  if (f.within.size() == 0)
    state_.whole.clear();
  else if (f.indicator.size() > 0 && named.cost == 0)
    state_.whole = namer_.name(f.indicator, movement(f), first_word_).name;
  if (state_.topic.empty()) state_.topic = state_.name;
  note_rate(f, named.name.name);
  state_.area = named.name.area;
  if (f.indicator.size() == 0 || f.np < 0 || f.same_head || shares_head(f, f.indicator)) return;
  const Chunk& c = a_.chunks[static_cast<size_t>(f.np)];
  if (c.cls.has(bit(Cls::np_that)) || c.cls.has(bit(Cls::np_pronoun))) return;
  TokenRange core = c.head.size() > 0 && c.head.first == f.indicator.first ? c.head : f.indicator;
  const std::string_view full = namer_.alias(core);  // "earned": earnings
  state_.head =
      full.empty() ? namer_.name(core, movement(f), first_word_).name : std::string(split_alias(full).name);
}

}  // namespace statgrep
