// Tests: tests/unit/record_builder_test.cc, samples/ with tests/gold/
#include "statgrep/record/builder.h"

#include <algorithm>

#include "places.h"
#include "sources.h"
#include "statgrep/pack/alias.h"
#include "units.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

// How sure a record is, in hundredths: what was inferred costs.
struct Cost {
  static constexpr int whole = 98, fallback_rule = 20, inherited = 7, no_period = 12, open_year = 2,
                       continued = 2, anaphor = 12, one_word = 4, share = 5;
};
constexpr int kFallbackPriority = 20;  // rules below only guess from the quantity itself

class Builder {
 public:
  Builder(const Document& d, const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
          const Acronyms& acronyms, NameState& state, Trace* trace)
      : d_(d),
        tokens_(tokens),
        a_(a),
        pack_(pack),
        namer_(d.text, tokens, pack, acronyms),
        places_(tokens, a, pack, namer_),
        units_(tokens, a, pack, namer_, state),
        state_(state),
        trace_(trace),
        first_word_(a.sentence.first) {
    while (first_word_ + 1 < a.sentence.last && tokens[first_word_].shape == Shape::mark) ++first_word_;
  }

  void run(std::vector<Record>& out) {
    names_.resize(a_.frames.size());
    sources_ = find_sources(d_.text, tokens_, a_, pack_);
    if (a_.sentence.heading && a_.frames.empty()) heading();
    for (size_t i = 0; i < a_.frames.size(); ++i) {
      Record r;
      if (prolongs(a_.frames[i], out)) continue;
      if (!build(i, r)) continue;
      out.push_back(std::move(r));
    }
  }

 private:
  struct Named {
    IndicatorName name;
    int cost = 0;
  };

  void heading() {
    for (const Chunk& c : a_.chunks)
      if (c.cls.meets(pack_.family(Cls::noun_change))) {  // "Percent change ...": of what the rows name
        state_.heading.clear();
        return;
      } else if (c.cls.has(bit(Cls::np)) && !c.cls.meets(pack_.family(Cls::trap_before))) {
        state_.heading = namer_.name(c.tokens, true, first_word_).name;
        if (tokens_[c.tokens.first].cls.has(bit(Cls::word_caps)))
          for (char& ch : state_.heading)
            if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
        return;
      }
  }

  // A row's label is a place, or narrows what the heading names.
  Named row(const Frame& f) {
    IndicatorName label = namer_.name(f.indicator, false, kNone);
    const std::string heading =
        f.heading.size() > 0 ? namer_.name(f.heading, false, f.heading.first).name : state_.heading;
    if (heading.empty()) return {namer_.name(f.indicator, false, first_word_), 0};
    const ClassSet& c = a_.chunks[static_cast<size_t>(f.np)].cls;
    if (c.meets(pack_.family(Cls::area))) return {{heading, label.name}, 0};
    return {{label.name + " " + heading, ""}, 0};
  }

  // "This growth trend has been maintained for 36 months" belongs to the growth before.
  bool prolongs(const Frame& f, std::vector<Record>& out) {
    if (f.measure != Measure::streak || f.np < 0 || out.empty() || out.back().streak) return false;
    const ClassSet& c = a_.chunks[static_cast<size_t>(f.np)].cls;
    bool again =
        c.meets(pack_.family(Cls::noun_anaphor)) || (f.indicator.size() == 2 && c.has(bit(Cls::np_growth)));
    bool taken_up = c.has(bit(Cls::np_pronoun)) || (c.has(bit(Cls::np_def)) && again);
    if (!taken_up || (out.back().measure != Measure::growth && out.back().measure != Measure::change))
      return false;
    out.back().streak = Streak{f.quantity.value, std::string(f.quantity.unit),
                               out.back().value.is_negative() ? "down" : "up"};
    note(f, Verdict::merged, out.back().indicator);
    return true;
  }

  bool build(size_t i, Record& r) {
    const Frame& f = a_.frames[i];
    const Quantity& q = f.quantity;
    Named named = indicator(i);
    places_.put(f, movement(f), named.name);
    names_[i] = named;
    if (named.name.name.empty()) {
      note(f, Verdict::unresolved, "no indicator");
      return false;
    }
    r.indicator = named.name.name;
    r.area = named.name.area;
    r.measure = share_again(f, named) ? Measure::share : f.measure;
    values(f, r);
    r.value_text = d_.text.substr(q.text.begin, q.text.size());
    std::replace(r.value_text.begin(), r.value_text.end(), '\n', ' ');
    r.unit = carries_unit(f, named) ? state_.unit : units_.of(f, r);
    r.basis = f.basis;
    r.qualifier = q.qualifier != Qualifier::none ? q.qualifier : f.qualifier;
    r.status = f.status;
    if (f.when) r.period = f.when;
    r.streak = f.streak;
    if (f.of.size() > 0) r.of = namer_.verbatim(f.of);
    if (f.compared) r.versus = f.compared;
    if (f.versus.size() > 0) {
      if (!r.versus) r.versus = Versus{};
      r.versus->text = namer_.verbatim(f.versus);
    }
    if (const Source* s = source_of(sources_, f.chunk)) r.attribution = namer_.verbatim(s->name);
    std::replace(r.attribution.begin(), r.attribution.end(), '\n', ' ');
    r.rule = pack_.text(pack_.rules()[f.rule].id);
    r.confidence = confidence(f, r, named.cost);
    r.mentions.push_back(mention(f));
    if (r.measure != Measure::rank) remember(f, named, r);
    note(f, Verdict::made, r.indicator);
    return true;
  }

  void values(const Frame& f, Record& r) const {
    const Quantity& q = f.quantity;
    bool minus = f.sign < 0 && !q.signed_number;
    r.value = minus ? q.value.negated() : q.value;
    if (f.measure == Measure::multiple && q.kind == Kind::fraction) r.value = r.value.shifted(-2);
    if (!q.high) return;
    r.value_high = minus ? q.high->negated() : *q.high;
    if (r.value.compare(*r.value_high) > 0) std::swap(r.value, *r.value_high);
  }

  bool movement(const Frame& f) const {
    return f.measure == Measure::growth || f.measure == Measure::change || f.measure == Measure::difference ||
           f.measure == Measure::contribution || f.measure == Measure::streak;
  }

  Named indicator(size_t i) {
    const Frame& f = a_.frames[i];
    if (f.counted && f.quantity.noun.size() > 0) return {namer_.name(f.quantity.noun, false, first_word_), 0};
    if (f.row || f.heading.size() > 0) return row(f);
    if (f.indicator.size() == 0 && f.antecedent >= 0) return continued(i);
    if (f.indicator.size() == 0) return {{state_.name, state_.area}, Cost::anaphor};
    return phrase(f, f.indicator, f.np);
  }

  // The antecedent's name; of a list, the conjunct in the same place.
  Named continued(size_t i) {
    const Frame& f = a_.frames[i];
    size_t ante = static_cast<size_t>(f.antecedent);
    const Frame* source = &a_.frames[ante];
    while (source->indicator.size() == 0 && source->antecedent >= 0)
      source = &a_.frames[static_cast<size_t>(source->antecedent)];
    if (f.list_count > 1 && source->indicator.size() > 0) return phrase(f, source->indicator, source->np);
    Named n = names_[ante];
    n.cost += Cost::continued;
    if (f.head.size() > 0) n.name.name = with_head(n.name.name, f.head.last - 1);
    return n;
  }

  // "a trade surplus, against a 3 billion deficit": the trade deficit.
  std::string with_head(const std::string& name, uint32_t head) const {
    const std::string word = namer_.name({head, head + 1}, false, first_word_).name;
    const size_t space = name.rfind(' ');
    return space == std::string::npos || word.empty() ? word : name.substr(0, space + 1) + word;
  }

  Named phrase(const Frame& f, TokenRange range, int32_t np) {
    const Chunk* chunk = np >= 0 ? &a_.chunks[static_cast<size_t>(np)] : nullptr;
    auto is = [&](Cls c) { return chunk != nullptr && chunk->cls.meets(pack_.family(c)); };
    if (is(Cls::pron_it_many) && !state_.counted.empty()) return {{state_.counted, ""}, Cost::anaphor};
    if (is(Cls::np_pronoun)) return {{state_.name, state_.area}, Cost::anaphor};
    if (is(Cls::np_that)) return taken_up(conjunct_of(f, {chunk->head.first, chunk->head.last}));
    if (possessor(range)) return taken_up({range.first, range.last - 1});
    if (f.same_head) return taken_up(range);
    if (f.list_count > 1) {
      auto parts = namer_.conjuncts(range, f.list_count);
      if (parts.size() == f.list_count && f.previous >= 0 && parts[f.list_index].size() == 1 &&
          places_.only(parts[f.list_index][0]))
        return {{names_[static_cast<size_t>(f.previous)].name.name, places_.named(parts[f.list_index][0])},
                Cost::continued};  // "in Estonia (5.5%), Croatia and Slovakia (both 4.4%)"
      if (parts.size() == f.list_count)
        return {namer_.name_parts(parts[f.list_index], movement(f), first_word_), 0};
    }
    if (std::string_view full = units_.alias(f); !full.empty())
      return {{std::string(split_alias(full).name), ""}, 0};
    bool anaphor = is(Cls::noun_anaphor) && is(Cls::np_def) && range.size() == 2;
    if (anaphor && takes_up_rate(range)) return {{state_.rate, state_.area}, Cost::anaphor};
    if (anaphor && !state_.name.empty()) return {{state_.name, state_.area}, Cost::anaphor};
    if (f.area.size() > 0) range = without_superlative(range);
    if (range.size() > 1 && tokens_[range.last - 1].cls.meets(pack_.family(Cls::noun_one)) && !state_.name.empty())
      return with_noun_before(range);
    if (movement(f) && only_measures(range) && !state_.name.empty())
      return {{state_.name, state_.area}, Cost::anaphor};
    IndicatorName name = namer_.name(range, movement(f) || moved_to(f, chunk), first_word_);
    if (!name.name.empty() && f.head.size() > 0)  // "the current account was in deficit by 7 million"
      name.name += " " + namer_.name({f.head.last - 1, f.head.last}, false, first_word_).name;
    if (!name.name.empty()) return {name, 0};
    // A bare "growth" is of what was measured last; with nothing before it, or
    // with a word of its own ("organic growth"), it stands for itself.
    if (movement(f) && own_growth(range)) return {namer_.name(range, false, first_word_), Cost::anaphor};
    const bool grows = range.size() > 0 && tokens_[range.last - 1].cls.meets(pack_.family(Cls::noun_growth));
    if (movement(f) && grows && !state_.economy.empty() && !tokens_[range.first].cls.meets(pack_.family(Cls::det)))
      return {{state_.economy, state_.area}, Cost::anaphor};
    const bool bare = (is(Cls::np_growth) || grows) && state_.name.empty();
    if (bare) return {namer_.name(range, false, first_word_), Cost::anaphor};
    return {{state_.name, name.area.empty() ? state_.area : name.area}, Cost::anaphor};
  }

  // "those of India and Ukraine rose 3 and 6 percent, respectively": each its own.
  TokenRange conjunct_of(const Frame& f, TokenRange complement) const {
    if (f.list_count < 2) return complement;
    const auto parts = namer_.conjuncts(complement, f.list_count);
    if (parts.size() != f.list_count || parts[f.list_index].empty()) return complement;
    return parts[f.list_index].back();
  }

  // "the Union's should contract": of what was spoken of.
  bool possessor(TokenRange r) const {
    return r.size() > 1 && tokens_[r.last - 1].cls.meets(pack_.family(Cls::possessive)) && !state_.name.empty();
  }

  // "Developing economies grew 4 percent, developed ones 1.5 percent."
  Named with_noun_before(TokenRange r) const {
    IndicatorName name = namer_.name({r.first, r.last - 1}, false, first_word_);
    const std::string& head = state_.head.empty() ? state_.name : state_.head;
    const size_t space = head.rfind(' ');
    name.name += (name.name.empty() ? "" : " ") + (space == std::string::npos ? head : head.substr(space + 1));
    return {name, Cost::anaphor};
  }

  // "a rise in slaughter to 3 million head": the level is of what rose.
  bool moved_to(const Frame& f, const Chunk* np) const {
    return f.measure == Measure::level && np != nullptr && np->tokens.last > np->head.last &&
           (np->cls.meets(pack_.family(Cls::noun_rise)) || np->cls.meets(pack_.family(Cls::noun_fall))) &&
           tokens_[np->head.last].cls.meets(pack_.family(Cls::prep_in));
  }

  // "organic growth", "Vietnamese growth": more than an article before the noun.
  bool own_growth(TokenRange r) const {
    auto is = [&](uint32_t i, Cls c) { return tokens_[i].cls.meets(pack_.family(c)); };
    if (r.size() < 2 || !is(r.last - 1, Cls::noun_growth)) return false;
    for (uint32_t i = r.first; i + 1 < r.last; ++i)
      if (!is(i, Cls::det) && !is(i, Cls::time_any) && !is(i, Cls::status_any) && !is(i, Cls::adv) &&
          !is(i, Cls::basis_noun))
        return tokens_[i].shape == Shape::word && !is(i, Cls::qual_neutral);
    return false;
  }

  // "the lowest rates are in Cyprus": the rate is told, and which place it is of.
  TokenRange without_superlative(TokenRange r) const {
    auto is = [&](uint32_t i, Cls c) { return tokens_[i].cls.meets(pack_.family(c)); };
    TokenRange out = r;
    while (out.size() > 1 && is(out.first, Cls::det)) ++out.first;
    if (out.size() < 2 || !is(out.first, Cls::superlative)) return r;
    ++out.first;
    return out;
  }

  // "the average monthly gain": of what was spoken of.
  bool only_measures(TokenRange r) const {
    bool measures = false;
    for (uint32_t i = r.first; i + 1 < r.last; ++i) {
      const ClassSet& c = tokens_[i].cls;
      const bool average = c.meets(pack_.family(Cls::noun_quantity)) && !c.meets(pack_.family(Cls::noun_economy));
      measures = measures || average;
      if (!average && !c.meets(pack_.family(Cls::det)) && !c.meets(pack_.family(Cls::time_any)) &&
          !c.meets(pack_.family(Cls::basis_noun)) && !c.meets(pack_.family(Cls::time_span)))
        return false;
    }
    const ClassSet& head = tokens_[r.last - 1].cls;
    return measures && (head.meets(pack_.family(Cls::noun_rise)) || head.meets(pack_.family(Cls::noun_fall)));
  }

  // "the rate": the last that was called one, where something else was spoken of since.
  bool takes_up_rate(TokenRange r) const {
    return !state_.rate.empty() && !state_.of_rate && tokens_[r.last - 1].cls.meets(pack_.family(Cls::noun_rate));
  }

  // "that of state holding enterprises": the last head with the new complement.
  Named taken_up(TokenRange complement) {
    IndicatorName rest = namer_.name(complement, false, first_word_);
    std::string head = state_.head.empty() ? state_.name : state_.head;
    if (rest.name.empty()) return {{state_.name, state_.area}, Cost::anaphor};
    return {{rest.name + " " + head, rest.area}, Cost::anaphor};
  }

  // "Output was 93 million tonnes. The target is 405 million": what it is of has told its unit.
  bool carries_unit(const Frame& f, const Named& named) const {
    return f.quantity.kind == Kind::bare && f.quantity.scaled && f.measure == Measure::level &&
           named.cost == Cost::anaphor && named.name.name == state_.name && !state_.unit.empty();
  }

  // "Spending is to reach 3 percent of GDP. The ratio was 2.6 percent in 2023."
  bool share_again(const Frame& f, const Named& named) const {
    const bool rate = f.np >= 0 && a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_rate)) &&
                      !a_.chunks[static_cast<size_t>(f.np)].cls.meets(pack_.family(Cls::noun_ratio));
    return state_.share && !rate && f.measure == Measure::level && f.quantity.kind == Kind::percent &&
           named.cost == Cost::anaphor && named.name.name == state_.name;
  }

  void remember(const Frame& f, const Named& named, const Record& r) {
    if (f.counted && !f.earlier) state_.counted = named.name.name;
    if (f.earlier || f.counted) return;
    state_.counted.clear();
    state_.share = r.measure == Measure::share;
    state_.name = named.name.name;
    note_rate(f, named.name.name);
    state_.area = named.name.area;
    if (f.measure == Measure::level && !carries_unit(f, named)) state_.unit = r.unit;
    if (f.indicator.size() > 0 && f.np >= 0 && !f.same_head) {
      const Chunk& c = a_.chunks[static_cast<size_t>(f.np)];
      if (c.cls.has(bit(Cls::np_that)) || c.cls.has(bit(Cls::np_pronoun))) return;
      TokenRange core = c.head.size() > 0 && c.head.first == f.indicator.first ? c.head : f.indicator;
      state_.head = namer_.name(core, movement(f), first_word_).name;
    }
  }

  void note_rate(const Frame& f, const std::string& name) {
    if (f.np < 0 || named_by_pronoun(f)) return;
    const Chunk& c = a_.chunks[static_cast<size_t>(f.np)];
    state_.of_rate = c.cls.has(bit(Cls::np_rate));
    for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
      if (tokens_[i].cls.meets(pack_.family(Cls::noun_economy))) state_.economy = name;
    if (state_.of_rate && name.find(' ') != std::string::npos) state_.rate = name;
  }
  bool named_by_pronoun(const Frame& f) const {
    return a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_pronoun));
  }

  // What the rule itself says of its own reliability.
  int doubt(const Frame& f) const {
    for (const EmitField& e : pack_.emits(pack_.rules()[f.rule]))
      if (static_cast<EmitKey>(e.field) == EmitKey::doubt) return e.number;
    return 0;
  }

  int confidence(const Frame& f, const Record& r, int name_cost) const {
    int c = Cost::whole - name_cost;
    if (pack_.rules()[f.rule].priority < kFallbackPriority) c -= Cost::fallback_rule;
    if (!r.period)
      c -= Cost::no_period;
    else if (r.period->inherited)
      c -= Cost::inherited;
    if (r.period && r.period->bounds && !r.period->bounds->start.has_year()) c -= Cost::open_year;
    if (f.antecedent >= 0) c -= Cost::continued;
    if (r.indicator.find(' ') == std::string::npos) c -= Cost::one_word;
    if (r.measure == Measure::share) c -= Cost::share;
    c -= doubt(f);
    return std::max(c, 5);
  }

  Mention mention(const Frame& f) const {
    Span s = f.quantity.text;
    if (f.last > f.first && f.last <= a_.chunks.size())
      s = cover(s, cover(tokens_[a_.chunks[f.first].tokens.first].span,
                         tokens_[a_.chunks[f.last - 1].tokens.last - 1].span));
    Mention m;
    m.source = d_.source;
    m.start = d_.to_source(s.begin);
    m.end = s.end > s.begin ? d_.to_source(s.end - 1) + 1 : m.start;
    m.line = d_.line_of(m.start);
    m.quote = d_.text.substr(a_.sentence.span.begin, a_.sentence.span.size());
    for (char& c : m.quote)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return m;
  }

  void note(const Frame& f, Verdict v, const std::string& why) {
    if (trace_ != nullptr)
      trace_->add(Stage::record, v, f.quantity.text, std::string(pack_.text(pack_.rules()[f.rule].id)), why);
  }

  const Document& d_;
  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  Namer namer_;
  Places places_;
  Units units_;
  NameState& state_;
  Trace* trace_;
  uint32_t first_word_;  // its capital may be the sentence's, not its own
  std::vector<Named> names_;
  std::vector<Source> sources_;
};

}  // namespace

std::vector<std::string> find_currencies(const std::vector<Token>& tokens, const Pack& pack) {
  std::vector<std::string> out;
  for (const Token& t : tokens) {
    const bool area = t.cls.meets(pack.family(Cls::area));
    const Payload* p = area ? pack.payload(t.entry, Cls::area) : nullptr;
    if (p == nullptr) continue;
    std::string_view text = pack.text(p->text);
    size_t bar = text.find('|');
    if (bar == std::string_view::npos || text.size() < bar + 4) continue;
    for (size_t at = bar + 1; at + 3 <= text.size(); at += 4) {  // the present currency, then older ones
      std::string code(text.substr(at, 3));
      if (std::find(out.begin(), out.end(), code) == out.end()) out.push_back(code);
    }
  }
  return out;
}

void build_records(const Document& document, const std::vector<Token>& tokens,
                   const SentenceAnalysis& sentence, const Pack& pack, const Acronyms& acronyms,
                   NameState& state, Trace* trace, std::vector<Record>& out) {
  Builder(document, tokens, sentence, pack, acronyms, state, trace).run(out);
}

}  // namespace statgrep
