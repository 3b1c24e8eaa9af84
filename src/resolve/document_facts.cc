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

int find_own_year(const std::vector<SentenceAnalysis>& sentences) {
  for (const SentenceAnalysis& a : sentences)
    for (const Spot& s : a.spots) {
      const PeriodSpec& p = s.period;
      const bool half = p.unit == TimeUnit::half || (p.unit == TimeUnit::month && p.n == 6);
      if (p.form == PeriodForm::ending && half && p.month != 0 && p.month % 6 != 0)
        return (p.month + 12 - 6) % 12 + 1;  // "the half year to 30 September" is a first one
      const bool tells = p.form == PeriodForm::ending && p.unit == TimeUnit::quarter && p.month != 0;
      if (tells && p.day2 >= 1 && p.day2 <= 4) return (p.month + 12 - 3 * p.day2) % 12 + 1;
    }
  return 0;
}

int find_split_month(const std::vector<SentenceAnalysis>& sentences) {
  int month = 0;
  for (const SentenceAnalysis& a : sentences)
    for (const Spot& s : a.spots) {
      if (s.period.form != PeriodForm::split_year || s.period.month == 0) continue;
      if (month != 0 && month != s.period.month) return 0;  // wheat and cotton have years of their own
      month = s.period.month;
    }
  return month;
}

Basis find_convention(const std::vector<SentenceAnalysis>& sentences) {
  for (const SentenceAnalysis& a : sentences)
    for (const Spot& s : a.spots)
      if (s.kind == SpotKind::convention) return s.basis;
  return Basis::none;
}

DiscourseState begin_discourse(const std::vector<SentenceAnalysis>& sentences,
                               const std::vector<Token>& tokens, const Pack& pack, std::optional<Date> date) {
  DiscourseState out;
  out.today = date ? date : find_dateline(sentences);
  out.convention = find_convention(sentences);
  const int own = find_own_year(sentences);
  out.own_year = own > 1;
  out.fiscal_month = out.own_year ? own : find_fiscal_month(tokens, pack);
  if (out.fiscal_month == 0) out.fiscal_month = find_split_month(sentences);
  out.fiscal_area = !out.own_year && out.fiscal_month != 0;
  return out;
}

}  // namespace statgrep
