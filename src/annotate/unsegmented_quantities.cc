// Tests: tests/unit/annotate_unsegmented_test.cc
#include "unsegmented_quantities.h"

#include "multiplied_numbers.h"
#include "unsegmented_words.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Finder {
 public:
  explicit Finder(const Stretch& s) : s_(s) {}

  std::vector<Quantity> run() {
    for (uint32_t i = s_.where.first; i < s_.where.last;) {
      if (const Spot* spot = s_.spot_at(i)) {
        i = s_.free = spot->tokens.last;
        continue;
      }
      if (std::optional<Quantity> q = read(i)) {
        out_.push_back(*q);
        i = s_.free = q->tokens.last;
      } else {
        i = std::max(skip_to_, i + 1);
      }
    }
    share_units();
    join_ranges();
    return std::move(out_);
  }

 private:
  const Payload* payload(uint32_t i, Cls c) const {
    return s_.has(i, c) ? s_.pack.payload(s_.tokens[i].entry, c) : nullptr;
  }
  std::string_view words(uint32_t i) const { return s_.tokens[i].span.in(s_.text); }
  bool free(uint32_t i) const { return i >= s_.free && i < s_.where.last; }

  std::optional<Quantity> read(uint32_t at) {
    skip_to_ = at + 1;
    const std::optional<Number> n = read_multiplied_number(s_.tokens, at, s_.free_until(at), s_.pack);
    if (!n) return std::nullopt;
    skip_to_ = n->tokens.last;
    Quantity q;
    q.number = q.tokens = n->tokens;
    q.value = n->value;
    q.words = n->words;
    q.scaled = n->scaled;
    q.integer = q.value.is_integer();
    if (n->odd) q.qualifier = Qualifier::over;
    if (n->fraction) {
      q.value = q.value.shifted(2);
      q.unit = "%";
      q.kind = Kind::fraction;
    } else {
      sign_of_currency(q);
      if (q.kind != Kind::money) unit(q);
      if (q.kind != Kind::count) divisor_behind(q);
    }
    if (s_.has(at, Cls::num_nth)) return rank(q, at);
    if (at > s_.where.first && free(at - 1) && s_.has(at - 1, Cls::num_nth)) return rank(q, at - 1);
    if (q.kind == Kind::money || q.kind == Kind::bare) named_currency(q);
    if (q.kind == Kind::time && at > s_.where.first && s_.has(at - 1, Cls::trap_before)) return std::nullopt;
    if (q.kind == Kind::bare && (names(q) || of_name(q.tokens.last))) return std::nullopt;
    if (q.kind == Kind::count && q.words && q.value.compare(Decimal::of(1)) == 0) return std::nullopt;
    q.text = cover(s_.tokens[q.number.first].span, s_.tokens[q.tokens.last - 1].span);
    divisor_before(q);
    exchanged(q);
    sign(q);
    qualifiers(q);
    if (q.per.empty()) divisor_before(q);
    return q;
  }

  // A number in words that counts nothing, digits that begin a name, ended by no unit.
  bool names(const Quantity& q) const {
    if (q.words && !q.scaled) return true;
    if (q.integer && q.tokens.first > s_.where.first && in_letters(q.tokens.first - 1))
      return true;  // iPhone 16
    return q.tokens.last < s_.where.last && nominal_at(s_.tokens, q.tokens.last, s_.where.last, s_.pack) &&
           s_.spot_at(q.tokens.last) == nullptr;
  }

  bool in_letters(uint32_t i) const {
    const Token& t = s_.tokens[i];
    const auto first = static_cast<unsigned char>(s_.text[t.span.begin]);
    return (t.shape == Shape::word || t.shape == Shape::mixed) && first < 0x80;
  }

  // 25 至 44 | 岁: what follows makes a name of the number, or of its range.
  bool of_name(uint32_t at) const {
    if (at >= s_.where.last) return false;
    if (s_.has(at, Cls::trap_after)) return true;
    const bool range =
        s_.has(at, Cls::num_range) || s_.mark(at, Cls::punct_dash) || s_.mark(at, Cls::punct_hyphen);
    return range && at + 2 < s_.where.last && s_.tokens[at + 1].shape == Shape::number &&
           s_.has(at + 2, Cls::trap_after);
  }

  // 新台币 38.62 亿 元, 港币 5000 万: the currency by name before the number.
  void named_currency(Quantity& q) const {
    const uint32_t at = q.tokens.first;
    if (at == s_.where.first || !free(at - 1)) return;
    const Payload* p = payload(at - 1, Cls::currency);
    if (p == nullptr || payload(at - 1, Cls::currency_area_word) != nullptr) return;
    if (q.kind == Kind::money && payload(q.tokens.last - 1, Cls::currency_area_word) == nullptr) return;
    q.kind = Kind::money;
    q.unit = s_.pack.text(p->text);
    q.tokens.first = at - 1;
  }

  // 第 3, 首位
  Quantity rank(Quantity q, uint32_t first) const {
    q.kind = Kind::bare;
    q.unit = "1";
    q.noun = {};
    q.tokens.first = first;
    q.text = cover(s_.tokens[q.tokens.first].span, s_.tokens[q.tokens.last - 1].span);
    return q;
  }

  void sign_of_currency(Quantity& q) {
    const uint32_t at = q.tokens.first;
    if (at == s_.where.first || !free(at - 1)) return;
    const Payload* p = payload(at - 1, Cls::currency_sign);
    if (p == nullptr) return;
    q.kind = Kind::money;
    q.unit = s_.pack.text(p->text);
    q.tokens.first = at - 1;
  }

  void unit(Quantity& q) const {
    static constexpr struct {
      Cls cls;
      Kind kind;
    } kUnits[] = {{Cls::currency, Kind::money},
                  {Cls::unit_time, Kind::time},
                  {Cls::unit_times, Kind::times},
                  {Cls::unit_point, Kind::index_points},
                  {Cls::unit, Kind::physical}};
    const uint32_t at = q.tokens.last;
    if (at >= s_.free_until(q.number.first)) return;
    for (const auto& u : kUnits) {
      const Payload* p = payload(at, u.cls);
      if (p == nullptr) continue;
      const std::string_view code = s_.pack.text(p->text);
      q.kind = code == "%" ? Kind::percent : code == "pp" || code == "bp" ? Kind::points : u.kind;
      q.unit = code;
      if (u.kind == Kind::money || u.kind == Kind::physical) q.value = q.value.shifted(p->number);
      q.tokens.last = at + 1;
      return;
    }
    if (s_.has(at, Cls::classifier)) count(q, at);
  }

  // What is counted follows the classifier; a general one leaves the unit to it.
  void count(Quantity& q, uint32_t at) const {
    const Payload* general = payload(at, Cls::classifier);
    q.kind = Kind::count;
    q.tokens.last = at + 1;
    uint32_t end = at + 1;
    const uint32_t limit = s_.free_until(at + 1);
    while (end < limit && nominal_at(s_.tokens, end, limit, s_.pack) && !s_.has(end, Cls::attributive) &&
           !s_.has(end, Cls::postposition))
      ++end;
    if (end > at + 1) q.noun = {at + 1, end};
    q.unit = general != nullptr && q.noun.size() > 0 ? std::string_view() : words(at);
  }

  // "元/吨"
  void divisor_behind(Quantity& q) const {
    const uint32_t at = q.tokens.last;
    if (!s_.mark(at, Cls::punct_slash)) return;
    const std::string_view per = measured_by(at + 1);
    if (per.empty()) return;
    q.per = per;
    q.tokens.last = at + 2;
  }

  // 每 吨 4316 元
  void divisor_before(Quantity& q) {
    const uint32_t at = q.tokens.first;
    if (at < s_.where.first + 2 || !free(at - 2) || !s_.has(at - 2, Cls::per)) return;
    const std::string_view per = measured_by(at - 1);
    if (per.empty()) return;
    q.per = per;
    q.tokens.first = at - 2;
  }

  std::string_view measured_by(uint32_t i) const {
    for (const Cls c : {Cls::unit_share, Cls::unit, Cls::unit_time, Cls::time_unit, Cls::currency})
      if (const Payload* p = payload(i, c)) return s_.pack.text(p->text);
    return s_.has(i, Cls::classifier) ? words(i) : std::string_view();
  }

  // 1 美元 兑 7.095 元: one of a currency in another.
  void exchanged(Quantity& q) {
    if (out_.empty() || q.kind != Kind::money) return;
    const Quantity& one = out_.back();
    const bool joined = one.kind == Kind::money && q.tokens.first == one.tokens.last + 1 &&
                        s_.has(one.tokens.last, Cls::num_ratio);
    if (!joined) return;
    q.per = one.unit;
    q.exchange = true;
    q.tokens.first = one.tokens.first;
    if (one.value.compare(Decimal::of(100)) == 0) q.value = q.value.shifted(-2);
    out_.pop_back();
  }

  void sign(Quantity& q) const {
    uint32_t at = q.tokens.first;
    if (at <= s_.where.first || !free(at - 1)) return;
    const bool after_number =
        at - 1 == s_.free && s_.free > s_.where.first && !out_.empty() && out_.back().tokens.last == s_.free;
    const bool minus = s_.mark(at - 1, Cls::punct_minus) || s_.mark(at - 1, Cls::punct_hyphen);
    if ((minus && !after_number) || s_.has(at - 1, Cls::num_minus)) {
      q.value = q.value.negated();
      q.signed_number = true;
      --q.tokens.first;
    } else if (s_.mark(at - 1, Cls::punct_plus)) {
      q.signed_number = true;
      --q.tokens.first;
    } else {
      return;
    }
    q.text = cover(s_.tokens[q.tokens.first].span, q.text);
  }

  void qualifiers(Quantity& q) const {
    static constexpr struct {
      Cls before, after;
      Qualifier name;
    } kAll[] = {{Cls::qual_approx, Cls::qual_after_approx, Qualifier::approx},
                {Cls::qual_over, Cls::qual_after_over, Qualifier::over},
                {Cls::qual_under, Cls::qual_after_neutral, Qualifier::under},
                {Cls::qual_at_least, Cls::qual_after_at_least, Qualifier::at_least},
                {Cls::qual_at_most, Cls::qual_after_at_most, Qualifier::at_most}};
    while (q.tokens.first > s_.where.first && free(q.tokens.first - 1)) {
      Qualifier said = Qualifier::none;
      for (const auto& k : kAll)
        if (s_.has(q.tokens.first - 1, k.before)) said = k.name;
      if (said == Qualifier::none || states(q, q.tokens.first - 1)) break;
      if (q.qualifier == Qualifier::none) q.qualifier = said;
      --q.tokens.first;
    }
    if (q.qualifier == Qualifier::none && q.tokens.first > s_.where.first && free(q.tokens.first - 1))
      if (const Payload* p = payload(q.tokens.first - 1, Cls::verb_level))
        q.qualifier = qualifier_from(s_.pack.text(p->text)).value_or(Qualifier::none);
    const uint32_t behind = q.noun.size() > 0 ? q.tokens.last : s_.where.last;
    const uint32_t at = std::min(q.tokens.last, behind);
    if (at >= s_.free_until(q.number.first)) return;
    for (const auto& k : kAll)
      if (s_.has(at, k.after) && k.name != Qualifier::under) {
        q.qualifier = k.name;
        q.tokens.last = at + 1;
        return;
      }
  }

  // "，超过 500 万 辆": a word that also states, alone before the figure, is the clause's verb.
  bool states(const Quantity& q, uint32_t i) const {
    const bool goes_on =
        q.tokens.last < s_.where.last && nominal_at(s_.tokens, q.tokens.last, s_.where.last, s_.pack);
    if (!s_.has(i, Cls::verb_level) || goes_on) return false;  // "，超七成 企业" is a subject
    while (i > s_.where.first && s_.has(i - 1, Cls::adv)) --i;
    return i == s_.where.first || s_.mark(i - 1, Cls::punct_comma) || s_.mark(i - 1, Cls::punct_semicolon);
  }

  bool listed(const Quantity& a, const Quantity& b) const {
    const uint32_t at = a.tokens.last;
    if (b.tokens.first != at + 1) return false;
    return s_.has(at, Cls::conj_and) || s_.mark(at, Cls::punct_list);
  }
  // 下降 0.1 个 和 上升 1.6 个百分点
  bool moved(const Quantity& a, const Quantity& b) const {
    const uint32_t at = a.tokens.last;
    if (b.tokens.first != at + 2 || a.kind != Kind::count || a.noun.size() > 0) return false;
    if (!s_.has(at, Cls::conj_and) && !s_.mark(at, Cls::punct_list)) return false;
    return s_.has(at + 1, Cls::verb) || s_.has(at + 1, Cls::comp_any);
  }
  bool ranged(const Quantity& a, const Quantity& b) const {
    const uint32_t at = a.tokens.last;
    if (b.tokens.first != at + 1) return false;
    return s_.has(at, Cls::num_range) || s_.mark(at, Cls::punct_dash) || s_.mark(at, Cls::punct_hyphen) ||
           s_.mark(at, Cls::punct_minus);
  }

  // 0.3 个 和 4.3 个百分点; 1.2、0.9 万 吨
  void share_units() {
    for (size_t i = out_.size(); i-- > 1;) {
      Quantity& a = out_[i - 1];
      const Quantity& b = out_[i];
      if (!listed(a, b) && !ranged(a, b) && !moved(a, b)) continue;
      const bool open = a.kind == Kind::bare || (a.kind == Kind::count && a.noun.size() == 0 &&
                                                 payload(a.tokens.last - 1, Cls::classifier) != nullptr);
      if (!open || b.kind == Kind::bare || b.kind == Kind::fraction) continue;
      if (!a.scaled && b.scaled && a.kind == Kind::bare)
        if (const auto n = read_multiplied_number(s_.tokens, b.number.first, b.number.last, s_.pack))
          a.value = a.value.shifted(n->scale), a.scaled = true;
      a.kind = b.kind;
      a.unit = b.unit;
      a.per = b.per;
      a.noun = b.noun;
    }
  }

  // 减少 3400 人 至 365 万 人: moved by so much, to many times as much.
  bool moved_to(const Quantity& by, const Quantity& to) const {
    const uint32_t at = by.tokens.first;
    const bool moves =
        at > s_.where.first && (s_.has(at - 1, Cls::verb_rise) || s_.has(at - 1, Cls::verb_fall));
    return moves && by.value.shifted(1).compare(to.value) < 0;
  }

  // 27 亿 元 至 29 亿 元; 15 % — 22 %
  void join_ranges() {
    std::vector<Quantity> kept;
    for (const Quantity& q : out_) {
      const bool high = !kept.empty() && !kept.back().high && ranged(kept.back(), q) &&
                        kept.back().kind == q.kind && kept.back().unit == q.unit &&
                        kept.back().value.compare(q.value) < 0 && !moved_to(kept.back(), q);
      if (!high) {
        kept.push_back(q);
        continue;
      }
      Quantity& low = kept.back();
      low.high = q.value;
      low.tokens.last = q.tokens.last;
      low.text = cover(low.text, q.text);
      if (low.qualifier == Qualifier::none) low.qualifier = q.qualifier;
    }
    out_ = std::move(kept);
  }

  Stretch s_;
  uint32_t skip_to_ = 0;
  std::vector<Quantity> out_;
};

}  // namespace

std::vector<Quantity> find_unsegmented_quantities(const Stretch& stretch) {
  return Finder(stretch).run();
}

}  // namespace statgrep
