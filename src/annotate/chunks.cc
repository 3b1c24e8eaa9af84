// Tests: tests/unit/annotate_chunks_test.cc
#include "statgrep/annotate/chunks.h"

#include <algorithm>

#include "counted.h"
#include "nominal.h"
#include "phrases.h"
#include "unsegmented_chunks.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Chunker {
 public:
  Chunker(const std::vector<Token>& tokens, TokenRange where, const std::vector<Spot>& spots,
          std::vector<Quantity>& quantities, std::string_view text, const Pack& pack)
      : tokens_(tokens),
        where_(where),
        spots_(spots),
        quantities_(quantities),
        pack_(pack),
        taken_(where.size(), Taken::no),
        nominal_(tokens, where, taken_, text, pack),
        phrases_(tokens, where, quantities, text, pack, nominal_),
        counted_(tokens, where, text, pack, nominal_, phrases_, quantities) {
    for (const Spot& s : spots) take(s.tokens, Taken::spot);
    for (const Quantity& q : quantities) take(q.tokens, Taken::quantity);
  }

  std::vector<Chunk> run() {
    for (uint32_t i = where_.first; i < where_.last;) i = next(i);
    for (Chunk& c : out_)
      if (is_plain(c)) c.cls.add(bit(Cls::plain));
    inner_phrases();
    for (size_t i = 1; i + 1 < out_.size(); ++i)  // "for Q1 and Q2"
      if (out_[i].cls.meets(pack_.family(Cls::conj_and)) && out_[i - 1].cls.has(bit(Cls::period)) &&
          out_[i + 1].cls.has(bit(Cls::period)))
        out_[i].transparent = true;
    return std::move(out_);
  }

 private:
  void take(TokenRange r, Taken by) {
    for (uint32_t i = r.first; i < r.last; ++i) taken_[i - where_.first] = by;
  }

  bool is_plain(const Chunk& c) const {
    if (c.cls.has(bit(Cls::qty))) return false;
    if (c.cls.has(bit(Cls::np)) || c.transparent) return true;
    return tokens_[c.tokens.first].shape != Shape::mark && !nominal_.strong_verb(c.tokens.first);
  }

  // "sales would in such a case rise": a phrase between an auxiliary and its verb.
  void inner_phrases() {
    for (size_t i = 0; i + 3 < out_.size(); ++i) {
      if (!out_[i].cls.meets(pack_.family(Cls::verb_modal)) &&
          !out_[i].cls.meets(pack_.family(Cls::verb_have)))
        continue;
      const bool phrase = out_[i + 1].cls.meets(pack_.family(Cls::prep)) &&
                          out_[i + 2].cls.has(bit(Cls::np)) && !out_[i + 1].cls.has(bit(Cls::np)) &&
                          !out_[i + 1].cls.has(bit(Cls::qty));
      const bool verb = out_[i + 3].cls.meets(pack_.family(Cls::verb)) && !out_[i + 3].cls.has(bit(Cls::np));
      if (phrase && verb) out_[i + 1].transparent = out_[i + 2].transparent = true;
    }
  }

  uint32_t next(uint32_t i) {
    while (spot_ < spots_.size() && spots_[spot_].tokens.first < i) ++spot_;
    if (spot_ < spots_.size() && spots_[spot_].tokens.first == i) return spot();
    while (qty_ < quantities_.size() && quantities_[qty_].tokens.first < i) ++qty_;
    if (qty_ < quantities_.size() && quantities_[qty_].tokens.first == i) return quantity();
    if (compared_amount(i)) return single(i);
    if (uint32_t end = noun_phrase(i); end > i) return end;
    return single(i);
  }

  uint32_t spot() {
    static constexpr Cls kClass[] = {Cls::period, Cls::basis, Cls::basis,   Cls::comparator,
                                     Cls::streak, Cls::trap,  Cls::adjunct, Cls::basis};
    const Spot& s = spots_[spot_];
    if (s.kind == SpotKind::period && compares(s)) return comparator(s);
    if (!out_.empty() && out_.back().cls.has(bit(Cls::np_that)) &&
        out_.back().tokens.last == s.tokens.first) {
      out_.back().tokens.last = s.tokens.last;  // "9.4 times those of 2020"
      return s.tokens.last;
    }
    Chunk c{.tokens = s.tokens,
            .cls = {},
            .transparent = true,
            .index = static_cast<uint32_t>(spot_),
            .count = 1,
            .head = {}};
    c.cls.add(bit(kClass[static_cast<size_t>(s.kind)]));
    out_.push_back(c);
    return s.tokens.last;
  }

  // "from the previous month": a period after a word of comparison.
  bool compares(const Spot& s) const {
    if (out_.empty() || out_.back().tokens.last != s.tokens.first || out_.back().tokens.size() != 1)
      return false;
    if (tokens_[out_.back().tokens.first].shape == Shape::mark) return false;
    const ClassSet& before = out_.back().cls;
    if (before.has(bit(Cls::np)) || before.has(bit(Cls::qty))) return false;
    if (nominal_.quantity(s.tokens.last)) return false;  // "from January's 4.1 percent"
    // "below the May 2023 rate of 9 percent"
    const bool dated = s.period.form == PeriodForm::month || s.period.form == PeriodForm::quarter;
    if (dated && nominal_.has(s.tokens.first, Cls::det_def) &&
        nominal_.core_end(s.tokens.last) > s.tokens.last)
      return false;
    if (before.meets(pack_.family(Cls::comp_since))) return true;
    const bool over = before.meets(pack_.family(Cls::prep_over));
    if (over && fronted()) return false;                           // "Over the first quarter, exports rose"
    if (over && s.period.form == PeriodForm::first) return false;  // "4 million over the first five months"
    bool above = before.meets(pack_.family(Cls::comp_higher)) || before.meets(pack_.family(Cls::comp_lower));
    if (above && before.meets(pack_.family(Cls::prep))) return true;  // "below a year earlier"
    if (before.meets(pack_.family(Cls::qual_over)) || before.meets(pack_.family(Cls::qual_under)))
      return true;  // "more than in May"
    if (over)
      return s.period.form == PeriodForm::year || s.period.form == PeriodForm::ago ||
             s.period.form == PeriodForm::same;
    return before.meets(pack_.family(Cls::comp_from)) || before.meets(pack_.family(Cls::comp_with)) ||
           before.meets(pack_.family(Cls::prep_than));
  }

  // Whether the last chunk opens the sentence or a part of it.
  bool fronted() const {
    if (out_.size() < 2) return true;
    const ClassSet& before = out_[out_.size() - 2].cls;
    return before.has(bit(Cls::punct_semicolon)) || before.has(bit(Cls::punct_colon)) ||
           before.meets(pack_.family(Cls::conj_but));
  }

  uint32_t comparator(const Spot& s) {
    Chunk& c = out_.back();
    ClassSet word = c.cls;
    c = {.tokens = {c.tokens.first, s.tokens.last},
         .cls = {},
         .transparent = true,
         .index = static_cast<uint32_t>(spot_),
         .count = 1,
         .head = {}};
    for (Cls k : {Cls::qual_over, Cls::qual_under, Cls::comp_higher, Cls::comp_lower,
                  Cls::verb_unchanged})  // "more than in March", "the same as in March" compare, too
      if (word.meets(pack_.family(k))) c.cls.add(bit(k));
    c.cls.add(bit(Cls::comparator));
    return s.tokens.last;
  }

  // One quantity, or several of a list: "33.7 percent and 37.5 percent".
  uint32_t quantity() {
    size_t first = qty_, last = qty_;
    counted_.name(quantities_[first]);
    for (size_t i = first; i + 1 < quantities_.size() && joins_list(quantities_[i], quantities_[i + 1]);
         ++i) {
      counted_.name(quantities_[i + 1]);
      if (closes_list(quantities_[i + 1])) last = i + 1;  // commas only where an "and" comes
    }
    counted_.share_noun(first, last);
    Chunk c{.tokens = {quantities_[first].tokens.first, quantities_[last].tokens.last},
            .cls = class_of(quantities_[first]),
            .transparent = false,
            .index = static_cast<uint32_t>(first),
            .count = static_cast<uint32_t>(last - first + 1),
            .head = {}};
    if (c.count > 1) c.cls.add(bit(Cls::qty_list));
    if (counted_.states(quantities_[first], c.tokens.last))
      c.cls.add(bit(few(quantities_[first]) ? Cls::qty_few : Cls::qty_stated));
    out_.push_back(c);
    return c.tokens.last;
  }

  bool joins_list(const Quantity& a, const Quantity& b) const {
    bool same = a.unit == b.unit || a.kind == b.kind || (a.unit.empty() && a.kind == Kind::bare);
    if (!same || a.signed_number != b.signed_number) return false;
    const bool attribute = b.kind == Kind::money && nominal_.has(b.tokens.first, Cls::det_indef) &&
                           nominal_.nominal(b.tokens.last, false);
    if (a.scaled && a.kind == Kind::bare && b.kind == Kind::percent)
      return false;                        // "2.5 million or 9 percent"
    const uint32_t after = b.tokens.last;  // "from a value of 127.4 and 5.8 percent higher than in May"
    const bool compared = nominal_.has(after, Cls::comp_higher) || nominal_.has(after, Cls::comp_lower);
    if (a.unit.empty() && a.kind == Kind::bare && b.kind == Kind::percent && compared) return false;
    if (attribute) return false;  // "gains of 7 million dollars and a 2 million dollar tax credit"
    uint32_t gap = b.tokens.first - a.tokens.last;
    bool comma = nominal_.mark(a.tokens.last, Cls::punct_comma);
    bool conj = nominal_.has(a.tokens.last, Cls::conj_and) || nominal_.has(a.tokens.last, Cls::conj_or);
    return (gap == 1 && (comma || conj)) ||
           (gap == 2 && comma && nominal_.has(a.tokens.last + 1, Cls::conj_and));
  }

  bool closes_list(const Quantity& q) const {
    uint32_t before = q.tokens.first - 1;
    return nominal_.has(before, Cls::conj_and) || nominal_.has(before, Cls::conj_or);
  }

  // "two operations": a small number in words says something only as a subject.
  static bool few(const Quantity& q) {
    constexpr int kSpelt = 11;  // from here on numbers are printed as digits
    return q.words && q.qualifier == Qualifier::none && q.value.compare(Decimal::of(kSpelt)) < 0;
  }

  ClassSet class_of(const Quantity& q) const {
    static constexpr Cls kClass[] = {
        Cls::qty_percent, Cls::qty_points, Cls::qty_money,    Cls::qty_physical, Cls::qty_count,
        Cls::qty_time,    Cls::qty_bare,   Cls::qty_fraction, Cls::qty_times,    Cls::qty_index_points};
    ClassSet cls;
    cls.add(bit(Cls::qty));
    cls.add(bit(kClass[static_cast<size_t>(q.kind)]));
    if (q.kind == Kind::fraction && q.noun.size() > 0) cls.add(bit(Cls::qty_part));
    if (q.high) cls.add(bit(Cls::qty_range));
    if (q.signed_number) cls.add(bit(Cls::qty_signed));
    return cls;
  }

  // A core with what attaches to it, and what is coordinated with it.
  uint32_t noun_phrase(uint32_t i) {
    bool after_np = !out_.empty() && out_.back().cls.has(bit(Cls::np)) && out_.back().tokens.last == i;
    if (after_np && nominal_.verb(i, true)) return i;
    const bool timed = !out_.empty() && out_.back().cls.has(bit(Cls::period)) && out_.back().tokens.last == i;
    if (timed && nominal_.has(i, Cls::qual_neutral) && !nominal_.has(i, Cls::noun) &&
        nominal_.verb(i + 1, true))
      return i;  // "employment in March and April combined is"
    uint32_t core = nominal_.core_end(i);
    if (core == i) return i;
    bool list = false;
    // "ranked second in the world", "ranking third in the country"
    const bool ranked = !out_.empty() && out_.back().cls.meets(pack_.family(Cls::verb_rank));
    bool ordinal = nominal_.has(i, Cls::num_ordinal) && (core == i + 1 || ranked);
    if (ordinal) core = i + 1;
    uint32_t end = ordinal ? core : phrases_.attach(core);
    end = phrases_.coordinate(i, end, list);
    end = phrases_.reduced_relative(end);
    out_.push_back(np_chunk({i, end}, {i, core}, list));
    return end;
  }

  Chunk np_chunk(TokenRange range, TokenRange core, bool list) const {
    Chunk c{.tokens = range, .cls = {}, .transparent = false, .index = 0, .count = 0, .head = core};
    c.cls.add(bit(Cls::np));
    uint32_t head = core.last - 1;
    while (head > core.first && (tokens_[head].shape == Shape::mark || nominal_.has(head, Cls::noun_post)))
      --head;
    struct {
      Cls token;
      Cls chunk;
    } static constexpr kHeads[] = {{Cls::noun_growth, Cls::np_growth}, {Cls::noun_rate, Cls::np_rate},
                                   {Cls::noun_index, Cls::np_index},   {Cls::noun_share, Cls::np_share},
                                   {Cls::noun_price, Cls::np_price},   {Cls::superlative, Cls::np_super}};
    const ClassSet& h = tokens_[head].cls;
    for (const auto& k : kHeads)
      if (h.meets(pack_.family(k.token))) c.cls.add(bit(k.chunk));
    if (told_as_share({core.last, range.last})) c.cls.add(bit(Cls::np_share));
    // Rules may ask for any noun class of the head, and for a lone word's own classes.
    ClassSet nouns = pack_.family(Cls::noun);
    for (size_t w = 0; w < nouns.words.size(); ++w) c.cls.words[w] |= h.words[w] & nouns.words[w];
    for (Cls k : {Cls::status_target, Cls::status_forecast, Cls::status_estimate})
      if (h.meets(pack_.family(k))) c.cls.add(bit(k));
    if (list) c.cls.add(bit(Cls::np_list));
    if (nominal_.has(range.first, Cls::det_def)) c.cls.add(bit(Cls::np_def));
    if (range.size() == 1) c.cls.merge(h);
    if (range.size() == 1 && after_month(range.first)) no_verb(c.cls);
    if (only_area(range)) c.cls.add(bit(Cls::np_area));
    return c;
  }

  // "debt | as a percentage of output"
  bool told_as_share(TokenRange r) const {
    for (uint32_t i = r.first; i + 2 < r.last; ++i)
      if (nominal_.has(i, Cls::prep_as) && nominal_.has(i + 1, Cls::det))
        return nominal_.has(i + 2, Cls::noun_share);
    return false;
  }

  // "the July forecast": no verb, though "forecast" may be one.
  bool after_month(uint32_t i) const {
    return i > where_.first && nominal_.taken(i - 1) && nominal_.has(i - 1, Cls::time_month);
  }
  void no_verb(ClassSet& cls) const {
    const ClassSet& verbs = pack_.family(Cls::verb);
    for (size_t w = 0; w < cls.words.size(); ++w) cls.words[w] &= ~verbs.words[w];
  }

  bool only_area(TokenRange r) const {
    uint32_t i = r.first;
    while (i < r.last && nominal_.has(i, Cls::det)) ++i;
    if (r.size() > 1 && nominal_.has(r.last - 1, Cls::possessive)) --r.last;  // "Hong Kong's 6.4 billion"
    if (r.size() > 3 && nominal_.mark(r.last - 1, Cls::punct_close) &&
        nominal_.mark(r.last - 3, Cls::punct_open))
      r.last -= 3;  // "India (a)"
    return i + 1 == r.last && nominal_.has(i, Cls::area) && !nominal_.has(i, Cls::area_adj);
  }

  uint32_t single(uint32_t i) {
    const Token& t = tokens_[i];
    Chunk c{.tokens = {i, i + 1}, .cls = t.cls, .transparent = false, .index = 0, .count = 0, .head = {}};
    if (t.cls.meets(pack_.family(Cls::pron_it))) c.cls.add(bit(Cls::np)), c.cls.add(bit(Cls::np_pronoun));
    if (t.cls.meets(pack_.family(Cls::pron_that))) return that_of(i, c);
    if ((t.cls.meets(pack_.family(Cls::adv)) && !t.cls.meets(pack_.family(Cls::pron_there))) ||
        t.cls.has(bit(Cls::punct_quote)))
      c.transparent = true;
    if (t.cls.meets(pack_.family(Cls::adv_respectively))) c.transparent = true;
    out_.push_back(c);
    return i + 1;
  }

  // "147,000 fewer openings", "10 percent more cars": the word compares what the noun counts.
  bool compared_amount(uint32_t i) const {
    const bool amount = !out_.empty() && out_.back().cls.has(bit(Cls::qty)) && out_.back().tokens.last == i;
    return amount && (nominal_.has(i, Cls::comp_higher) || nominal_.has(i, Cls::comp_lower));
  }

  // "that of state holding enterprises"
  uint32_t that_of(uint32_t i, Chunk& c) {
    uint32_t core = nominal_.core_end(i + 1);
    bool list = false;
    uint32_t end = i + 1;
    if (core > i + 1) end = phrases_.coordinate(i + 1, phrases_.attach(core), list);
    if (list) c.cls.add(bit(Cls::np_list));
    c.tokens.last = end;
    c.head = {i + 1, c.tokens.last};
    c.cls.add(bit(Cls::np));
    c.cls.add(bit(Cls::np_that));
    out_.push_back(c);
    return c.tokens.last;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const std::vector<Spot>& spots_;
  std::vector<Quantity>& quantities_;
  const Pack& pack_;
  std::vector<Taken> taken_;
  Nominal nominal_;
  Phrases phrases_;
  Counted counted_;
  size_t spot_ = 0;
  size_t qty_ = 0;
  std::vector<Chunk> out_;
};

}  // namespace

std::vector<Chunk> make_chunks(const std::vector<Token>& tokens, TokenRange where,
                               const std::vector<Spot>& spots, std::vector<Quantity>& quantities,
                               std::string_view text, const Pack& pack) {
  if (!pack.segmented()) return make_unsegmented_chunks(text, tokens, where, spots, quantities, pack);
  return Chunker(tokens, where, spots, quantities, text, pack).run();
}

}  // namespace statgrep
