// Tests: tests/unit/resolve_measures_test.cc
#include "statgrep/resolve/known_units.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Adopter {
 public:
  Adopter(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack,
          KnownUnits& known)
      : text_(text), tokens_(tokens), a_(a), pack_(pack), known_(known) {}

  void run() {
    for (Frame& f : a_.frames) {
      if (f.measure == Measure::difference && f.quantity.per.empty()) share_rate(f);
      if (f.np < 0 || f.indicator.size() == 0) continue;
      Quantity& q = f.quantity;
      const bool bare = q.kind == Kind::bare && q.unit.empty() && q.per.empty() && f.column == 0;
      constexpr int kLarge = 1000;  // "exports were 20,064", after tonnes of exports
      if (bare && (q.scaled || (q.integer && q.value.compare(Decimal::of(kLarge)) >= 0))) {
        adopt(f);
      } else if (q.kind == Kind::physical && q.per.empty()) {
        remember(f);
      }
    }
  }

 private:
  // "26.2 complaints per 100,000 journeys, 3.8 fewer than in May": of as many.
  void share_rate(Frame& f) const {
    const Quantity* rate = nullptr;
    for (const Frame& g : a_.frames)
      if (g.chunk < f.chunk) rate = &g.quantity;
    if (rate == nullptr || (rate->per.empty() && !rate->per_value) || rate->exchange) return;
    const bool counted =
        rate->kind == Kind::count && (f.quantity.kind == Kind::bare || f.quantity.kind == Kind::count);
    const bool priced =
        rate->kind == Kind::money && f.quantity.kind == Kind::money && rate->unit == f.quantity.unit;
    if (!counted && !priced) return;
    f.quantity.per = rate->per;
    f.quantity.per_value = rate->per_value;
    if (counted && f.quantity.noun.size() == 0) f.quantity.noun = rate->noun, f.quantity.kind = Kind::count;
  }

  void adopt(Frame& f) const {
    const TokenRange name = core(f);
    if (name.size() == 0) return;
    std::string_view unit = unit_of(name.last - 1);
    const ClassSet& head = tokens_[name.last - 1].cls;
    const bool other = head.meets(pack_.family(Cls::noun_money)) ||
                       head.meets(pack_.family(Cls::noun_person)) ||
                       head.meets(pack_.family(Cls::noun_price)) || head.meets(pack_.family(Cls::noun_index));
    for (uint32_t i = name.first; unit.empty() && !other && f.quantity.scaled && i + 1 < name.last; ++i)
      unit = unit_of(i);
    if (unit.empty()) return;
    f.quantity.kind = Kind::physical;
    f.quantity.unit = unit;
  }

  void remember(const Frame& f) {
    const TokenRange name = core(f);
    if (name.size() == 0 || !tells(name.last - 1)) return;
    const std::string word = word_of(name.last - 1);
    const auto same = [&](const auto& known) { return known.first == word; };
    const auto at = std::find_if(known_.of_words.begin(), known_.of_words.end(), same);
    if (at == known_.of_words.end())
      known_.of_words.emplace_back(word, f.quantity.unit);
    else
      at->second = f.quantity.unit;
  }

  std::string_view unit_of(uint32_t i) const {
    if (!tells(i)) return {};
    const std::string word = word_of(i);
    for (const auto& [name, unit] : known_.of_words)
      if (name == word) return unit;
    return {};
  }

  // A word that says what is measured: no place, no article, nothing that grades.
  bool tells(uint32_t i) const {
    constexpr size_t kShortest = 3;
    const ClassSet& c = tokens_[i].cls;
    if (tokens_[i].shape != Shape::word || tokens_[i].span.size() < kShortest) return false;
    for (const Cls k : {Cls::area, Cls::area_adj, Cls::det, Cls::adj_relation, Cls::qual_neutral,
                        Cls::verb_part, Cls::superlative, Cls::possessive, Cls::time_any})
      if (c.meets(pack_.family(k))) return false;
    return true;
  }

  TokenRange core(const Frame& f) const { return a_.chunks[static_cast<size_t>(f.np)].head; }

  std::string word_of(uint32_t i) const {
    std::string folded;
    fold_word(tokens_[i].span.in(text_), folded);
    return singular_of(pack_, folded);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
  KnownUnits& known_;
};

}  // namespace

void adopt_known_units(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                       const Pack& pack, KnownUnits& known) {
  Adopter(text, tokens, sentence, pack, known).run();
}

}  // namespace statgrep
