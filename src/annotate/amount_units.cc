// Tests: tests/unit/annotate_amounts_test.cc
#include "amount_units.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Completer {
 public:
  Completer(const std::vector<Token>& tokens, TokenRange where, std::string_view text, const Pack& pack,
            std::vector<Quantity>& quantities)
      : tokens_(tokens), where_(where), text_(text), pack_(pack), out_(quantities) {}

  void run() {
    for (size_t i = 0; i < out_.size(); ++i) {
      Quantity& q = out_[i];
      if (q.kind == Kind::count) narrow(q);
      if (q.kind == Kind::index_points) q.noun = {q.tokens.last - 1, q.tokens.last};
      if (q.kind == Kind::bare && q.unit.empty() && !q.signed_number)
        partitive(q, i) || noun_ahead(q, i) || age(q) || alike(q, i) || beside(q, i) || years(q);
    }
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }

  bool plural(uint32_t i) const {
    if (i >= where_.last || tokens_[i].shape != Shape::word || tokens_[i].span.size() < 3) return false;
    return is_plural(pack_, tokens_[i], text_);
  }

  void count(Quantity& q, TokenRange noun) const {
    q.kind = Kind::count;
    q.noun = noun;
    q.tokens.last = std::max(q.tokens.last, noun.last);
    q.text = cover(q.text, tokens_[noun.last - 1].span);
  }

  // "five slots available", "50 years worth of": the head is the last plural.
  void narrow(Quantity& q) const {
    const bool several = q.partitive || q.high || q.value.compare(Decimal::of(1)) != 0;
    if (!several) return;
    uint32_t end = q.noun.first;
    uint32_t head = kNone;
    for (; end < q.noun.last && !has(end, Cls::prep) && tokens_[end].shape != Shape::mark; ++end)
      if (plural(end)) head = end;
    if (head == kNone) head = plural_ahead(end, q.noun.first, q.partitive);
    if (head == kNone && end - q.noun.first == 2 && !q.words) {  // "a 12 page document": so many pages
      q.text.end = tokens_[q.noun.first].span.begin;
      return count(q, {q.noun.first, q.noun.first + 1});
    }
    if (head == kNone || head + 1 == end) return;
    q.text.end = tokens_[q.noun.first].span.begin;
    count(q, {q.noun.first, head + 1});
  }

  // The last word of a plural phrase that begins at `at`, or kNone. `certain`:
  // a plural must come, so that a verb's form is one ("one of the oldest clocks").
  uint32_t plural_ahead(uint32_t at, uint32_t first, bool certain = false) const {
    constexpr uint32_t kReach = 7;
    for (uint32_t i = at; i < where_.last && i < at + kReach; ++i) {
      if (tokens_[i].shape == Shape::mark || tokens_[i].shape == Shape::number || closes(i)) return kNone;
      const bool verb_only = has(i, Cls::verb) && !has(i, Cls::noun);
      if (plural(i) && (!verb_only || i == first || certain)) {
        while (plural(i + 1) && !has(i + 1, Cls::verb)) ++i;
        return i;
      }
      if (verb_only && !has(i, Cls::verb_amb) && !has(i, Cls::verb_part)) return kNone;
    }
    return kNone;
  }

  bool closes(uint32_t i) const {
    for (Cls c : {Cls::prep, Cls::conj_and, Cls::conj_or, Cls::conj_but, Cls::conj_sub, Cls::pron_it,
                  Cls::pron_person, Cls::pron_rel, Cls::pron_that, Cls::det_def, Cls::det_poss, Cls::verb_be,
                  Cls::verb_have, Cls::verb_modal, Cls::comp_any})
      if (has(i, c)) return true;
    return false;
  }

  // "two of Mary's deputies", "45 of its shops"
  bool partitive(Quantity& q, size_t index) const {
    uint32_t at = q.tokens.last;
    if (!q.partitive) {
      if (!has(at, Cls::prep_of) || !q.integer) return false;
      ++at;
    }
    while (has(at, Cls::det)) ++at;
    const uint32_t head = free_until(index) > at ? plural_ahead(at, at) : kNone;
    if (head == kNone) return false;
    count(q, {at, head + 1});
    return true;
  }

  uint32_t free_until(size_t index) const {
    return index + 1 < out_.size() ? out_[index + 1].tokens.first : where_.last;
  }

  // "3.7 rebounds", "eight other employees", "2.9 million 9 litre cases"
  bool noun_ahead(Quantity& q, size_t index) const {
    uint32_t at = q.tokens.last;
    const bool over = index + 1 < out_.size() && out_[index + 1].tokens.first == at &&
                      out_[index + 1].kind == Kind::physical;
    if (over) at = out_[index + 1].tokens.last;
    if (at >= where_.last || tokens_[at].shape == Shape::mark) return false;
    const uint32_t head = plural_ahead(at, at);
    if (head == kNone || (!over && head >= free_until(index))) return false;
    q.kind = Kind::count;
    q.noun = {at, head + 1};
    if (!over) count(q, q.noun);
    return true;
  }

  // "He will be 35", "she is now 40": a person's number.
  bool age(Quantity& q) const {
    if (!q.integer || q.value.compare(Decimal::of(120)) > 0 || q.tokens.first < where_.first + 2)
      return false;
    uint32_t at = q.tokens.first - 1;
    while (at > where_.first && has(at, Cls::adv)) --at;
    if (!has(at, Cls::verb_be)) return false;
    while (at > where_.first && (has(at, Cls::verb_be) || has(at, Cls::verb_modal) || has(at, Cls::adv)))
      --at;
    if (!has(at, Cls::pron_person)) return false;
    q.kind = Kind::time;
    q.unit = name_of(TimeUnit::year);
    return true;
  }

  // "life expectancy is around 73"
  bool years(Quantity& q) const {
    for (uint32_t i = q.tokens.first; i-- > where_.first;)
      if (has(i, Cls::noun_years)) {
        q.kind = Kind::time;
        q.unit = name_of(TimeUnit::year);
        return true;
      }
    return false;
  }

  // "The highest is 84.75 cents, the lowest 74.07": of about the size of an
  // amount before, and too precise or too large for a number of things.
  bool alike(Quantity& q, size_t index) const {
    constexpr int kMany = 10000, kTimes = 3;
    if (q.integer && q.value.abs().compare(Decimal::of(kMany)) < 0) return false;
    const auto like = [&](const Quantity& p) {
      const Decimal printed = p.value.shifted(-p.unit_shift);  // 84.75 of "84.75 cents"
      return printed.compare(q.value.times(Decimal::of(kTimes))) <= 0 &&
             q.value.compare(printed.times(Decimal::of(kTimes))) <= 0;
    };
    for (size_t i = index; i-- > 0;)
      if (const Quantity& p = out_[i]; (p.kind == Kind::money || p.kind == Kind::index_points) && like(p))
        return take(q, p);
    if (const size_t next = index + 1; q.integer && next < out_.size() && out_[next].kind == Kind::count)
      return like(out_[next]) && take(q, out_[next]);  // "2,483,805, while it had 1,385,710 strikes"
    return false;
  }

  static bool take(Quantity& q, const Quantity& p) {
    q.kind = p.kind;
    q.unit = p.unit;
    q.per = p.per;
    q.noun = p.noun;
    q.unit_shift = p.unit_shift;
    q.value = q.value.shifted(p.unit_shift);
    q.minor = p.minor;
    return true;
  }

  // A number set beside an amount is of its kind: "compared with 63 last
  // year", "to 4,577.10 from", "and 187 by tender".
  bool beside(Quantity& q, size_t index) const {
    if (index == 0 || q.tokens.first <= where_.first) return false;
    const Quantity& p = out_[index - 1];
    if (p.kind == Kind::bare || p.kind == Kind::times || p.kind == Kind::fraction) return false;
    const uint32_t before = q.tokens.first - 1;
    const bool compared = has(before, Cls::comp_any) || has(before, Cls::conj_and);
    const bool reached = has(before, Cls::prep_to) && p.kind != Kind::percent && p.kind != Kind::points &&
                         p.kind != Kind::money;
    const bool parallel = has(before, Cls::prep_by) && p.tokens.first > where_.first &&
                          has(p.tokens.first - 1, Cls::prep_by);  // "by 2 percent and Y by 1"
    if (!compared && !reached && !parallel) return false;
    if (p.kind == Kind::time) return false;
    q.kind = p.kind;
    q.unit = p.unit;
    q.per = p.per;
    q.noun = p.noun;
    return true;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  std::string_view text_;
  const Pack& pack_;
  std::vector<Quantity>& out_;
};

}  // namespace

void complete_units(const std::vector<Token>& tokens, TokenRange where, std::string_view text,
                    const Pack& pack, std::vector<Quantity>& quantities) {
  Completer(tokens, where, text, pack, quantities).run();
}

}  // namespace statgrep
