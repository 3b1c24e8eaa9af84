// Tests: tests/unit/annotate_quantities_test.cc
#include "ranges.h"

#include <algorithm>

#include "statgrep/annotate/numbers.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Joiner {
 public:
  Joiner(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, bool from_to,
         std::vector<Quantity>& quantities)
      : tokens_(tokens), where_(where), pack_(pack), from_to_(from_to), out_(quantities) {}

  void run() {
    if (from_to_) from_to();
    ranges();
    share_units();
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }
  bool joined(uint32_t i) const { return i < where_.last && !tokens_[i].space_before; }

  // "from $160 to $180 to $200": each goal is where the next step begins. Four
  // are a range that becomes another: "from 5 to 7 percent to 3 to 5 percent".
  void from_to() {
    bool chain = false;
    for (size_t i = 0; i + 1 < out_.size(); ++i) {
      chain = (chain || back_is(out_[i], Cls::prep_from)) && goes_to(out_[i], out_[i + 1]);
      if (!chain) continue;
      const bool more = i + 2 < out_.size() && goes_to(out_[i + 1], out_[i + 2]) &&
                        !(i + 3 < out_.size() && goes_to(out_[i + 2], out_[i + 3]));
      const Quantity goal = out_[i + 1];
      adopt(out_[i], goal);
      out_[i].high = goal.value;
      out_[i].qualifier = Qualifier::none;
      out_[i].text = {out_[i].text.begin, goal.text.end};
      if (more) continue;
      out_[i].tokens.last = goal.tokens.last;
      if (out_[i].minor.size() == 0) out_[i].minor = goal.minor;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      chain = false;
    }
  }

  bool goes_to(const Quantity& a, const Quantity& b) const {
    constexpr uint32_t kReach = 6;  // "from 36,040 late last night to 34,935"
    if (a.high || b.high || b.tokens.first <= a.tokens.last || b.tokens.first - a.tokens.last > kReach)
      return false;
    if (a.kind != b.kind && !a.unit.empty() && !b.unit.empty()) return false;
    if (!has(b.tokens.first - 1, Cls::prep_to)) return false;
    for (uint32_t i = a.tokens.last; i + 1 < b.tokens.first; ++i)
      if (has(i, Cls::verb) || has(i, Cls::conj_and) || tokens_[i].shape == Shape::mark) return false;
    return true;
  }

  // "between 2.4 and 3.1 percent", "$4-5 billion", "6% to 8%".
  void ranges() {
    for (size_t i = 0; i + 1 < out_.size(); ++i) {
      Quantity& a = out_[i];
      const Quantity& b = out_[i + 1];
      if (levels(a, b)) adopt(a, b);
      if (!is_range(a, b)) continue;
      bool between = back_is(a, Cls::prep_between);
      adopt(a, b);
      a.high = b.value;
      if (a.value.compare(*a.high) > 0) std::swap(a.value, *a.high);
      a.text = {a.text.begin, b.text.end};
      a.tokens.last = b.tokens.last;
      if (a.minor.size() == 0) a.minor = b.minor;
      if (between) --a.tokens.first;
      a.integer = a.integer && b.integer;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  bool back_is(const Quantity& q, Cls c) const {
    return q.tokens.first > where_.first && has(q.tokens.first - 1, c);
  }

  bool is_range(const Quantity& a, const Quantity& b) const {
    const bool minor = a.unit.empty() && !a.scaled;  // "35 to 45 cents": both are
    const Decimal low = minor ? a.value.shifted(b.unit_shift) : a.value;
    if (a.high || b.high || low.compare(b.value) >= 0) return false;
    if (b.tokens.first < a.tokens.last) return false;
    uint32_t gap = b.tokens.first - a.tokens.last;
    if (!a.unit.empty() && !b.unit.empty() && a.unit != b.unit) return false;
    uint32_t at = a.tokens.last;
    // "up by 9,000 to 5.7 million": written out, it has no scale to share
    if (a.unit.empty() && !a.scaled && b.scaled && has(at, Cls::prep_to) &&
        a.value.compare(Decimal::of(1000)) >= 0)
      return false;
    // "up by 12,000 to 268,000": how much, and what it came to
    if (a.unit.empty() && back_is(a, Cls::prep_by) && has(at, Cls::prep_to) &&
        a.value.compare(Decimal::of(1000)) >= 0 && b.value.compare(a.value.times(Decimal::of(5))) > 0)
      return false;
    // "raised the rate by 1/4 to 14 percent"
    if (a.unit.empty() && back_is(a, Cls::prep_by) && has(at, Cls::prep_to) &&
        a.value.compare(Decimal::of(1)) < 0 && b.value.compare(Decimal::of(1)) > 0)
      return false;
    // "cut its staff by 900 to 4,100"
    if (a.unit.empty() && b.unit.empty() && back_is(a, Cls::prep_by) && has(at, Cls::prep_to) &&
        b.value.compare(a.value.times(Decimal::of(3))) > 0)
      return false;
    // "cut its price one dollar to 16.00": a range names its unit with the second
    if (a.kind == Kind::money && b.unit.empty() && !b.scaled && a.tokens.last > a.number.last &&
        has(at, Cls::prep_to))
      return false;
    // "the rise was 1.1 percent to 251", "2 percent or 9,400 fewer": a percentage and an amount
    if (a.kind == Kind::percent && b.unit.empty() && (has(at, Cls::prep_to) || has(at, Cls::conj_or)))
      return false;
    if (back_is(a, Cls::prep_between)) return gap == 1 && (has(at, Cls::conj_and) || has(at, Cls::num_range));
    // "an increase of 300 mln to 86.6 billion": how much, and what it came to
    if (has(at, Cls::prep_to) && a.scaled && b.scaled && b.value.compare(a.value.times(Decimal::of(50))) > 0)
      return false;
    if (back_is(a, Cls::prep_from) && gap == 1 && !joined(at)) return false;
    bool hyphens = mark(at, Cls::punct_hyphen) && joined(at);
    if (gap == 3) return hyphens && has(at + 1, Cls::num_range);
    if (gap != 1) return false;
    if (hyphens || (mark(at, Cls::punct_dash) && b.unit == a.unit)) return true;
    bool loose = from_to_ && a.unit.empty() && !b.unit.empty();  // "25 – 40 min"
    if (mark(at, Cls::punct_dash)) return loose || (joined(at) && joined(at + 1));
    if (from_to_ && has(at, Cls::conj_or))
      return a.unit.empty() && b.kind == Kind::time && next_to(a, b);  // "8 or $9" are two amounts
    // "rose 3 to 5" is a change and a level where both have units.
    return has(at, Cls::num_range) &&
           (!moves(a) || scale_shared(a, b) ||
            (a.unit.empty() && (b.kind == Kind::percent || b.kind == Kind::points)));
  }

  // "down one to five million": as many millions, not one
  bool scale_shared(const Quantity& a, const Quantity& b) const {
    if (!a.unit.empty() || a.scaled || !b.scaled || b.unit.empty()) return false;
    const std::optional<Number> n = read_number(tokens_, b.number.first, b.number.last, pack_);
    constexpr int kFew = 100;
    return n && a.value.compare(Decimal::of(kFew)) < 0 && a.value.compare(b.value.shifted(-n->scale)) < 0;
  }

  // "three or four years": one more in the last place
  static bool next_to(const Quantity& a, const Quantity& b) {
    if (a.scaled != b.scaled || a.value.exponent() != b.value.exponent()) return false;
    return b.value.mantissa() - a.value.mantissa() == 1;
  }

  // "from 2.4 to 3.1 percent": two levels, the unit stands with the second.
  bool levels(const Quantity& a, const Quantity& b) const {
    return !from_to_ && a.unit.empty() && a.kind == Kind::bare && !b.unit.empty() &&
           back_is(a, Cls::prep_from) && b.tokens.first == a.tokens.last + 1 &&
           has(a.tokens.last, Cls::num_range);
  }

  bool moves(const Quantity& a) const {
    uint32_t at = a.tokens.first;
    if (at > where_.first && has(at - 1, Cls::prep_by)) --at;
    if (at == where_.first) return false;
    // "expected to decline 2 % to 4 %" is how far
    const bool goal = at >= where_.first + 2 && (has(at - 2, Cls::prep_to) || has(at - 2, Cls::verb_project));
    if (goal && a.kind == Kind::percent) return false;
    // "up by 23 to 784" is how far and where to
    return has(at - 1, Cls::verb_rise) || has(at - 1, Cls::verb_fall) || has(at - 1, Cls::dir_up) ||
           has(at - 1, Cls::dir_down);
  }

  // "449.6 million dollars, or 7.42 per share": of the same currency.
  void share_currency() {
    for (size_t i = 1; i < out_.size(); ++i) {
      Quantity& b = out_[i];
      const Quantity& a = out_[i - 1];
      const uint32_t last = b.tokens.last - 1;
      if (a.kind != Kind::money || b.kind != Kind::physical || b.scaled || b.number.last != last) continue;
      if (!has(last, Cls::unit_share) || !has(b.tokens.first - 1, Cls::conj_or)) continue;
      b.kind = Kind::money;
      b.per = b.unit;
      b.unit = a.unit;
    }
  }

  // A unit or scale that the last of several numbers carries for all.
  void share_units() {
    bool chain = false;  // an "and" closes the list
    for (size_t i = out_.size(); i-- > 1;) {
      Quantity& a = out_[i - 1];
      const Quantity& b = out_[i];
      bool conj = b.tokens.first > 0 &&
                  (has(b.tokens.first - 1, Cls::conj_and) || has(b.tokens.first - 1, Cls::conj_or));
      chain = listed(a, b) && (conj || chain);
      if (!chain || !a.unit.empty() || b.unit.empty() || compared(a, b)) continue;
      if (!restated(a, b))
        adopt(a, b);
      else if (b.kind == Kind::money && a.kind == Kind::bare)
        a.kind = Kind::money, a.unit = b.unit;  // "a loss of 553,000 or 11 cents a share"
    }
  }

  // "up from a value of 127.4 and 5.8 percent higher than in May"
  bool compared(const Quantity& a, const Quantity& b) const {
    const uint32_t next = b.tokens.last;
    return b.kind == Kind::percent && back_is(a, Cls::prep_of) &&
           (has(next, Cls::comp_higher) || has(next, Cls::comp_lower));
  }

  // "fell 210,000 or 1.5 percent": the same in other terms.
  bool restated(const Quantity& a, const Quantity& b) const {
    constexpr int kFar = 1000;  // "a loss of 553,000 or 11 cents a share", "of 2,505,978, or 1.25 a share"
    const bool each =
        b.kind == Kind::money && !b.scaled && a.value.compare(b.value.abs().times(Decimal::of(kFar))) >= 0;
    const bool other = b.kind == Kind::percent || b.unit_shift < 0 || each;
    return other && a.value.compare(Decimal::of(100)) >= 0 && has(b.tokens.first - 1, Cls::conj_or);
  }

  bool listed(const Quantity& a, const Quantity& b) const {
    for (uint32_t i = a.tokens.last; i < b.tokens.first; ++i)
      if (!mark(i, Cls::punct_comma) && !has(i, Cls::conj_and) && !has(i, Cls::conj_or)) return false;
    return b.tokens.first > a.tokens.last && b.tokens.first - a.tokens.last <= 2;
  }

  void adopt(Quantity& a, const Quantity& b) const {
    if (!a.scaled && b.scaled) {
      std::optional<Number> n = read_number(tokens_, b.number.first, b.number.last, pack_);
      // "$10 to $15 billion", but "$200 to $4 million"
      const bool shared = a.unit.empty() || (n && a.value.compare(b.value.shifted(-n->scale)) < 0);
      if (n && shared && a.value.abs().compare(Decimal::of(1000)) < 0)
        a.value = a.value.shifted(n->scale), a.scaled = true;
    }
    if (a.unit.empty()) {
      if (!a.scaled) a.value = a.value.shifted(b.unit_shift);
      a.unit_shift = b.unit_shift;
      a.unit = b.unit;
      a.kind = b.kind;
    }
    if (a.per.empty()) a.per = b.per, a.exchange = b.exchange;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const Pack& pack_;
  bool from_to_;
  std::vector<Quantity>& out_;
};

}  // namespace

void join_ranges(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, bool from_to,
                 std::vector<Quantity>& quantities) {
  Joiner(tokens, where, pack, from_to, quantities).run();
}

bool begins_measured_range(const std::vector<Token>& tokens, TokenRange where, const Pack& pack,
                           uint32_t at) {
  if (at + 3 >= where.last) return false;
  const auto has = [&](uint32_t i, Cls c) { return tokens[i].cls.meets(pack.family(c)); };
  const Token& low = tokens[at];
  const Token& high = tokens[at + 2];
  if (low.shape != Shape::number || high.shape != Shape::number) return false;
  if (low.value.compare(high.value) >= 0 && !high.cls.has(bit(Cls::num_year))) return false;
  const bool range =
      has(at + 1, Cls::punct_hyphen) || has(at + 1, Cls::punct_dash) || has(at + 1, Cls::num_range);
  const bool unit = has(at + 3, Cls::unit) || has(at + 3, Cls::currency);
  const bool word = tokens[at + 3].shape == Shape::word && tokens[at + 3].span.size() > 1;
  return range && unit && word && !has(at + 3, Cls::unit_time);
}

}  // namespace statgrep
