// Tests: tests/unit/annotate_amounts_test.cc
#include "statgrep/annotate/directions.h"

namespace statgrep {
namespace {

class Directions {
 public:
  Directions(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, const Amounts& amounts)
      : tokens_(tokens), where_(where), pack_(pack), amounts_(amounts) {}

  int of(size_t index) const {
    const Quantity& q = amounts_.quantities[index];
    if (q.signed_number && q.value.is_negative()) return -1;
    if (index > 0 && restates(index)) return of(index - 1);
    bool distance = false;  // "grew by 500 jobs" moves the subject
    for (uint32_t i = q.tokens.first; i-- > where_.first;) {
      if (i > where_.first && has(i - 1, Cls::det) && !has(i, Cls::dir))
        return 0;                                      // "a tapered 14 gauge tip"
      if (q.high && has(i, Cls::prep_from)) return 0;  // from a level to a level
      distance = distance || has(i, Cls::prep_by);
      const bool object = has(i, Cls::verb_rise_trans) || has(i, Cls::verb_fall_trans);
      if (object && !distance && things(q)) return 0;
      if (has(i, Cls::verb_rise) || has(i, Cls::dir_up)) return 1;
      if (has(i, Cls::verb_fall) || has(i, Cls::dir_down)) return -1;
      if (!passes(i)) return 0;
    }
    return 0;
  }

 private:
  bool has(uint32_t i, Cls c) const { return tokens_[i].cls.meets(pack_.family(c)); }

  // "added ten users", "shaved 10 seconds": the verb has things for its object.
  static bool things(const Quantity& q) {
    return q.kind == Quantity::Kind::count || q.kind == Quantity::Kind::time ||
           q.kind == Quantity::Kind::physical;
  }

  // Between a verb and how far it went: "rose by just 3 %", "fell further from".
  bool passes(uint32_t i) const {
    for (Cls c : {Cls::adv, Cls::prep_by, Cls::prep_from, Cls::qual_neutral, Cls::det_indef})
      if (has(i, c)) return true;
    return false;
  }

  // "190 points, or 0.6 %": the same move in other words.
  bool restates(size_t index) const {
    const Quantity& a = amounts_.quantities[index - 1];
    const Quantity& b = amounts_.quantities[index];
    if (b.tokens.first == where_.first || !has(b.tokens.first - 1, Cls::conj_or)) return false;
    return b.tokens.first - a.tokens.last <= 2;
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const Pack& pack_;
  const Amounts& amounts_;
};

}  // namespace

int direction_of(const std::vector<Token>& tokens, TokenRange where, const Pack& pack, const Amounts& amounts,
                 size_t index) {
  return Directions(tokens, where, pack, amounts).of(index);
}

}  // namespace statgrep
