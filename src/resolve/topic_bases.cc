// Tests: tests/unit/resolve_topic_test.cc
#include "topic_bases.h"

namespace statgrep {
namespace {

class TopicBases {
 public:
  TopicBases(std::string_view text, const std::vector<Token>& tokens, const SentenceAnalysis& a,
             const Pack& pack, const DiscourseState& state)
      : text_(text), tokens_(tokens), a_(a), pack_(pack), state_(state) {}

  void basis(Frame& f) const {
    if (f.versus.size() > 0) return;
    for (uint32_t i = f.chunk + 1; moves(f) && i < f.last; ++i)  // 5% 的 同比 增长
      if (marked(i, Cls::basis)) {
        f.basis = said(i, f);
        return;
      }
    if (moves(f))
      if (f.basis = of_word(f); f.basis != Basis::none) return;
    for (uint32_t i = f.chunk; i-- > 0;) {
      const bool compares = marked(i, Cls::comparator);
      if (compares) i = of_two(f, i);
      const bool named = f.measure == Measure::change && marked(i, Cls::np);
      if (moves(f) && !compares && !marked(i, Cls::basis) && !named)
        if (f.basis = said_by(a_.chunks[i].tokens.last - 1); f.basis != Basis::none) return;
      if (!compares && !marked(i, Cls::basis)) continue;
      if (compares && !joined(i, f.chunk) && of_rate(i)) continue;
      if (compares && !joined(i, f.chunk)) {
        if (moves(f) && spot(i).basis == Basis::none && said(i, f) == Basis::none) return;
        if (moves(f)) f.basis = said(i, f);
        return;
      }
      if (compares) versus(f, i);
      if (moves(f)) f.basis = said(i, f);
      return;
    }
    if (!moves(f)) return;
    if (state_.fronted)
      f.basis = said(*state_.fronted, f);
    else
      f.basis = state_.convention;
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  bool marked(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.has(bit(c)); }
  const Spot& spot(uint32_t chunk) const { return a_.spots[a_.chunks[chunk].index]; }
  static bool moves(const Frame& f) { return f.measure == Measure::growth || f.measure == Measure::change; }

  DateContext context(const std::optional<Period>& base) const {
    DateContext c = date_context(state_);
    if (base) c.in_force = base;
    return c;
  }

  // In one clause, figures joined by "and" included.
  bool joined(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (marked(i, Cls::punct_comma) || marked(i, Cls::punct_semicolon)) return false;
      const bool listed =
          is(i + 1, Cls::conj_and) || is(i + 1, Cls::conj_or) || marked(i + 1, Cls::punct_open);
      if (marked(i, Cls::qty) && !listed) return false;
    }
    return true;
  }

  Basis sequential(const Frame& f) const {
    if (!f.when || !f.when->bounds) return Basis::none;
    const Period& p = *f.when->bounds;
    if (p.start.day != 0 && p.end.day != 0) {
      constexpr int kWeek = 7;
      const int64_t days = to_days(p.end) - to_days(p.start) + 1;
      return days == 1 ? Basis::DoD : days == kWeek ? Basis::WoW : Basis::none;
    }
    constexpr int kYear = 12;
    const int months = months_of(p).value_or(0);
    return months > 0 && months < kYear ? basis_between(p, shift_months(p, -months)) : Basis::none;
  }

  // 比上年全年和上年同期分别提升 0.2、0.4: the one that the figure, first or second, is compared with.
  uint32_t of_two(const Frame& f, uint32_t second) const {
    const bool two = second > 1 && is(second - 1, Cls::conj_and) && marked(second - 2, Cls::comparator);
    return two && f.list_count == 2 && f.list_index == 0 ? second - 2 : second;
  }

  Basis said(uint32_t chunk, const Frame& f) const {
    const Spot& s = spot(chunk);
    return marked(chunk, Cls::comparator) ? compared(s, f) : said(s, f);
  }

  Basis said(const Spot& s, const Frame& f) const {
    if (s.kind == SpotKind::comparator) return compared(s, f);
    if (s.basis != Basis::none) return s.basis;
    return s.period.form == PeriodForm::ago ? sequential(f) : Basis::none;
  }

  Basis compared(const Spot& s, const Frame& f) const {
    if (s.basis != Basis::none) return s.basis;
    const std::optional<Period> value = f.when ? f.when->bounds : std::nullopt;
    return basis_of(s.period, value, context(value));
  }

  Basis said_by(uint32_t token) const {
    const Payload* p = pack_.payload(tokens_[token].entry, Cls::basis_word);
    return p == nullptr ? Basis::none : basis_from(pack_.text(p->text)).value_or(Basis::none);
  }

  // Whether the comparator at `chunk` is of a movement in points, which says
  // nothing of how the growths behind it are measured.
  bool of_rate(uint32_t chunk) const {
    for (uint32_t i = chunk + 1; i < a_.chunks.size(); ++i) {
      if (marked(i, Cls::qty)) return marked(i, Cls::qty_points);
      if (marked(i, Cls::punct_comma) || marked(i, Cls::punct_semicolon)) return false;
    }
    return false;
  }

  // "年增": a movement's word that says its basis.
  Basis of_word(const Frame& f) const {
    for (uint32_t i = f.chunk; i-- > f.first;)
      if (const Basis b = f.measure == Measure::change && marked(i, Cls::np)
                              ? Basis::none
                              : said_by(a_.chunks[i].tokens.last - 1);
          b != Basis::none)
        return b;
    return Basis::none;
  }

  void versus(Frame& f, uint32_t chunk) const {
    Versus v;
    const TokenRange t = a_.chunks[chunk].tokens;
    v.text = cover(tokens_[t.first].span, tokens_[t.last - 1].span).in(text_);
    v.bounds = resolve_period(spot(chunk).period, context(f.when ? f.when->bounds : std::nullopt));
    if (moves(f) || f.measure == Measure::difference || f.measure == Measure::multiple) f.compared = v;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  const DiscourseState& state_;
};

}  // namespace

int months_compared(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
                    const Frame& f) {
  constexpr int kQuarter = 3;
  const auto of = [](Basis b) { return b == Basis::MoM ? 1 : b == Basis::QoQ ? kQuarter : 0; };
  for (uint32_t i = f.chunk; i-- > 0;) {
    const Chunk& c = a.chunks[i];
    if (c.cls.has(bit(Cls::qty)) || c.cls.has(bit(Cls::punct_comma)) || c.cls.has(bit(Cls::punct_semicolon)))
      return 0;
    if (c.cls.has(bit(Cls::basis)) || c.cls.has(bit(Cls::comparator))) {
      const Spot& s = a.spots[c.index];
      const bool before = s.period.form == PeriodForm::ago || s.period.form == PeriodForm::relative;
      if (!before) return of(s.basis);
      return s.period.unit == TimeUnit::month     ? 1
             : s.period.unit == TimeUnit::quarter ? kQuarter
                                                  : of(s.basis);
    }
    if (const Payload* p = pack.payload(tokens[c.tokens.last - 1].entry, Cls::basis_word))
      return of(basis_from(pack.text(p->text)).value_or(Basis::none));
  }
  return 0;
}

void give_topic_basis(std::string_view text, const std::vector<Token>& tokens,
                      const SentenceAnalysis& sentence, const Pack& pack, const DiscourseState& state,
                      Frame& frame) {
  TopicBases(text, tokens, sentence, pack, state).basis(frame);
}

}  // namespace statgrep
