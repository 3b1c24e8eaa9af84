// Tests: tests/unit/annotate_unsegmented_test.cc
#include "unsegmented_words.h"

namespace statgrep {

bool nominal_token(const Token& token, const Pack& pack) {
  if (token.shape == Shape::mark || token.shape == Shape::number) return false;
  const auto has = [&](Cls c) { return token.cls.meets(pack.family(c)); };
  if (has(Cls::noun)) return true;
  for (const Cls c :
       {Cls::num_odd, Cls::qual_after_over, Cls::qual_after_approx})  // a quantity takes its own
    if (has(c)) return true;
  for (const Cls c : {Cls::verb,    Cls::prep,       Cls::adv,         Cls::comp_any,      Cls::conj_and,
                      Cls::conj_or, Cls::conj_but,   Cls::conj_sub,    Cls::conj_of_which, Cls::pron,
                      Cls::dir,     Cls::neg,        Cls::qual_any,    Cls::num_range,     Cls::num_minus,
                      Cls::num_nth, Cls::num,        Cls::num_scale,   Cls::num_half,      Cls::currency_sign,
                      Cls::per,     Cls::status_any, Cls::sentence_end})
    if (has(c)) return false;
  return true;
}

bool nominal_at(const std::vector<Token>& tokens, uint32_t at, uint32_t last, const Pack& pack) {
  if (nominal_token(tokens[at], pack)) return true;
  if (!tokens[at].cls.meets(pack.family(Cls::name_prefix)) || at + 1 >= last) return false;
  const Token& next = tokens[at + 1];
  return !next.space_before && nominal_token(next, pack) && !next.cls.meets(pack.family(Cls::attributive));
}

}  // namespace statgrep
