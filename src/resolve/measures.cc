// Tests: tests/unit/resolve_measures_test.cc
#include "statgrep/resolve/measures.h"

#include "statgrep/pack/alias.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Measures {
 public:
  Measures(const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack, CountedIn& counted_in)
      : tokens_(tokens), a_(a), pack_(pack), counted_in_(counted_in) {}

  void run() {
    if (a_.sentence.heading) count_lines();
    for (Frame& f : a_.frames) {
      const Frame* ante = f.antecedent >= 0 ? &a_.frames[static_cast<size_t>(f.antecedent)] : nullptr;
      if (ante == nullptr && f.measure_rule == MeasureRule::same && f.previous >= 0) ante = &like(f);
      if (ante != nullptr && (no_percentage(f, *ante) || after_factor(f, *ante))) ante = level_before(f);
      if (ante != nullptr && other_kind(f, *ante)) ante = &like(f);
      if (f.measure_rule == MeasureRule::fixed && f.measure == Measure::rank) continue;
      bool percent =
          ante != nullptr && (ante->quantity.kind == Kind::percent || ante->quantity.kind == Kind::fraction);
      adopt_sentence_unit(f, percent);
      adopt_currency(f);
      come_to_each(f);
      points_of_percent(f);
      const bool set_out =
          ante != nullptr && ante->earlier && ante->measure == Measure::level;  // "from 5 percent to 4"
      if (ante != nullptr && (!percent || f.measure_rule == MeasureRule::same || set_out))
        adopt_unit(f.quantity, ante->quantity);
      f.measure = decide(f, ante);
      list_in_brackets(f);
      moved_in_brackets(f, ante);
      if (f.quantity.kind == Kind::percent && !f.earlier) counted_in_.growth = f.measure == Measure::growth;
      if (f.sign == 0) f.sign = ante != nullptr ? ante->sign : 1;
      if (f.measure == Measure::level && f.earlier && sets_out(f)) f.sign = 1;
      if (f.measure == Measure::change && (contributes(f) || contributes_too(f)))
        f.measure = Measure::contribution;
      if (f.status == Status::none && f.previous >= 0 && follows_and(f))
        f.status = a_.frames[static_cast<size_t>(f.previous)].status;
      if (f.quantity.kind == Kind::money) counted_in_.currency = f.quantity.unit;
      if (f.status == Status::none && ante != nullptr && !f.earlier && ante->status != Status::previous)
        f.status = ante->status;
    }
  }

 private:
  // "Exports rose 14 percent to 20 billion and imports 18 percent": the last
  // statement of the same kind of quantity, else the last.
  const Frame& like(const Frame& f) const {
    const bool by = f.chunk > 0 && a_.chunks[f.chunk - 1].cls.meets(pack_.family(Cls::prep_by));
    for (int32_t i = f.previous; i >= 0; --i) {
      const Frame& before = a_.frames[static_cast<size_t>(i)];
      const bool rate = before.quantity.kind == Kind::percent || before.quantity.kind == Kind::points;
      if (unitless(f) && rate) continue;  // "74 percent of the total, followed by trams (296 million)"
      const bool still = by && before.measure != Measure::growth && before.measure != Measure::change;
      if ((before.quantity.kind == f.quantity.kind || unitless(f)) && !before.earlier && !still)
        return before;
    }
    return a_.frames[static_cast<size_t>(f.previous)];
  }

  // "increased to 309,000 euros (2.5 percent) in England": by how much.
  void moved_in_brackets(Frame& f, const Frame* ante) const {
    if (f.quantity.kind != Kind::percent || f.measure != Measure::level || f.np >= 0 || ante == nullptr ||
        f.chunk == 0 || !a_.chunks[f.chunk - 1].cls.has(bit(Cls::punct_open)))
      return;
    if (ante->measure != Measure::level || ante->quantity.kind == Kind::percent || ante->earlier) return;
    const Frame* root = ante;
    while (root->np < 0 && root->antecedent >= 0) root = &a_.frames[static_cast<size_t>(root->antecedent)];
    for (uint32_t i = root->first; i < root->chunk; ++i)
      for (Cls c : {Cls::verb_rise, Cls::verb_fall})
        if (a_.chunks[i].cls.meets(pack_.family(c))) {
          f.measure = Measure::growth;
          f.sign = c == Cls::verb_fall ? -1 : 1;
          return;
        }
  }

  // "Increases were seen in X (3 percent) and Y (2 percent)": what the first is.
  void list_in_brackets(Frame& f) const {
    const auto is = [&](uint32_t i, Cls c) { return a_.chunks[i].cls.has(bit(c)); };
    if (f.previous < 0 || f.np < 1 || f.chunk == 0 || !is(f.chunk - 1, Cls::punct_open)) return;
    const Frame& before = a_.frames[static_cast<size_t>(f.previous)];
    if (before.measure != Measure::growth || f.quantity.kind != before.quantity.kind) return;
    if (f.quantity.signed_number || before.quantity.signed_number || before.chunk == 0) return;
    if (!is(before.chunk - 1, Cls::punct_open) || before.measure_rule != MeasureRule::movement) return;
    for (uint32_t i = before.chunk + 1; i < static_cast<uint32_t>(f.np); ++i)
      if (!is(i, Cls::punct_close) && !is(i, Cls::punct_comma) &&
          !a_.chunks[i].cls.meets(pack_.family(Cls::conj_and)))
        return;
    f.measure = before.measure;
    f.measure_rule = before.measure_rule;
    f.sign = before.sign;
  }

  // "rose 3 percent to 2 million; Japan, 9 percent to 1 million": as the last percentage.
  static bool other_kind(const Frame& f, const Frame& ante) {
    return f.measure_rule == MeasureRule::same && f.area.size() > 0 && f.previous >= 0 &&
           f.quantity.kind == Kind::percent && ante.quantity.kind != Kind::percent;
  }

  // "down 23.7 percent from 2,856": what it set out from is no percentage.
  bool no_percentage(const Frame& f, const Frame& ante) const {
    const bool counted = f.quantity.kind == Kind::bare && f.quantity.integer && f.earlier;
    if (counted && ante.quantity.kind == Kind::fraction)
      return true;  // "33 rigs, a quarter of all, against 70"
    return f.measure_rule == MeasureRule::same && f.quantity.kind == Kind::bare && f.earlier &&
           ante.quantity.kind == Kind::percent && f.quantity.value.abs().compare(Decimal::of(100)) >= 0 &&
           ante.quantity.value.abs().compare(Decimal::of(100)) < 0;
  }

  // "halved, from eight to four": the verb is the percentage.
  bool after_factor(const Frame& f, const Frame& ante) const {
    return f.quantity.kind == Kind::bare && f.measure_rule != MeasureRule::fixed &&
           a_.chunks[ante.chunk].cls.meets(pack_.family(Cls::verb_double));
  }

  // The last statement before it of anything but a percentage; none: nullptr.
  const Frame* level_before(const Frame& f) const {
    for (int32_t i = f.previous; i >= 0; --i)
      if (const Frame& b = a_.frames[static_cast<size_t>(i)];
          b.quantity.kind != Kind::percent && b.quantity.kind != Kind::fraction)
        return &b;
    return nullptr;
  }

  // "expects revenue of 5 million and a margin of 16 percent": one verb for both.
  bool follows_and(const Frame& f) const {
    uint32_t before = f.first;
    while (before > 0 && a_.chunks[before - 1].transparent) --before;
    return before > 0 && f.np >= 0 && a_.chunks[before - 1].cls.meets(pack_.family(Cls::conj_and));
  }

  // A number printed without its unit takes that of the statement it continues.
  void adopt_unit(Quantity& q, const Quantity& from) const {
    if (q.kind == Kind::bare && q.unit.empty()) {
      q.kind = from.kind;
      q.unit = from.unit;
      if (!q.scaled) q.value = q.value.shifted(from.unit_shift);  // "47.1p vs 37.7"
      q.unit_shift = from.unit_shift;
      if (q.noun.size() == 0) q.noun = from.noun;
    }
    // "1.2 billion, or 2.34 a share, up from 980 million": a total and what comes to each are two scales
    constexpr int kFar = 1000;
    const bool far =
        !from.value.is_zero() && q.value.abs().compare(from.value.abs().times(Decimal::of(kFar))) >= 0;
    const bool total = (q.scaled || far) && !from.scaled;
    const bool rates = q.kind == Kind::bare && from.kind == Kind::bare && from.exchange;
    if (q.per.empty() && ((q.kind == Kind::money && from.kind == Kind::money) || rates) && !total)
      q.per = from.per, q.exchange = from.exchange;
    if (q.per.empty() || !from.per.empty()) adopt_scale(q, from);
  }

  // "to 3.1 billion from 2.9": the scale is said once.
  static void adopt_scale(Quantity& q, const Quantity& from) {
    if (q.scaled || !from.scaled || q.kind != from.kind || q.value.is_zero()) return;
    constexpr int kGroups = 1000;  // "9.1 million, 18,200 more": written out
    if (q.integer && q.value.abs().compare(Decimal::of(kGroups)) >= 0) return;
    constexpr int kLeast = 3, kMost = 12;
    for (int power = kLeast; power <= kMost; power += kLeast) {
      const Decimal scaled = q.value.abs().shifted(power);
      const Decimal whole = from.value.abs();
      const bool alike = scaled.compare(whole.times(Decimal::of(5))) <= 0 &&
                         whole.compare(scaled.times(Decimal::of(5))) <= 0;
      if (!alike) continue;
      q.value = q.value.shifted(power);
      if (q.high) q.high = q.high->shifted(power);
      q.scaled = true;
      return;
    }
  }

  // "coffee exports rose to 753 mln dlrs, rubber shipments fell to 625 mln":
  // a scaled number without a unit is money where the sentence counts money.
  // So is the level that a percentage led to, "drop 2 percent to 1,217 million".
  void adopt_sentence_unit(Frame& f, bool after_percent) const {
    if (!unitless(f) || f.previous < 0 || (f.antecedent >= 0 && !after_percent)) return;
    if (head_is(f, Cls::noun_person)) return;
    for (int32_t i = f.previous; i >= 0; --i) {
      const Quantity& before = a_.frames[static_cast<size_t>(i)].quantity;
      if (before.kind == Kind::percent || before.kind == Kind::fraction) continue;
      if (before.kind == Kind::money || before.kind == Kind::physical) adopt_unit(f.quantity, before);
      return;
    }
  }

  // "Foreign liabilities fell 100 mln", in a text that counts marks
  void adopt_currency(Frame& f) const {
    const bool stated = f.measure_rule == MeasureRule::fixed && f.measure == Measure::level;
    const bool booked = stated && bare(f) && f.quantity.integer && head_is(f, Cls::noun_booked);
    const bool money =
        head_is(f, Cls::noun_money) || head_is(f, Cls::noun_deficit) || head_is(f, Cls::noun_surplus);
    if (money && f.quantity.kind == Kind::count) counted_in_.sales = true;
    if (money && f.quantity.kind == Kind::money) counted_in_.sales = false;
    if (!((unitless(f) && money && !counted_in_.sales) || booked) || counted_in_.currency.empty()) return;
    f.quantity.kind = Kind::money;
    f.quantity.unit = counted_in_.currency;
  }

  // "2 million or 45 cents a share against 3 million or 9 cents": what a total
  // comes to stays so for each of the same.
  void come_to_each(Frame& f) const {
    Quantity& q = f.quantity;
    constexpr int kFar = 1000;
    const uint32_t at = q.tokens.first;
    if (q.kind != Kind::money || q.scaled || at < 2 || !tokens_[at - 1].cls.meets(pack_.family(Cls::conj_or)))
      return;
    const uint32_t end = tokens_[at - 2].cls.has(bit(Cls::punct_comma)) ? at - 2 : at - 1;
    for (const Quantity& total : a_.quantities) {
      if (total.tokens.last != end || total.kind != Kind::money || !total.per.empty()) continue;
      if (total.value.abs().compare(q.value.abs().times(Decimal::of(kFar))) < 0) continue;
      if (q.per.empty())
        q.per = counted_in_.each;
      else if (q.unit == total.unit)
        counted_in_.each = q.per;
    }
  }

  // "Pretax profit 115.3 mln vs 81.3 mln": a results table has one currency.
  void count_lines() const {
    if (counted_in_.currency.empty()) return;
    for (Frame& f : a_.frames) {
      if (!f.earlier || f.previous < 0) continue;
      Frame& present = a_.frames[static_cast<size_t>(f.previous)];
      if (!counts_money(present)) continue;
      for (Frame* side : {&present, &f})
        if (bare(*side) || sided(side->quantity)) {
          side->quantity.kind = Kind::money;
          side->quantity.unit = counted_in_.currency;
        }
    }
  }

  // "2.4 percent, 0.3 points less than", "88.1 percent (+1.2 points)": percentage points.
  void points_of_percent(Frame& f) const {
    const bool part = f.measure == Measure::difference || f.measure == Measure::contribution;
    if (f.quantity.kind != Kind::index_points) return;
    if (head_is(f, Cls::np_rate) || head_is(f, Cls::np_share)) {  // "raised rates by half a point"
      f.quantity.kind = Kind::points;
      f.quantity.unit = "pp";
      return;
    }
    if ((!part && !f.quantity.signed_number) || f.previous < 0) return;
    for (const Frame& g : a_.frames)  // "down 2 points (1.8 percent) and 9 points below": of an index
      if (g.chunk < f.chunk && g.quantity.kind == Kind::index_points) return;
    const Quantity& before = a_.frames[static_cast<size_t>(f.previous)].quantity;
    if (before.kind != Kind::percent && before.kind != Kind::points) return;
    f.quantity.kind = Kind::points;
    f.quantity.unit = "pp";
  }

  // A large number beside a name that has no unit of its own but money.
  bool counts_money(const Frame& f) const {
    constexpr int kLarge = 10000;
    const Quantity& q = f.quantity;
    const bool large =
        q.scaled || q.value.is_zero() || q.value.abs().compare(Decimal::of(kLarge)) >= 0;  // "nil vs 5 mln"
    if (!large || f.np < 0 || f.column > 0 || head_is(f, Cls::noun_person) || head_is(f, Cls::np_rate) ||
        head_is(f, Cls::np_index))
      return false;
    const TokenRange name = a_.chunks[static_cast<size_t>(f.np)].tokens;
    const Payload* alias = pack_.payload(tokens_[name.last - 1].entry, Cls::noun_alias);
    if (alias == nullptr) return true;
    const std::string_view unit = split_alias(pack_.text(alias->text)).unit;
    return unit.empty() || unit.starts_with('$');
  }

  // "2.4 mln debit": money, and on which side of the books.
  bool sided(const Quantity& q) const {
    if (q.kind != Kind::count || !q.scaled || q.noun.size() != 1) return false;
    const ClassSet& noun = tokens_[q.noun.first].cls;
    return noun.meets(pack_.family(Cls::noun_booked)) || noun.meets(pack_.family(Cls::noun_deficit)) ||
           noun.meets(pack_.family(Cls::noun_surplus));
  }

  static bool bare(const Frame& f) {
    return f.quantity.kind == Kind::bare && f.quantity.unit.empty() && f.quantity.per.empty();
  }
  static bool unitless(const Frame& f) { return bare(f) && f.quantity.scaled; }

  bool head_is(const Frame& f, Cls c) const {
    const Frame* at = &f;
    while (at->np < 0 && at->antecedent >= 0) at = &a_.frames[static_cast<size_t>(at->antecedent)];
    return at->np >= 0 && a_.chunks[static_cast<size_t>(at->np)].cls.meets(pack_.family(c));
  }

  Measure movement(const Quantity& q) const {
    if (q.kind == Kind::percent || q.kind == Kind::fraction) return Measure::growth;
    return Measure::change;
  }

  Measure state(const Frame& f) const {
    switch (f.quantity.kind) {
      case Kind::percent:
        if (head_is(f, Cls::np_growth) || head_is(f, Cls::noun_rise) || head_is(f, Cls::noun_fall) ||
            head_is(f, Cls::noun_change))
          return Measure::growth;
        // "Spain (+2.0 %), Italy (-0.4 %)": only a rate can itself be below zero
        if (f.area.size() > 0 && f.quantity.signed_number && !head_is(f, Cls::np_rate))
          return Measure::growth;
        if (counted_in_.growth && takes_up(f)) return Measure::growth;
        return head_is(f, Cls::np_share) || answers(f) ? Measure::share : Measure::level;
      case Kind::fraction:
        return Measure::share;
      case Kind::times:
        return Measure::multiple;
      case Kind::points:
      case Kind::count:
      case Kind::bare:
        return f.quantity.signed_number && !stands_at(f) ? Measure::change : Measure::level;  // "(+19,000)"
      case Kind::money:  // "expects a rise in costs of 200 million"
        return extent(f) && (head_is(f, Cls::noun_rise) || head_is(f, Cls::noun_fall)) ? Measure::change
                                                                                       : Measure::level;
      case Kind::physical:  // "demand growth is seen slowing to 690,000 barrels a day"
        return head_is(f, Cls::np_growth) ? Measure::change : Measure::level;
      default:
        return Measure::level;
    }
  }

  // "confidence stood at -14.2": a balance or an index.
  bool stands_at(const Frame& f) const {
    if (f.np < 0 || f.chunk == 0) return false;
    uint32_t i = f.chunk - 1;
    while (i > static_cast<uint32_t>(f.np) &&
           (a_.chunks[i].transparent || a_.chunks[i].cls.meets(pack_.family(Cls::prep))))
      --i;
    return a_.chunks[i].cls.meets(pack_.family(Cls::verb_be)) ||
           a_.chunks[i].cls.meets(pack_.family(Cls::verb_level)) ||
           a_.chunks[i].cls.meets(pack_.family(Cls::verb_rise)) ||
           a_.chunks[i].cls.meets(pack_.family(Cls::verb_fall));
  }

  // "This compares with 1.4 percent", "the April figure was 1.4 percent": what was told before.
  bool takes_up(const Frame& f) const {
    if (f.np < 0) return f.antecedent < 0 && f.indicator.size() == 0;
    const bool other = head_is(f, Cls::np_rate) || head_is(f, Cls::np_share) || head_is(f, Cls::np_index);
    return head_is(f, Cls::np_pronoun) ||
           (f.indicator.size() == 1 && head_is(f, Cls::noun_anaphor) && !other);
  }

  // "Spending contributed 0.1 points and investment -0.3 points"
  bool contributes_too(const Frame& f) const {
    if (f.previous < 0 || f.quantity.kind != Kind::points) return false;
    const Frame& before = a_.frames[static_cast<size_t>(f.previous)];
    if (before.measure != Measure::contribution) return false;
    for (uint32_t i = before.chunk + 1; i < f.chunk; ++i)
      if (a_.chunks[i].cls.meets(pack_.family(Cls::verb)) && !a_.chunks[i].cls.has(bit(Cls::np)))
        return false;
    return true;
  }

  bool rate_at(const Frame& f) const {
    const bool rate = head_is(f, Cls::np_rate) || head_is(f, Cls::noun_ratio) || head_is(f, Cls::np_index);
    return rate && f.np >= 0 && f.chunk > 0 && static_cast<uint32_t>(f.np) + 2 == f.chunk &&
           a_.chunks[f.chunk - 1].cls.meets(pack_.family(Cls::prep_at));
  }

  // "firms reporting an increase fell to 22 percent": of those asked.
  bool answers(const Frame& f) const {
    if (!head_is(f, Cls::noun_person)) return false;
    for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
      if (tokens_[i].cls.meets(pack_.family(Cls::verb_report)) ||
          tokens_[i].cls.meets(pack_.family(Cls::verb_project)))
        return true;
    return false;
  }

  // "is to grow 1.8 percent this year, picking up to 2 percent in 2027": no level of what is no rate.
  bool goes_on_growing(const Frame& f, const Frame* ante) const {
    return ante != nullptr && ante->measure == Measure::growth && f.quantity.kind == Kind::percent &&
           ante->quantity.kind == Kind::percent && f.of.size() == 0 && !f.counted &&
           !head_is(f, Cls::np_rate) && !head_is(f, Cls::np_share) && !head_is(f, Cls::np_index);
  }

  // "came from services (+1.5 points), followed by food (+0.6 points)"
  bool contributes(const Frame& f) const {
    if (f.quantity.kind != Kind::points || f.previous < 0 || f.chunk == 0) return false;
    return a_.frames[static_cast<size_t>(f.previous)].measure == Measure::contribution &&
           a_.chunks[f.chunk - 1].cls.has(bit(Cls::punct_open));
  }

  // "a rise in costs of 200 million", not to or from it
  bool extent(const Frame& f) const {
    return f.chunk > 0 && f.np >= 0 && a_.chunks[f.chunk - 1].cls.meets(pack_.family(Cls::prep_of));
  }

  // "up 9 million | from 5 million": a level, which has no direction of its own
  bool sets_out(const Frame& f) const {
    return f.chunk > 0 && a_.chunks[f.chunk - 1].cls.meets(pack_.family(Cls::prep_from));
  }

  static bool counts(const Quantity& q) { return q.kind == Kind::count || q.kind == Kind::bare; }

  Measure decide(const Frame& f, const Frame* ante) const {
    switch (f.measure_rule) {
      case MeasureRule::movement:
        return movement(f.quantity);
      case MeasureRule::state:
        return goes_on_growing(f, ante) ? Measure::growth : state(f);
      case MeasureRule::same: {
        if (ante == nullptr) return state(f);
        const bool parts = ante->measure == Measure::share && f.quantity.kind == Kind::percent &&
                           ante->quantity.kind == Kind::fraction;  // "half, against 53 percent"
        bool same_kind = parts || ante->quantity.kind == f.quantity.kind;
        // "up 9 million from 5 million": what a change set out from is a level.
        bool origin = f.earlier && ante->measure == Measure::change && f.quantity.kind != Kind::points &&
                      (f.sign != 0 || sets_out(f));
        const bool own =
            ante->quantity.signed_number && !f.quantity.signed_number && head_is(f, Cls::np_rate);
        if (rate_at(f)) return state(f);  // "leaving stocks at 3 million and the jobless rate at 4 percent"
        if (own) return state(f);         // "demand +18 percent, load factor 82 percent"
        if (same_kind && !origin) return ante->measure;
        bool percent = f.quantity.kind == Kind::percent || f.quantity.kind == Kind::fraction;
        if (!f.earlier && ante->measure == Measure::change && percent)
          return Measure::growth;  // "by 9 cents, or 0.3 percent"
        if (!f.earlier && f.quantity.kind == Kind::points && ante->quantity.kind == Kind::percent)
          return Measure::change;  // "rose 2.3 percent, revised up 0.1 percentage point"
        if (!f.earlier && ante->measure == Measure::level && percent && counts(ante->quantity))
          return Measure::share;  // "of which 40 million were new, or 9 percent"
        return state(f);
      }
      case MeasureRule::fixed:
        break;
    }
    return f.measure == Measure::growth ? movement(f.quantity) : f.measure;
  }

  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
  CountedIn& counted_in_;
};

}  // namespace

void resolve_measures(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack,
                      CountedIn& counted_in) {
  Measures(tokens, sentence, pack, counted_in).run();
}

}  // namespace statgrep
