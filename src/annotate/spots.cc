// Tests: tests/unit/annotate_spots_test.cc
#include "statgrep/annotate/spots.h"

#include "multiplied_numbers.h"
#include "ranges.h"
#include "unsegmented_words.h"

namespace statgrep {
namespace {

struct TokenSeq {
  const std::vector<Token>& tokens;
  uint32_t begin;
  uint32_t last;
  uint32_t first() const { return begin; }
  uint32_t size() const { return last; }
  const ClassSet& at(uint32_t i) const { return tokens[i].cls; }
  bool transparent(uint32_t) const { return false; }
};

// Which classes come soon. Asked for places that do not fall, it looks at each
// token once for each set of classes.
class Ahead {
 public:
  Ahead(const std::vector<Token>& tokens, TokenRange where, const Pack& pack)
      : tokens_(tokens), last_(where.last), pack_(pack), next_(pack.set_count(), 0) {}

  // Whether all that the rule needs stands within the tokens that it can take from `at` on.
  bool has_all(const RuleHeader& rule, uint32_t at) {
    for (const uint32_t set : rule.required)
      if (set != kNone && next(set, at) >= at + rule.longest) return false;
    return true;
  }

 private:
  uint32_t next(uint32_t set, uint32_t at) {
    uint32_t& found = next_[set];  // no token from where it was asked last up to this one
    if (found > at) return found;
    for (found = at; found < last_ && !tokens_[found].cls.meets(pack_.sets()[set]);) ++found;
    if (found == last_) found = kNone;
    return found;
  }

  const std::vector<Token>& tokens_;
  uint32_t last_;
  const Pack& pack_;
  std::vector<uint32_t> next_;
};

class Spotter {
 public:
  Spotter(const std::vector<Token>& tokens, TokenRange where, std::string_view text, const Pack& pack)
      : tokens_(tokens),
        where_(where),
        text_(text),
        pack_(pack),
        seq_{tokens, where.first, where.last},
        ahead_(tokens, where, pack) {}

  std::vector<Spot> run(Trace* trace) {
    std::vector<Spot> out;
    ClassSet all;
    for (uint32_t i = where_.first; i < where_.last; ++i) all.merge(tokens_[i].cls);
    possible_ = pack_.rules_for(all, RuleKind::spot);
    for (uint32_t i = where_.first; i < where_.last;) {
      Match best;
      uint32_t rule = priced(i) || measured(i) ? kNone : best_rule(i, best);
      if (rule == kNone) {
        ++i;
        continue;
      }
      Spot spot = read(rule, best);
      if (compared(spot, out)) spot.kind = SpotKind::comparator, --spot.tokens.first;
      if (of_phrase(spot)) spot.kind = SpotKind::adjunct;
      if (compares(spot) && attributed(spot.tokens.last)) spot.kind = SpotKind::period, ++spot.tokens.first;
      if (compares(spot) && before_noun(spot.tokens.last)) spot.kind = SpotKind::adjunct, ++spot.tokens.first;
      if (spot.kind == SpotKind::period && closed_by_noun(best.end)) spot.tokens.last = ++best.end;
      if (trace != nullptr)
        trace->add(Stage::annotation, spot.kind == SpotKind::trap ? Verdict::trap : Verdict::made,
                   cover(tokens_[i].span, tokens_[best.end - 1].span),
                   std::string(pack_.text(pack_.rules()[rule].id)));
      out.push_back(spot);
      i = best.end;
    }
    return out;
  }

 private:
  // "$2000" is no year, nor is the end of "$2000-2100".
  bool priced(uint32_t i) const {
    if (i <= where_.first || tokens_[i].space_before || tokens_[i].shape != Shape::number) return false;
    const ClassSet& before = tokens_[i - 1].cls;
    if (before.meets(pack_.family(Cls::currency_sign))) return true;
    const bool ranged = before.has(bit(Cls::punct_hyphen)) || before.has(bit(Cls::punct_dash));
    return ranged && i >= where_.first + 2 && priced(i - 2);
  }

  // "2000-2500 watts", "from 1900 to 2100 kg" are no years.
  bool measured(uint32_t i) const {
    if (begins_measured_range(tokens_, where_, pack_, i)) return true;
    const bool ranged = i + 2 < where_.last && tokens_[i].cls.meets(pack_.family(Cls::prep_from)) &&
                        tokens_[i + 2].cls.meets(pack_.family(Cls::num_range));
    return ranged && begins_measured_range(tokens_, where_, pack_, i + 1);
  }

  // 较 | 前三季度: where words do not stand apart, a word that compares with a time.
  bool compared(const Spot& spot, const std::vector<Spot>& before) const {
    const uint32_t at = spot.tokens.first;
    if (pack_.segmented() || spot.kind != SpotKind::period || at == where_.first) return false;
    const bool free = before.empty() || before.back().tokens.last < at;
    return free && tokens_[at - 1].cls.meets(pack_.family(Cls::comp_than)) && !attributed(spot.tokens.last) &&
           !before_noun(spot.tokens.last);
  }

  // 按 | 上年 | 不变价计算的: a time inside what a preposition governs.
  bool of_phrase(const Spot& spot) const {
    const uint32_t at = spot.tokens.first;
    return !pack_.segmented() && spot.kind == SpotKind::period && at > where_.first &&
           tokens_[at - 1].cls.meets(pack_.family(Cls::prep_manner)) && before_noun(spot.tokens.last);
  }

  // Whether the word that compares can be taken off: what is compared with is
  // named behind its time, as in 较 | 2023年 | 春节假期, 较 | 9月 | 的 1.1%.
  bool compares(const Spot& spot) const {
    return !pack_.segmented() && spot.kind == SpotKind::comparator && spot.tokens.size() > 1 &&
           tokens_[spot.tokens.first].cls.meets(pack_.family(Cls::comp_than));
  }

  bool before_noun(uint32_t i) const {
    return i < where_.last && nominal_at(tokens_, i, where_.last, pack_) &&
           !tokens_[i].cls.meets(pack_.family(Cls::comp_any));
  }

  bool attributed(uint32_t i) const {
    return i < where_.last && tokens_[i].cls.meets(pack_.family(Cls::attributive));
  }

  // "the mid-March sales period", "the 1986 period"; not "in 1986 period drama sales rose".
  bool closed_by_noun(uint32_t i) const {
    if (i >= where_.last || !tokens_[i].cls.meets(pack_.family(Cls::time_stretch))) return false;
    if (i + 1 >= where_.last || tokens_[i + 1].shape == Shape::mark) return true;
    const ClassSet& next = tokens_[i + 1].cls;
    return next.meets(pack_.family(Cls::verb)) || next.meets(pack_.family(Cls::prep)) ||
           next.meets(pack_.family(Cls::conj_and)) || next.meets(pack_.family(Cls::conj_sub)) ||
           next.meets(pack_.family(Cls::time_any)) || next.has(bit(Cls::num_any));
  }

  uint32_t best_rule(uint32_t at, Match& best) {
    uint32_t found = kNone;
    pack_.for_rules_at(tokens_[at].cls, RuleKind::spot, possible_, [&](uint32_t r) {
      const RuleHeader& rule = pack_.rules()[r];
      if (!ahead_.has_all(rule, at)) return;
      Match m;
      if (!Runner(pack_.code(rule), pack_.sets(), seq_).run(at, m)) return;
      if (found != kNone && m.end <= best.end) return;  // rules come by priority
      if (countless(r, m)) return;
      found = r;
      best = m;
    });
    return found;
  }

  // "against 292,000 week ago": no text counts that many weeks.
  bool countless(uint32_t rule, const Match& m) const {
    constexpr int kMost = 999;
    for (const EmitField& e : pack_.emits(pack_.rules()[rule]))
      if (static_cast<EmitKey>(e.field) == EmitKey::n && e.capture >= 0 && m.has(e.capture))
        return number(e, m, Cls::num_ordinal) > kMost;
    return false;
  }

  Spot read(uint32_t rule, const Match& m) const {
    Spot s;
    s.tokens = {m.begin, m.end};
    s.rule = rule;
    for (const EmitField& e : pack_.emits(pack_.rules()[rule])) {
      if (e.capture >= 0 && !m.has(e.capture)) continue;
      switch (static_cast<EmitKey>(e.field)) {
        case EmitKey::kind:
          s.kind = spot_kind_from(pack_.text(e.text)).value_or(SpotKind::trap);
          break;
        case EmitKey::form:
          s.period.form = period_form_from(pack_.text(e.text)).value_or(PeriodForm::none);
          break;
        case EmitKey::unit:
          s.period.unit = unit(e, m);
          break;
        case EmitKey::year:
          s.period.year = year(e, m);
          break;
        case EmitKey::year2:
          s.period.year2 = year(e, m);
          break;
        case EmitKey::month:
          s.period.month = number(e, m, Cls::time_month);
          break;
        case EmitKey::month2:
          s.period.month2 = number(e, m, Cls::time_month);
          break;
        case EmitKey::day:
          s.period.day = number(e, m, Cls::time_weekday);
          break;
        case EmitKey::day2:
          s.period.day2 = number(e, m, Cls::time_weekday);
          break;
        case EmitKey::n:
          s.period.n = number(e, m, Cls::num_ordinal);
          break;
        case EmitKey::offset:
          s.period.offset = number(e, m, Cls::num_ordinal);
          break;
        case EmitKey::direction:
          s.direction = direction(e, m);
          break;
        case EmitKey::basis:
          s.basis = basis(e, m);
          break;
        default:
          break;
      }
    }
    return s;
  }

  // A constant, a payload of `cls` (or of the classes that count), or the number written.
  int number(const EmitField& e, const Match& m, Cls cls) const {
    if (e.capture < 0) return e.number;
    const Token& t = tokens_[m.last(e.capture)];
    for (Cls c :
         {cls, Cls::time_quarter, Cls::time_half, Cls::time_season, Cls::num_ordinal, Cls::time_month})
      if (const Payload* p = pack_.payload(t.entry, c)) return p->number;
    if (!pack_.segmented())
      if (const auto n = read_multiplied_number(tokens_, m.first(e.capture), m.last(e.capture) + 1, pack_))
        return static_cast<int>(n->value.to_int().value_or(0));
    return static_cast<int>(tokens_[m.first(e.capture)].value.to_int().value_or(0));
  }

  int year(const EmitField& e, const Match& m) const {
    if (e.capture < 0) return e.number;
    const Token& t = tokens_[m.last(e.capture)];
    if (const Payload* p = pack_.payload(t.entry, Cls::time_fiscal_year)) return p->number;
    if (!pack_.segmented() && m.first(e.capture) != m.last(e.capture)) return place_by_place(e, m);
    return static_cast<int>(t.value.to_int().value_or(0)) + before_era(m.first(e.capture));
  }

  // 二〇二五
  int place_by_place(const EmitField& e, const Match& m) const {
    int year = 0;
    for (uint32_t i = m.first(e.capture); i <= m.last(e.capture); ++i)
      year = 10 * year + static_cast<int>(tokens_[i].value.to_int().value_or(0));
    return year;
  }

  // 民國 114 年, or without the era's name 114 年 11 月: years counted from another one.
  int before_era(uint32_t year) const {
    const Payload* p = year > where_.first ? pack_.payload(tokens_[year - 1].entry, Cls::time_era) : nullptr;
    if (p == nullptr && tokens_[year].cls.has(bit(Cls::num_era_year)) && year + 1 < where_.last)
      p = pack_.payload(tokens_[year + 1].entry, Cls::time_era_year);
    return p == nullptr ? 0 : p->number;
  }

  TimeUnit unit(const EmitField& e, const Match& m) const {
    if (e.capture < 0) return time_unit_from(pack_.text(e.text)).value_or(TimeUnit::none);
    uint32_t entry = tokens_[m.last(e.capture)].entry;
    const Payload* p = pack_.payload(entry, Cls::time_unit);
    if (p == nullptr) p = pack_.payload(entry, Cls::time_span);  // "quarterly"
    return p == nullptr ? TimeUnit::none : time_unit_from(pack_.text(p->text)).value_or(TimeUnit::none);
  }

  Basis basis(const EmitField& e, const Match& m) const {
    if (e.capture < 0) return basis_from(pack_.text(e.text)).value_or(Basis::none);
    const Payload* p = pack_.payload(tokens_[m.last(e.capture)].entry, Cls::basis_word);
    return p == nullptr ? Basis::none : basis_from(pack_.text(p->text)).value_or(Basis::none);
  }

  int direction(const EmitField& e, const Match& m) const {
    if (e.capture < 0) return e.number;
    const ClassSet& cls = tokens_[m.last(e.capture)].cls;
    for (Cls c : {Cls::verb_rise, Cls::noun_rise, Cls::noun_growth})
      if (cls.meets(pack_.family(c))) return 1;
    for (Cls c : {Cls::verb_fall, Cls::noun_fall})
      if (cls.meets(pack_.family(c))) return -1;
    return 0;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  std::string_view text_;
  const Pack& pack_;
  TokenSeq seq_;
  Ahead ahead_;
  Pack::RuleBits possible_{};
};

}  // namespace

std::vector<Spot> find_spots(const std::vector<Token>& tokens, TokenRange where, std::string_view text,
                             const Pack& pack, Trace* trace) {
  return Spotter(tokens, where, text, pack).run(trace);
}

}  // namespace statgrep
