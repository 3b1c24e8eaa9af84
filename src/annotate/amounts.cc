// Tests: tests/unit/annotate_amounts_test.cc
#include "statgrep/annotate/amounts.h"

#include <algorithm>

#include "amount_units.h"
#include "statgrep/annotate/chunks.h"
#include "statgrep/annotate/quantities.h"
#include "statgrep/pack/plurals.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, TokenRange where, std::string_view text, const Pack& pack)
      : tokens_(tokens), where_(where), text_(text), pack_(pack) {}

  Amounts run(const std::vector<Spot>& spots) {
    Amounts out;
    for (const Spot& s : spots)
      if (!holds_length(s)) out.spots.push_back(s);
    out.quantities = find_quantities(tokens_, where_, out.spots, text_, pack_, QuantityUse::all, nullptr);
    out.chunks = make_chunks(tokens_, where_, out.spots, out.quantities, text_, pack_);
    std::erase_if(out.quantities, [this](const Quantity& q) { return names(q); });
    complete_units(tokens_, where_, text_, pack_, out.quantities);
    out.chunks = make_chunks(tokens_, where_, out.spots, out.quantities, text_, pack_);
    return out;
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }

  // "the past two years": a number of units of time inside.
  bool holds_length(const Spot& s) const {
    if (s.kind == SpotKind::trap || s.kind == SpotKind::convention) return false;
    for (uint32_t i = s.tokens.first; i + 1 < s.tokens.last; ++i) {
      if (!mark(i, Cls::num_any) || mark(i, Cls::num_year)) continue;
      const uint32_t unit = has(i + 1, Cls::status_previous) ? i + 2 : i + 1;  // "the 50 previous years"
      if (unit < s.tokens.last && has(unit, Cls::unit_time) && tokens_[unit].space_before) return true;
    }
    return false;
  }

  bool plain_digits(const Quantity& q) const {
    const Token& t = tokens_[q.number.first];
    return q.number.size() == 1 && t.shape == Shape::number && mark(q.number.first, Cls::num_int) &&
           t.span.in(text_).find(',') == std::string_view::npos;
  }

  // Nothing but an article before the number: "a 787 Dreamliner".
  bool article_at_most(const Quantity& q) const {
    for (uint32_t i = q.tokens.first; i < q.number.first; ++i)
      if (!has(i, Cls::det)) return false;
    return true;
  }

  // "Row 21", "787 Dreamliner", "Type 2 diabetes", "575 Oak Road".
  bool names(const Quantity& q) const {
    const bool pronoun = q.words && q.kind == Kind::bare && !q.partitive && q.unit.empty() &&
                         q.value.compare(Decimal::of(1)) == 0;
    if (pronoun) return true;  // "hands on one in order to"
    if (!plain_digits(q) || !article_at_most(q)) return false;
    if (q.kind == Kind::bare)
      return !q.high && q.tokens.first == q.number.first && after_noun(q.tokens.first);
    if (q.kind != Kind::count) return false;
    const uint32_t head = head_of_counted(tokens_, q.noun, pack_);
    if (is_plural(pack_, tokens_[head], text_) || tokens_[q.number.first].value.compare(Decimal::of(1)) == 0)
      return false;
    if (mark(head, Cls::word_capital)) return !has(head, Cls::noun) && !has(head, Cls::area);
    return after_noun(q.tokens.first);
  }

  // A word that can be inside a name: of no closed class and no verb.
  bool after_noun(uint32_t i) const {
    if (i == where_.first || tokens_[i - 1].shape == Shape::mark || tokens_[i - 1].shape == Shape::number)
      return false;
    if (i >= where_.first + 2 && mark(i - 1, Cls::word_capital) && mark(i - 2, Cls::word_capital))
      return true;
    for (Cls c : {Cls::verb,      Cls::prep,     Cls::det,       Cls::conj_and,   Cls::conj_or,
                  Cls::conj_but,  Cls::conj_sub, Cls::pron,      Cls::adv,        Cls::comp_any,
                  Cls::qual_over, Cls::dir,      Cls::neg,       Cls::unit,       Cls::currency,
                  Cls::prep_than, Cls::per,      Cls::time_unit, Cls::verb_modal, Cls::noun_alias})
      if (has(i - 1, c)) return false;
    return true;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  std::string_view text_;
  const Pack& pack_;
};

}  // namespace

uint32_t head_of_counted(const std::vector<Token>& tokens, TokenRange noun, const Pack& pack) {
  uint32_t head = noun.first;
  while (head + 1 < noun.last && tokens[head + 1].shape != Shape::mark &&
         !tokens[head + 1].cls.meets(pack.family(Cls::prep)))
    ++head;
  return head;
}

Amounts find_amounts(const std::vector<Token>& tokens, TokenRange where, const std::vector<Spot>& spots,
                     std::string_view text, const Pack& pack) {
  return Finder(tokens, where, text, pack).run(spots);
}

}  // namespace statgrep
