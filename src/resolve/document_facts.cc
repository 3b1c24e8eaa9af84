// What a document says once and for all of it: its date, its fiscal year, its
// convention of basis. Tests: tests/unit/resolve_scope_test.cc
#include "statgrep/resolve/scope.h"

namespace statgrep {

std::optional<Date> find_dateline(const std::vector<SentenceAnalysis>& sentences) {
  constexpr size_t kTop = 4;  // a dateline stands at the top
  for (size_t i = 0; i < sentences.size() && i < kTop; ++i)
    for (const Spot& s : sentences[i].spots)
      if ((s.kind == SpotKind::period || s.kind == SpotKind::adjunct) && s.period.form == PeriodForm::day &&
          s.period.year != 0)
        if (std::optional<Period> p = resolve_period(s.period, {})) return p->start;
  return std::nullopt;
}

int find_fiscal_month(const std::vector<Token>& tokens, const Pack& pack) {
  for (const Token& t : tokens) {
    if (!t.cls.meets(pack.family(Cls::area)) && !t.cls.meets(pack.family(Cls::area_fiscal))) continue;
    const Payload* p = pack.payload(t.entry, Cls::area_fiscal);
    return p == nullptr ? 0 : p->number;
  }
  return 0;
}

Basis find_convention(const std::vector<SentenceAnalysis>& sentences) {
  for (const SentenceAnalysis& a : sentences)
    for (const Spot& s : a.spots)
      if (s.kind == SpotKind::convention) return s.basis;
  return Basis::none;
}

}  // namespace statgrep
