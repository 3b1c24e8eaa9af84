// Tests: tests/unit/resolve_scope_test.cc
#include "frame_periods.h"

#include <algorithm>

namespace statgrep {
namespace {

constexpr uint32_t kBeside = 3;  // chunks between the values of one movement

// A month and the one after it, "from June to July".
bool next_month(const PeriodSpec& p) {
  return p.form == PeriodForm::month_range && p.month2 == p.month % 12 + 1;
}

// "between June and July" is said of two ends, in one year or over its turn.
bool two_ends(const PeriodSpec& p) {
  return next_month(p) && p.n == 2 && (p.year2 == 0 || p.year2 == p.year + (p.month == 12 ? 1 : 0));
}

}  // namespace

void FramePeriods::give(Frame& f) {
  if (f.column > 0 && f.when) return;  // see fill_row
  const Frame* ante = antecedent_of(f);
  const std::optional<Period> base = ante != nullptr && ante->when ? ante->when->bounds : std::nullopt;
  if (told_before(f, ante)) return;
  if (ante != nullptr && !f.earlier && (state_.in_force || state_.main) && told_aside(f, *ante))
    ante = nullptr;
  if (const uint32_t at = place_of(f); at != kNowhere) {
    const bool again = f.list_index > 0 && looks_back(at) && listed_period(f) == kNowhere;
    if (again && (&f)[-1].when) {  // "3 million or 9 cents a year ago": one year for both
      f.when = (&f)[-1].when;
      return;
    }
    put(f, at, base);
    if (f.when || spot(at).period.form == PeriodForm::now) return;
  }
  if (f.earlier) return earlier_period(f, base);
  if (ante != nullptr && !ante->earlier && f.np < 0 && ante->chunk >= f.chunk - std::min(f.chunk, kBeside))
    f.when = ante->when;  // "is likely to drop 2 percent to 5 million": of one time, or of none
  else if (ante != nullptr && ante->when && !ante->earlier)
    f.when = ante->when;
  else
    inherit(f);
}

// "GDP, which fell 2 percent in April, was 3 percent above": the aside's time is its own.
bool FramePeriods::told_aside(const Frame& f, const Frame& ante) const {
  const uint32_t open = past_aside(f.first);
  return open < f.first && ante.chunk > open && ante.chunk < f.first;
}

// "against 5.2 percent in its June projection", "having forecast 12 percent in January"
// "in its June projection"
bool FramePeriods::of_edition(uint32_t i) const {
  return a_.chunks[i].cls.has(bit(Cls::adjunct)) && spot(i).period.form == PeriodForm::none &&
         tokens_[a_.chunks[i].tokens.last - 1].cls.meets(pack_.family(Cls::noun_stated_as));
}

bool FramePeriods::of_older_forecast(const Frame& f) const {
  constexpr uint32_t kNear = 4;
  for (uint32_t i = f.first; i < f.chunk; ++i)
    if (is(i, Cls::verb_project) && f.status == Status::previous) return true;
  for (uint32_t i = f.chunk + 1; i < size() && i <= f.chunk + kNear; ++i) {
    if (is(i, Cls::noun_stated_as) && is(i, Cls::np)) return true;
    if (of_edition(i)) return true;
    const bool growth = i == f.chunk + 2 && is(i - 1, Cls::np) &&
                        (is(i - 1, Cls::np_growth) || is(i - 1, Cls::noun_rise) || is(i - 1, Cls::noun_fall));
    if (growth && is(i, Cls::verb_project)) return true;  // "the 3 percent growth expected in May"
    if (i == f.chunk + 1 && is(i, Cls::status_previous) && is(i, Cls::np))
      return true;  // "the 5 percent previously expected"
    if (is(i, Cls::punct_comma) || is(i, Cls::qty) || (is(i, Cls::verb) && !is(i, Cls::np))) return false;
  }
  return false;
}

// "inflation of 4.6 percent in 2024 (July: 4.9 percent)": when a month is set
// against a year, it is that of an earlier forecast.
bool FramePeriods::told_before(Frame& f, const Frame* ante) {
  if (f.earlier && f.antecedent >= 0 && of_older_forecast(f)) {
    f.status = Status::previous;
    const Frame* same = f.list_count > 1 ? in_its_place(f) : nullptr;
    f.when = same != nullptr ? same->when : a_.frames[static_cast<size_t>(f.antecedent)].when;
    return true;
  }
  if (ante == nullptr || !ante->when || !ante->when->bounds) return false;
  uint32_t at = f.earlier && f.period >= 0 ? static_cast<uint32_t>(f.period) : kNowhere;
  const bool bracketed = !f.earlier && f.chunk > 0 && is(f.chunk - 1, Cls::punct_open) && f.np < 0 &&
                         f.chunk + 2 < size() &&
                         is(f.chunk + 2, Cls::punct_close);  // "0.9 percent (1.2 in May)"
  if (bracketed && ante->status != Status::none && a_.chunks[f.chunk + 1].cls.has(bit(Cls::period)))
    at = f.chunk + 1;
  if (at == kNowhere || spot(at).period.form != PeriodForm::month) return false;
  if (months_of(*ante->when->bounds) < 12) return false;
  f.status = Status::previous;
  f.when = ante->when;
  return true;
}

// The statement that this one goes on from, or that of the year after; null where there is none.
const Frame* FramePeriods::antecedent_of(const Frame& f) const {
  const auto at = [&](int32_t i) { return i < 0 ? nullptr : &a_.frames[static_cast<size_t>(i)]; };
  const Frame* ante = at(f.antecedent);
  while (ante != nullptr && ante->earlier && ante->antecedent >= 0) ante = at(ante->antecedent);
  return ante == nullptr && f.year_earlier ? at(f.previous) : ante;
}

// Where its time is said, or kNowhere.
uint32_t FramePeriods::place_of(const Frame& f) const {
  if (f.list_count > 1)
    if (const uint32_t own = listed_period(f); own != kNowhere) return own;
  // "commitments for 1986 of 30 tonnes": between a name and its figure
  const bool within = f.period < 0 && f.list_index == 0 && !f.earlier && f.chunk > 2 &&
                      is(f.chunk - 1, Cls::prep_of) && f.np >= 0 &&
                      static_cast<uint32_t>(f.np) + 3 == f.chunk && is(f.chunk - 2, Cls::period);
  if (within) return f.chunk - 2;
  uint32_t at = f.period >= 0 && names_both(f) ? static_cast<uint32_t>(f.period) : right_of(f, Cls::period);
  // "twice the previous year's total": of what it is a multiple
  if (f.measure == Measure::multiple && at != kNowhere && at > f.chunk && at < f.last) at = kNowhere;
  if (at != kNowhere) return at;
  if (f.earlier && f.chunk > 0 && a_.chunks[f.chunk - 1].cls.has(bit(Cls::period)))
    return f.chunk - 1;  // "after January's 1.9 percent"
  if (f.earlier) return kNowhere;
  at = relative_time(f);
  return at != kNowhere ? at : left_of(f, Cls::period);
}

// "3 million vs 4 million in quarter": of either year, as "in 1985" is not.
bool FramePeriods::names_both(const Frame& f) const {
  const auto at = static_cast<uint32_t>(f.period);
  bool compared = false;
  for (uint32_t i = f.chunk + 1; i < at && !f.earlier; ++i) compared = compared || is(i, Cls::comp_with);
  return !compared || (spot(at).period.form == PeriodForm::same && spot(at).period.n > 0);
}

// "a year ago": reckoned from the time in force.
bool FramePeriods::looks_back(uint32_t at) const {
  const PeriodSpec& p = spot(at).period;
  return p.form == PeriodForm::ago || (p.form == PeriodForm::same && p.offset != 0);
}

bool FramePeriods::told_of_past(const Frame& f) const {
  const uint32_t at = place_of(f);
  return at != kNowhere && looks_back(at);
}

// The period said there; none where no date makes it one.
void FramePeriods::put(Frame& f, uint32_t at, const std::optional<Period>& base) {
  const bool ahead = looks_ahead(f, at);
  f.when = read(at, base, ahead);
  const PeriodSpec& said = spot(at).period;
  const bool last_year =
      said.form == PeriodForm::relative && said.unit == TimeUnit::year && said.offset == -1;
  if (f.earlier && last_year && base && months_of(*base) < 12)
    f.when->bounds = shift_months(*base, -12);  // "44 cents a share, versus 51 cents last year", in a quarter
  if (f.year_earlier && said.form == PeriodForm::same && said.n > 0 && f.when->bounds)
    f.when->bounds = shift_months(*f.when->bounds, -12);  // "2 million vs 3 million in quarter"
  if (f.list_count == 2) share_out(f, at);
  if (f.list_count == 1 && f.when->bounds) repeat(f, at, ahead);
  if (dated_basis(at) && moves(f) && base != f.when->bounds) narrow(*f.when);
  if (moves_between(f, at)) move_between(f, at);
  if (index_over_year(f, at)) f.basis = Basis::YoY, f.basis_stated = true;
  if (ahead && (is_to_come(at, *f.when) || forecast_of_now(f))) times_.to_come.push_back(at);
  const PeriodSpec& spec = spot(at).period;
  f.when->inherited = spec.form == PeriodForm::now || (spec.form == PeriodForm::same && spec.offset == 0);
  if (!f.when->bounds) f.when.reset();
}

// "In April and May, sales rose 3 percent and 5 percent": one month each.
void FramePeriods::share_out(Frame& f, uint32_t at) {
  const PeriodSpec& p = spot(at).period;
  if (!next_month(p) || p.n == 2 || !f.when->bounds) return;
  const TokenRange said = spot(at).tokens;
  const bool joined = std::any_of(tokens_.begin() + said.first, tokens_.begin() + said.last,
                                  [&](const Token& t) { return t.cls.meets(pack_.family(Cls::conj_and)); });
  if (!joined) return;
  Period& both = *f.when->bounds;
  (f.list_index == 0 ? both.end : both.start) = f.list_index == 0 ? both.start : both.end;
}

// "for both 2025 and 2026", "this year and next", "in both April and May": the value holds for each.
void FramePeriods::repeat(Frame& f, uint32_t at, bool ahead) const {
  const PeriodSpec& p = spot(at).period;
  RecordPeriod other = *f.when;
  if (p.form == PeriodForm::relative && p.n == 2) {
    PeriodSpec next = p;
    ++next.offset;
    other.bounds = resolve_period(next, context(std::nullopt));
  } else if (next_month(p) && p.n == 0 && at > 0 && is(at - 1, Cls::adv_both)) {
    f.when->bounds->end = f.when->bounds->start;
    other.bounds->start = other.bounds->end;
  } else {
    const bool joined = at + 2 < size() && is(at + 1, Cls::conj_and) && is(at + 2, Cls::period) &&
                        spot(at + 2).period.form == p.form;
    const auto goes_on = [&](Cls c) { return at + 3 < size() && is(at + 3, c); };
    const bool another = goes_on(Cls::qty) || goes_on(Cls::verb) || goes_on(Cls::np);
    if (!joined || another || at < f.chunk) return;  // "in 2023 and 2024 brought 3 percent"
    other = read(at + 2, std::nullopt, ahead);
  }
  if (other.bounds && other.bounds != f.when->bounds) f.also = std::move(other);
}

// "rose 0.1 percent from June to July", "from May 2023 to May 2024": the later
// month against the earlier. Before the figure it is a span ("from January to February").
bool FramePeriods::moves_between(const Frame& f, uint32_t at) const {
  const PeriodSpec& p = spot(at).period;
  if (!moves(f) || !f.when->bounds) return false;
  if (year_apart(p, f.when->bounds)) return true;
  if (right_of(f, Cls::basis) != kNowhere) return false;
  if (two_ends(p)) return true;
  if (at < f.chunk && !follows_movement(at)) return false;
  const Token& first = tokens_[spot(at).tokens.first];
  const bool from = first.cls.meets(pack_.family(Cls::prep_from));
  return (next_month(p) && from) || (p.form == PeriodForm::years && p.year2 == p.year + 1);
}

// "the index rose 3 percent for the 12 months ended July": against a year before, as no sum of months is.
bool FramePeriods::index_over_year(const Frame& f, uint32_t at) const {
  if (f.measure != Measure::growth || f.np < 0 || !f.when->bounds) return false;
  const auto np = static_cast<uint32_t>(f.np);
  return (is(np, Cls::np_index) || is(np, Cls::np_price)) && spot(at).period.form == PeriodForm::ending &&
         spot(at).period.unit == TimeUnit::month && months_of(*f.when->bounds) == 12;
}

bool FramePeriods::follows_movement(uint32_t at) const {
  return std::any_of(a_.frames.begin(), a_.frames.end(),
                     [&](const Frame& g) { return g.chunk < at && g.chunk + 3 > at && moves(g); });
}

void FramePeriods::move_between(Frame& f, uint32_t at) {
  const PeriodSpec& p = spot(at).period;
  const bool over_year = year_apart(p, f.when->bounds);
  narrow(*f.when);
  if (at < f.chunk && !over_year && !two_ends(p)) return;
  f.basis = p.form == PeriodForm::years || over_year ? Basis::YoY : Basis::MoM;
  f.basis_stated = true;
}

// "forecast sales of 4 million in 1987", said in March 1987: what is told of has not been yet.
bool FramePeriods::forecast_of_now(const Frame& f) const {
  return f.status == Status::forecast && state_.today && f.when->bounds &&
         last_day(f.when->bounds->end) > last_day(*state_.today);
}

bool FramePeriods::is_to_come(uint32_t chunk, const RecordPeriod& p) const {
  if (!p.bounds || !state_.today) return false;
  return first_day(p.bounds->start) > last_day(*state_.today) ||
         read(chunk, std::nullopt, false).bounds != p.bounds;
}

// "by 4 percent in 2025 and 5 percent in 2026, against 3 and 6 percent before": the
// statement that an earlier list's value is held against; null where there are not as many.
const Frame* FramePeriods::in_its_place(const Frame& f) const {
  std::vector<const Frame*> told;
  for (const Frame& g : a_.frames)
    if (!g.earlier && g.chunk < f.chunk && g.quantity.kind == f.quantity.kind && g.when) told.push_back(&g);
  return told.size() == f.list_count ? told[f.list_index] : nullptr;
}

// The time that a comparator to the right names, seen from the present value.
void FramePeriods::earlier_period(Frame& f, const std::optional<Period>& base) {
  if (f.status == Status::previous && f.antecedent >= 0) {  // "(previously 5 percent)" is of the same time
    f.when = a_.frames[static_cast<size_t>(f.antecedent)].when;
    return;
  }
  uint32_t at = right_of(f, Cls::comparator);
  if (at == kNowhere) at = right_of(f, Cls::basis);
  if (at != kNowhere && spot(at).period.form != PeriodForm::none) f.when = read(at, base, false);
  if (f.when && !f.when->bounds) f.when.reset();
  if (!f.when && f.year_earlier && base)
    f.when = RecordPeriod{"", shift_months(*base, -12), true};
  else if (!f.when && f.status == Status::none)
    f.status = Status::previous;
}

}  // namespace statgrep
