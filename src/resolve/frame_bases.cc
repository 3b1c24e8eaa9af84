// Tests: tests/unit/resolve_scope_test.cc
#include "frame_bases.h"

#include <algorithm>

namespace statgrep {

void FrameBases::give(Frame& f) {
  basis(f);
  versus(f);
}

void FrameBases::basis(Frame& f) {
  if (!moves(f) || f.basis != Basis::none) return;
  if (f.row || f.column > 0) {
    f.basis =
        f.measure == Measure::growth && state_.heading == Basis::none ? state_.convention : state_.heading;
    return;
  }
  if (said_beside(f, &FrameBases::right_of)) return;
  if (const uint32_t at = compared_time(f); at != kNowhere && set_basis(f, at)) return;
  const Frame* ante = f.antecedent < 0 ? nullptr : &a_.frames[static_cast<size_t>(f.antecedent)];
  if (ante != nullptr && ante->basis != Basis::none) {
    if (moves(*ante)) f.basis = ante->basis;
    return;
  }
  if (said_beside(f, &FrameBases::left_of)) return;
  if (const uint32_t at = fronted(); at != kNowhere && at < f.chunk && set_basis(f, at)) return;
  if (named_basis(f)) return;
  if (f.previous >= 0 && lists_places(f) && moves(a_.frames[static_cast<size_t>(f.previous)])) {
    f.basis = a_.frames[static_cast<size_t>(f.previous)].basis;
    return;
  }
  if (f.measure != Measure::growth || f.compared) return;
  const bool item = size() > 0 && is(0, Cls::punct_bullet);  // under "... in May (year on year):"
  f.basis = item && state_.heading != Basis::none ? state_.heading : state_.convention;
}

// "Austria (-3.1%), Estonia and Slovakia (both -1.1%)": further places of a list.
bool FrameBases::lists_places(const Frame& f) const {
  if (f.np < 0 || f.indicator.size() == 0) return false;
  for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
    if (!tokens_[i].cls.meets(pack_.family(Cls::area)) &&
        !tokens_[i].cls.meets(pack_.family(Cls::conj_and)) && !tokens_[i].cls.meets(pack_.family(Cls::det)) &&
        tokens_[i].shape != Shape::mark)
      return false;
  return true;
}

bool FrameBases::said_beside(Frame& f, Side side) {
  for (const Cls c : {Cls::basis, Cls::comparator})
    if (const uint32_t at = (this->*side)(f, c); at != kNowhere && set_basis(f, at)) return true;
  return false;
}

void FrameBases::give_by_earlier(const Frame& f) {
  if (!f.earlier || moves(f) || f.quantity.kind == Quantity::Kind::percent || !f.when || !f.when->bounds ||
      f.when->inherited)
    return;
  const uint32_t at = right_of(f, Cls::period);
  if (at == kNowhere) return;
  int32_t i = f.previous;
  const bool level = i >= 0 && !moves(a_.frames[static_cast<size_t>(i)]);
  for (uint32_t k = f.first; k < f.chunk; ++k)
    if (level && is(k, Cls::comp_with)) return;  // "rose by 3 to 14 billion, compared with 12": the level is
  while (i >= 0 && !moves(a_.frames[static_cast<size_t>(i)]))
    i = a_.frames[static_cast<size_t>(i)].antecedent;
  if (i < 0) return;
  Frame& grown = a_.frames[static_cast<size_t>(i)];
  if (grown.basis == Basis::none && !grown.compared && grown.when && grown.when->bounds)
    grown.basis = basis_between(*grown.when->bounds, *f.when->bounds);
}

// "1 percent lower in real and 2 percent lower in nominal terms than in May": the
// comparison that the last of several ends with is of all.
void FrameBases::share(Frame& f, const Frame& next) const {
  if (!moves(f) || f.basis != Basis::none || f.compared || !next.basis_stated || f.earlier || next.earlier ||
      f.measure != next.measure || f.quantity.kind != next.quantity.kind)
    return;
  const uint32_t at =
      std::max(right_of(next, Cls::basis) == kNowhere ? 0 : right_of(next, Cls::basis),
               right_of(next, Cls::comparator) == kNowhere ? 0 : right_of(next, Cls::comparator));
  if (at <= next.chunk) return;
  bool joined = false, compares = false;
  for (uint32_t i = f.chunk + 1; i < next.chunk; ++i) {
    joined = joined || is(i, Cls::conj_and);
    compares = compares || is(i, Cls::comp_higher) || is(i, Cls::comp_lower);
    if ((is(i, Cls::verb) && !is(i, Cls::np)) || is(i, Cls::punct_comma) || is(i, Cls::qty) ||
        is(i, Cls::conj_but) || is(i, Cls::punct_semicolon))
      return;
  }
  if (joined && compares) f.basis = next.basis;
}

// "a monthly rise of 4 percent", "annual growth slowed to 4 percent"; an
// annual rise of so many dollars is one that comes every year.
bool FrameBases::named_basis(Frame& f) const {
  if (f.measure != Measure::growth && f.quantity.kind != Quantity::Kind::points) return false;
  const TokenRange t{a_.chunks[f.first].tokens.first, a_.chunks[f.last - 1].tokens.last};
  return named_within(f, t) ||
         (f.np >= 0 && static_cast<uint32_t>(f.np) < f.first && named_within(f, f.indicator));
}

bool FrameBases::named_within(Frame& f, TokenRange t) const {
  for (uint32_t i = t.first; i < t.last; ++i) {
    const ClassSet& word = tokens_[i].cls;
    auto next = [&](Cls c) { return i + 1 < t.last && tokens_[i + 1].cls.meets(pack_.family(c)); };
    const bool movement = next(Cls::noun_rise) || next(Cls::noun_fall) || next(Cls::noun_growth) ||
                          i + 1 == f.quantity.number.first;  // "rose an annual 4 percent"
    const bool rate = i >= f.quantity.tokens.last && next(Cls::noun_rate) && unit_of(i) == TimeUnit::year;
    Basis b = rate ? Basis::annualised : Basis::none;  // "at a 4 percent annual rate"
    if (word.meets(pack_.family(Cls::basis_noun)))
      b = basis_from(payload(i, Cls::basis_noun)).value_or(Basis::none);
    else if (movement && word.meets(pack_.family(Cls::time_span)))
      b = basis_of({.form = PeriodForm::ago, .unit = unit_of(i)}, std::nullopt, {});
    if (b == Basis::none || is_average(f, b)) continue;
    f.basis = b;
    return f.basis_stated = true;
  }
  return false;
}

// What a difference is against, where that is a time: "than in the first half".
void FrameBases::versus(Frame& f) {
  if (f.measure != Measure::difference || f.versus.size() > 0) return;
  if (const uint32_t at = right_of(f, Cls::comparator); at != kNowhere) f.compared = compared_with(f, at);
}

Versus FrameBases::compared_with(const Frame& f, uint32_t chunk) const {
  const PeriodSpec& spec = spot(chunk).period;
  Versus v;
  v.text = words(chunk);
  if (spec.form != PeriodForm::none)
    v.bounds = resolve_period(spec, context(f.when ? f.when->bounds : std::nullopt));
  return v;
}

bool FrameBases::set_basis(Frame& f, uint32_t chunk) {
  if (is(chunk, Cls::verb_unchanged) && chunk > f.chunk) return false;  // "up 4 percent, the same as in May"
  const Spot& s = spot(chunk);
  const ClassSet& said = a_.chunks[chunk].cls;
  if (said.has(bit(Cls::comparator)) || said.has(bit(Cls::period))) f.compared = compared_with(f, chunk);
  const std::optional<Period> value = f.when ? f.when->bounds : std::nullopt;
  f.basis = s.basis != Basis::none ? s.basis : basis_of(s.period, value, context(value));
  f.basis_stated = f.basis != Basis::none;
  return f.basis_stated || f.compared.has_value();
}

}  // namespace statgrep
