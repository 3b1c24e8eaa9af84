// What a frame's clause says of the time by its verbs.
//
// Tests: tests/unit/resolve_scope_test.cc
#include <algorithm>

#include "reach.h"

namespace statgrep {

bool Reach::opens_clause(uint32_t chunk) const {
  return is(chunk, Cls::conj_sub) || is(chunk, Cls::pron_rel) || is(chunk, Cls::pron_that);
}

bool Reach::bounds_clause(uint32_t i) const {
  return is(i, Cls::qty) || is(i, Cls::punct_comma) || ends_clause(i) || opens_clause(i);
}

// What puts the frame's clause into the future, or kNowhere: not "may have been".
uint32_t Reach::future_of(const Frame& f) const {
  bool joined = false;  // "will open 40 stores | and create 3,000 jobs"
  for (uint32_t i = f.chunk; i-- > 0 && (!bounds_clause(i) || (joined && is(i, Cls::qty)));) {
    joined =
        joined || (is(i, Cls::conj_and) && is(i + 1, Cls::verb) && !is(i + 1, Cls::np) && i + 2 <= f.chunk);
    std::string_view time = time_of(i);
    if (is(i, Cls::verb_have) || time == "perfect") break;
    if (is(i, Cls::verb_modal) || time == "forecast" || time == "target") return i;
  }
  return kNowhere;
}

// "had been expected to rise": the time is over by now.
bool Reach::looked_ahead(const Frame& f) const {
  for (uint32_t i = f.chunk; i-- > 0 && !bounds_clause(i);)
    if (time_of(i) == "past") return true;
  return false;
}

bool Reach::perfect(const Frame& f) const {
  for (uint32_t i = f.chunk; i-- > 0 && !bounds_clause(i);)
    if (is(i, Cls::verb_have)) return true;
  return false;
}

bool Reach::has_now(const Frame& f) const {
  using Kind = Quantity::Kind;
  const Kind k = f.quantity.kind;
  if (f.measure == Measure::share && !f.earlier && f.np >= 0 &&
      s_.chunks[static_cast<size_t>(f.np)].cls.meets(pack_.family(Cls::noun_stake)))
    return true;  // "a broker with a 10 percent stake"
  if (f.measure != Measure::level || (k != Kind::count && k != Kind::physical && k != Kind::money))
    return false;
  uint32_t i = f.chunk;
  while (i > 0 && (s_.chunks[i - 1].transparent || is(i - 1, Cls::prep))) --i;
  return i > 0 && is(i - 1, Cls::tense_now) && !is(i - 1, Cls::np);
}

bool Reach::awaits(const Frame& f) const {
  return future_of(f) != kNowhere && !looked_ahead(f);
}

// "rose 0.2 percent in May, above the 0.1 percent forecast": no verb between, so
// the time is that of the statement before, which has its own.
bool Reach::period_of_antecedent(const Frame& f, uint32_t at) const {
  if (f.antecedent < 0 || f.np >= 0 || at > f.chunk) return false;
  const Frame& before = s_.frames[static_cast<size_t>(f.antecedent)];
  if (at < before.chunk || forecast(before)) return false;
  for (uint32_t i = at + 1; i + 1 < f.chunk; ++i)  // "…, beating the 0.1 percent forecast"
    if (is(i, Cls::verb)) return false;
  return true;
}

// "with effect from 31 January"
bool Reach::takes_effect(uint32_t at) const {
  const bool before = at > 0 && is(at - 1, Cls::prep_effective);
  return before || tokens_[spot(at).tokens.first].cls.meets(pack_.family(Cls::prep_effective));
}

// "expects a loss for the year ended December 31"
bool Reach::is_over(uint32_t at) const {
  const TokenRange said = spot(at).tokens;
  for (uint32_t i = said.first; i < said.last; ++i)
    if (tokens_[i].cls.meets(pack_.family(Cls::time_over))) return true;
  return false;
}

// A forecast's period, or one of a clause in the future; not "would formalise
// the agreement reached in March", nor "the June 17 announcement that it would".
bool Reach::looks_ahead(const Frame& f, uint32_t at) const {
  if (at > f.chunk && is(at - 1, Cls::verb)) return false;  // "in its report published in January"
  if (takes_effect(at)) return true;
  if (is_over(at)) return false;
  if (looked_ahead(f) || period_of_antecedent(f, at)) return false;
  if (forecast(f)) return true;
  uint32_t marker = future_of(f);
  if (marker == kNowhere) return false;
  int verbs = 0;
  for (uint32_t i = std::min(marker, at) + 1; i < std::max(marker, at); ++i) {
    if (opens_clause(i)) return false;
    if (at < f.chunk && is(i, Cls::verb)) ++verbs;
  }
  return verbs < 2;
}

// What a verb says of the time: "plans to" and "will be" look ahead, "is estimated to be" does not.
std::string_view Reach::time_of(uint32_t chunk) const {
  for (Cls c : {Cls::verb_project, Cls::verb_be, Cls::verb_have}) {
    if (!is(chunk, c)) continue;
    std::string_view p = payload(s_.chunks[chunk].tokens.last - 1, c);
    if (!p.empty()) return p;
  }
  return {};
}

}  // namespace statgrep
