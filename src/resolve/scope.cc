// Tests: tests/unit/resolve_scope_test.cc
#include "statgrep/resolve/scope.h"

#include <algorithm>

namespace statgrep {
namespace {

constexpr uint32_t kNowhere = 0xFFFFFFFF;

class Scope {
 public:
  Scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack,
        DiscourseState& state)
      : text_(text), tokens_(tokens), a_(a), pack_(pack), state_(state) {}

  void run() {
    if (a_.sentence.paragraph != state_.paragraph) {
      state_.paragraph = a_.sentence.paragraph;
      state_.in_force.reset();
    }
    note_years();
    that_clauses();
    for (Frame& f : a_.frames) {
      period(f);
      basis(f);
      versus(f);
      if (!f.earlier && f.when && f.when->bounds) said_ = f.when->bounds;
    }
    streaks();
    if (a_.sentence.heading && a_.frames.empty()) heading();
    move_on();
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  const Spot& spot(uint32_t chunk) const { return a_.spots[a_.chunks[chunk].index]; }
  uint32_t size() const { return static_cast<uint32_t>(a_.chunks.size()); }

  DateContext context(const std::optional<Period>& base) const {
    DateContext c{state_.today,      base, state_.year, false, state_.fiscal_month, state_.fiscal_area,
                  state_.fiscal_year};
    if (!c.in_force && said_) c.in_force = said_;
    if (!c.in_force && state_.in_force) c.in_force = state_.in_force->bounds;
    if (!c.in_force && state_.main) c.in_force = state_.main->bounds;
    return c;
  }

  RecordPeriod read(uint32_t chunk, const std::optional<Period>& base, bool future) const {
    const Spot& s = spot(chunk);
    DateContext c = context(base);
    c.future = future;
    RecordPeriod p;
    p.text = cover(tokens_[s.tokens.first].span, tokens_[s.tokens.last - 1].span).in(text_);
    p.bounds = resolve_period(s.period, c);
    if (future && state_.main && p.bounds) {  // "had expected for the quarter": the one that is reported
      c.future = false;
      std::optional<Period> past = resolve_period(s.period, c);
      if (past == state_.main->bounds) p.bounds = past;
    }
    return p;
  }

  bool ends_clause(uint32_t chunk) const {
    return is(chunk, Cls::punct_semicolon) || is(chunk, Cls::conj_but) || is(chunk, Cls::punct_colon);
  }

  // "in the year to May", "over the past year": basis and period.
  bool dated_basis(uint32_t chunk) const {
    return a_.chunks[chunk].cls.has(bit(Cls::basis)) && spot(chunk).period.form != PeriodForm::none;
  }

  // "since the Localism Act of 2011"; ", founded in 1987,": when something else was.
  bool of_event(uint32_t chunk) const {
    for (uint32_t i = chunk; i-- > 0 && chunk - i < 5;) {
      if (is(i, Cls::comp_since)) return true;
      if (!is(i, Cls::np) && !is(i, Cls::attach) && !is(i, Cls::verb_amb)) break;
    }
    bool closed = chunk + 1 < size() && is(chunk + 1, Cls::punct_comma);
    return closed && chunk > 1 && spot(chunk).period.form == PeriodForm::year && is(chunk - 1, Cls::verb) &&
           is(chunk - 2, Cls::punct_comma);
  }

  // Whether a chunk says what is wanted. A movement over the past year is one of the period in force.
  bool says(const Frame& f, uint32_t chunk, Cls wanted) const {
    if (a_.chunks[chunk].cls.has(bit(wanted))) return wanted != Cls::period || !of_event(chunk);
    return wanted == Cls::period && dated_basis(chunk) &&
           !(moves(f) && spot(chunk).period.form == PeriodForm::past);
  }

  // A movement in the year to May is May's against that of a year before; a sum is of twelve months.
  static void narrow(RecordPeriod& p) {
    if (p.bounds) p.bounds->start = p.bounds->end;
  }

  // The frame whose value stands at a chunk, or null.
  const Frame* frame_at(uint32_t chunk) const {
    for (const Frame& f : a_.frames)
      if (f.chunk == chunk) return &f;
    return nullptr;
  }

  // To the right of the quantity, up to the next one; a level reached by the
  // same movement ("rose 4 percent to 5 million in May") is passed.
  uint32_t right_of(const Frame& f, Cls wanted) const {
    for (uint32_t i = f.chunk + 1; i < size(); ++i) {
      if (says(f, i, wanted)) return i;
      if (uint32_t close = past_bracket(i); close > i) {
        i = close;
        continue;
      }
      if (is(i, Cls::qty) || is(i, Cls::verb_double)) {
        const Frame* other = frame_at(i);
        bool one_movement = other != nullptr && other->antecedent >= 0 && !other->earlier && !f.earlier &&
                            i - f.chunk <= 3 && is(i - 1, Cls::prep_to);
        if (!one_movement) return kNowhere;
        continue;
      }
      if (ends_clause(i) || is(i, Cls::pron_rel)) return kNowhere;
      if (is(i, Cls::comp_with) || is(i, Cls::comp_after))
        return kNowhere;  // what follows is the earlier figure's
      if (wanted != Cls::period && is(i, Cls::prep_to) && i + 1 < size() && !is(i + 1, Cls::qty))
        return kNowhere;
      if (is(i, Cls::conj_and) && !a_.chunks[i].transparent && (new_clause(i) || quantity_after(i)))
        return kNowhere;
      if (is(i, Cls::punct_comma) && (!leads_to(f, i + 1, wanted) || heads_next(f, i + 1))) return kNowhere;
    }
    return kNowhere;
  }

  // The chunk that closes the bracket opened at `i` ("(about $61 billion)"), or `i`.
  uint32_t past_bracket(uint32_t i) const {
    if (!is(i, Cls::punct_open)) return i;
    for (uint32_t k = i + 1; k < size() && k < i + 8; ++k)
      if (is(k, Cls::punct_close)) return k;
    return i;
  }

  bool quantity_after(uint32_t i) const {
    for (uint32_t k = i + 1; k < size() && !ends_clause(k); ++k)
      if (is(k, Cls::qty)) return true;
    return false;
  }

  bool leads_to(const Frame& f, uint32_t i, Cls wanted) const {
    while (i < size() && (a_.chunks[i].transparent || is(i, Cls::punct_comma)) && !says(f, i, wanted)) ++i;
    return i < size() && says(f, i, wanted);
  }

  // "Q3 sales rose 4 percent, Q2 sales 3 percent": the period after the comma is the next figure's.
  bool heads_next(const Frame& f, uint32_t i) const {
    if (!a_.chunks[i].cls.has(bit(Cls::period)) || left_of(f, Cls::period) == kNowhere) return false;
    uint32_t k = i + 1;
    while (k < size() && (a_.chunks[k].transparent || is(k, Cls::np) || is(k, Cls::verb)) && !is(k, Cls::qty))
      ++k;
    return k < size() && is(k, Cls::qty);
  }

  // "and" followed by a phrase and a verb.
  bool new_clause(uint32_t i) const {
    for (uint32_t k = i + 1; k < size() && k <= i + 4; ++k) {
      if (is(k, Cls::qty)) return false;
      if (is(k, Cls::verb_rise) || is(k, Cls::verb_fall) || is(k, Cls::verb_level) || is(k, Cls::verb_be))
        return true;
    }
    return false;
  }

  // To the left, up to the previous quantity or the clause's beginning.
  uint32_t left_of(const Frame& f, Cls wanted) const {
    uint32_t vague = kNowhere;  // "now", if nothing better is named
    for (uint32_t i = f.chunk; i-- > 0;) {
      if (says(f, i, wanted)) {
        if (wanted == Cls::period && named_by_earlier(i)) break;
        if (wanted == Cls::period && spot(i).period.form == PeriodForm::trailing && spot(i).period.offset < 0)
          continue;
        if (wanted != Cls::period || spot(i).period.form != PeriodForm::now) return i;
        vague = i;
      }
      bool joined = wanted != Cls::period && is(i, Cls::conj_and) && !a_.chunks[i].transparent;
      if (i < f.first && (is(i, Cls::qty) || ends_clause(i) || joined)) break;
    }
    return vague;
  }

  static bool forecast(const Frame& f) { return f.status == Status::forecast || f.status == Status::target; }

  bool opens_clause(uint32_t chunk) const {
    return is(chunk, Cls::conj_sub) || is(chunk, Cls::pron_rel) || is(chunk, Cls::pron_that);
  }

  // What puts the frame's clause into the future, or kNowhere.
  uint32_t future_of(const Frame& f) const {
    for (uint32_t i = f.chunk; i-- > 0;) {
      if (is(i, Cls::qty) || is(i, Cls::punct_comma) || ends_clause(i) || opens_clause(i)) break;
      if (is(i, Cls::verb_have) || time_of(i) == Status::previous) break;  // "may have been"
      if (is(i, Cls::verb_modal) || projects(i)) return i;
    }
    return kNowhere;
  }

  // A forecast's period, or one of a clause in the future; not "would formalise
  // the agreement reached in March", nor "the June 17 announcement that it would".
  bool looks_ahead(const Frame& f, uint32_t at) const {
    if (at > f.chunk && is(at - 1, Cls::verb)) return false;  // "in its report published in January"
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

  // "plans to open", "will be"; not "is estimated to be".
  bool projects(uint32_t chunk) const {
    std::optional<Status> s = time_of(chunk);
    return s == Status::forecast || s == Status::target;
  }

  std::optional<Status> time_of(uint32_t chunk) const {
    for (Cls c : {Cls::verb_project, Cls::verb_be}) {
      if (!is(chunk, c)) continue;
      std::string_view p = payload(a_.chunks[chunk].tokens.last - 1, c);
      if (!p.empty()) return status_from(p);
    }
    return std::nullopt;
  }

  void period(Frame& f) {
    const Frame* ante = f.antecedent >= 0 ? &a_.frames[static_cast<size_t>(f.antecedent)] : nullptr;
    while (ante != nullptr && ante->earlier && ante->antecedent >= 0)
      ante = &a_.frames[static_cast<size_t>(ante->antecedent)];
    if (ante == nullptr && f.year_earlier && f.previous >= 0)
      ante = &a_.frames[static_cast<size_t>(f.previous)];
    std::optional<Period> base = ante != nullptr && ante->when ? ante->when->bounds : std::nullopt;
    uint32_t at = f.period >= 0 ? static_cast<uint32_t>(f.period) : right_of(f, Cls::period);
    if (f.list_count > 1)
      if (uint32_t own = listed_period(f); own != kNowhere) at = own;
    if (at == kNowhere && f.earlier && f.chunk > 0 && a_.chunks[f.chunk - 1].cls.has(bit(Cls::period)))
      at = f.chunk - 1;  // "after January's 1.9 percent"
    if (at == kNowhere && !f.earlier) at = left_of(f, Cls::period);
    if (at != kNowhere) {
      bool ahead = looks_ahead(f, at);
      f.when = read(at, base, ahead);
      if (dated_basis(at) && moves(f)) narrow(*f.when);
      if (ahead && is_to_come(at, *f.when)) to_come_.push_back(at);
      PeriodForm form = spot(at).period.form;
      f.when->inherited =
          form == PeriodForm::now || (form == PeriodForm::same && spot(at).period.offset == 0);
      if (f.when->bounds) return;
      f.when.reset();
      if (spot(at).period.form == PeriodForm::now) return;
    }
    if (f.earlier) {
      earlier_period(f, base);
      return;
    }
    if (ante != nullptr && ante->when && !ante->earlier) {
      f.when = ante->when;
      return;
    }
    inherit(f);
  }

  bool is_to_come(uint32_t chunk, const RecordPeriod& p) const {
    if (!p.bounds || !state_.today) return false;
    return first_day(p.bounds->start) > last_day(*state_.today) ||
           read(chunk, std::nullopt, false).bounds != p.bounds;
  }

  // "Growth for Q1 and Q2 is projected at 7.0 and 7.2 percent": as many periods as values.
  uint32_t listed_period(const Frame& f) const {
    std::vector<uint32_t> run;
    for (uint32_t i = 0; i < size(); ++i) {
      bool said = a_.chunks[i].cls.has(bit(Cls::period));
      if (said && i > 0 && !run.empty() && run.back() + 1 == i) run.clear();  // "1985 4th qtr": one
      if (said) run.push_back(i);
      if (i + 1 < size() && (said || is(i, Cls::conj_and) || is(i, Cls::punct_comma))) continue;
      if (run.size() == f.list_count) return run[f.list_index];
      run.clear();
    }
    return kNowhere;
  }

  // The time that a comparator to the right names, seen from the present value.
  void earlier_period(Frame& f, const std::optional<Period>& base) {
    if (f.status == Status::previous && f.antecedent >= 0) {  // "(previously 5 percent)" is of the same time
      f.when = a_.frames[static_cast<size_t>(f.antecedent)].when;
      return;
    }
    uint32_t at = right_of(f, Cls::comparator);
    if (at == kNowhere) at = right_of(f, Cls::basis);
    if (at != kNowhere && spot(at).period.form != PeriodForm::none) f.when = read(at, base, false);
    if (f.when && !f.when->bounds) f.when.reset();
    if (!f.when && f.year_earlier && base) {
      f.when = RecordPeriod{"", shift_months(*base, -12), true};
      return;
    }
    if (!f.when && f.status == Status::none) f.status = Status::previous;
  }

  // "In the first half, A rose 3 percent while B fell": a fronted period holds
  // for the sentence; else what is in force.
  // ", as of the end of October" closes the clause and holds for all of it.
  uint32_t closing_period(const Frame& f) const {
    for (uint32_t i = f.chunk + 1; i < size() && !ends_clause(i); ++i)
      if (a_.chunks[i].cls.has(bit(Cls::period)) && i > 1 &&
          (is(i - 1, Cls::punct_comma) || (is(i - 1, Cls::prep) && is(i - 2, Cls::punct_comma))) &&
          (i + 1 == size() || is(i + 1, Cls::punct_stop) || ends_clause(i + 1)))
        return i;
    return kNowhere;
  }

  // "Two-thirds of the carriers that used the canal now sail around it": the document's date.
  uint32_t later_now(const Frame& f) const {
    for (uint32_t i = f.chunk + 1; i < size() && !is(i, Cls::qty) && !is(i, Cls::punct_comma); ++i)
      if (is(i, Cls::period)) return spot(i).period.form == PeriodForm::now ? i : kNowhere;
    return kNowhere;
  }

  void inherit(Frame& f) {
    if (uint32_t at = later_now(f); at != kNowhere) {
      f.when = read(at, std::nullopt, false);
      f.when->inherited = true;
      if (!f.when->bounds) f.when.reset();
      return;
    }
    if (uint32_t at = closing_period(f); at != kNowhere) {
      f.when = read(at, std::nullopt, looks_ahead(f, at));
      if (f.when->bounds) return;
      f.when.reset();
    }
    if (state_.today && f.np >= 0 && is(static_cast<uint32_t>(f.np), Cls::noun_market)) {
      f.when = RecordPeriod{"", Period{*state_.today, *state_.today}, true};
      return;
    }
    for (uint32_t i = f.chunk; i-- > 0;) {
      if (!a_.chunks[i].cls.has(bit(Cls::period)) || named_by_earlier(i) || of_event(i)) continue;
      f.when = read(i, std::nullopt, looks_ahead(f, i));
      if (f.when->bounds) {
        f.when->inherited = !(i <= 1 && same_statement(i, f.chunk));
        return;
      }
      f.when.reset();
      if (spot(i).period.form == PeriodForm::now) return;
    }
    const std::optional<RecordPeriod>& from = state_.in_force ? state_.in_force : state_.main;
    if (!from || !from->bounds) return;
    f.when = from;
    f.when->inherited = true;
  }

  bool opens_sentence(uint32_t chunk) const {
    for (uint32_t i = 0; i < chunk; ++i)
      if (!is(i, Cls::punct_quote)) return false;
    return true;
  }

  // No semicolon between: what stands at the sentence's head holds here.
  bool same_statement(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i)
      if (is(i, Cls::punct_semicolon)) return false;
    return true;
  }

  bool named_by_earlier(uint32_t chunk) const {
    for (const Frame& f : a_.frames)
      if ((f.earlier || forecast(f)) && f.chunk < chunk && right_of(f, Cls::period) == chunk) return true;
    return false;
  }

  bool moves(const Frame& f) const { return f.measure == Measure::growth || f.measure == Measure::change; }

  void basis(Frame& f) {
    if (!moves(f)) return;
    if (f.row) {
      f.basis = state_.heading;
      return;
    }
    for (Cls c : {Cls::basis, Cls::comparator}) {
      uint32_t at = right_of(f, c);
      if (at != kNowhere && set_basis(f, at)) return;
    }
    if (f.antecedent < 0 || a_.frames[static_cast<size_t>(f.antecedent)].basis == Basis::none) {
      for (Cls c : {Cls::basis, Cls::comparator}) {
        uint32_t at = left_of(f, c);
        if (at != kNowhere && set_basis(f, at)) return;
      }
      if (uint32_t at = fronted(); at != kNowhere && at < f.chunk && set_basis(f, at)) return;
      if (named_basis(f)) return;
    } else {
      const Frame& ante = a_.frames[static_cast<size_t>(f.antecedent)];
      if (moves(ante)) f.basis = ante.basis;
      return;
    }
    if (f.measure == Measure::growth && state_.convention != Basis::none && !f.compared)
      f.basis = state_.convention;
  }

  // "a monthly rise of 4 percent", "annual growth slowed to 4 percent".
  bool named_basis(Frame& f) const {
    TokenRange t{a_.chunks[f.first].tokens.first, a_.chunks[f.last - 1].tokens.last};
    for (uint32_t i = t.first; i < t.last; ++i) {
      const ClassSet& word = tokens_[i].cls;
      auto next = [&](Cls c) { return i + 1 < t.last && tokens_[i + 1].cls.meets(pack_.family(c)); };
      bool movement = next(Cls::noun_rise) || next(Cls::noun_fall) || next(Cls::noun_growth) ||
                      i + 1 == f.quantity.number.first;  // "rose an annual 4 percent"
      bool rate = i >= f.quantity.tokens.last && next(Cls::noun_rate) && unit_of(i) == TimeUnit::year;
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

  // "a monthly gain of 5 percent over the past year" is one of many.
  static bool is_average(const Frame& f, Basis b) {
    std::optional<int> length = f.when && f.when->bounds ? months_of(*f.when->bounds) : std::nullopt;
    return length && ((b == Basis::MoM && *length > 1) || (b == Basis::QoQ && *length > 3) ||
                      (b == Basis::YoY && *length > 12));
  }

  TimeUnit unit_of(uint32_t token) const {
    return time_unit_from(payload(token, Cls::time_span)).value_or(TimeUnit::none);
  }
  std::string_view payload(uint32_t token, Cls c) const {
    const Payload* p = pack_.payload(tokens_[token].entry, c);
    return p == nullptr ? std::string_view() : pack_.text(p->text);
  }

  // What a difference is against, where that is a time: "than in the first half".
  void versus(Frame& f) {
    if (f.measure != Measure::difference || f.versus.size() > 0) return;
    uint32_t at = right_of(f, Cls::comparator);
    if (at == kNowhere) return;
    const Spot& s = spot(at);
    Versus v;
    v.text = cover(tokens_[s.tokens.first].span, tokens_[s.tokens.last - 1].span).in(text_);
    if (s.period.form != PeriodForm::none)
      v.bounds = resolve_period(s.period, context(f.when ? f.when->bounds : std::nullopt));
    f.compared = v;
  }

  // A basis at the sentence's head holds for all of it.
  uint32_t fronted() const {
    for (uint32_t i = 0; i < size() && i < 3; ++i) {
      if (a_.chunks[i].cls.has(bit(Cls::basis)) || a_.chunks[i].cls.has(bit(Cls::comparator))) return i;
      if (!a_.chunks[i].transparent && !is(i, Cls::punct_comma)) break;
    }
    return kNowhere;
  }

  bool set_basis(Frame& f, uint32_t chunk) {
    const Spot& s = spot(chunk);
    std::optional<Period> value = f.when ? f.when->bounds : std::nullopt;
    if (a_.chunks[chunk].cls.has(bit(Cls::comparator))) {
      Versus v;
      v.text = cover(tokens_[s.tokens.first].span, tokens_[s.tokens.last - 1].span).in(text_);
      DateContext c = context(value);
      if (s.period.form != PeriodForm::none) v.bounds = resolve_period(s.period, c);
      f.compared = v;
    }
    f.basis = s.basis != Basis::none ? s.basis : basis_of(s.period, value, context(value));
    f.basis_stated = f.basis != Basis::none;
    return f.basis != Basis::none || f.compared.has_value();
  }

  // "(April; change from a year earlier)" over a table
  void heading() {
    state_.heading = Basis::none;
    for (uint32_t i = 0; i < size(); ++i)
      if (a_.chunks[i].cls.has(bit(Cls::basis)) || a_.chunks[i].cls.has(bit(Cls::comparator)))
        state_.heading = spot(i).basis != Basis::none ? spot(i).basis
                                                      : basis_of(spot(i).period, std::nullopt, context({}));
  }

  // A streak belongs to the growth before it in the sentence.
  void streaks() {
    for (uint32_t i = 0; i < size(); ++i) {
      if (!a_.chunks[i].cls.has(bit(Cls::streak))) continue;
      Frame* holder = nullptr;
      for (Frame& f : a_.frames)
        if (f.chunk < i && moves(f)) holder = &f;
      if (holder == nullptr) continue;
      const Spot& s = spot(i);
      holder->streak = Streak{
          Decimal::of(s.period.n), name_of(s.period.unit),
          s.direction > 0   ? "up"
          : s.direction < 0 ? "down"
                            : (holder->quantity.value.is_negative() || holder->sign < 0 ? "down" : "up")};
    }
  }

  // "showed that in May output rose": no "that in May" as of "lower than that in May".
  void that_clauses() {
    for (uint32_t i = 1; i < size(); ++i) {
      Chunk& c = a_.chunks[i];
      if (!c.cls.has(bit(Cls::np_that)) || !is(i - 1, Cls::verb_report)) continue;
      for (uint32_t k = 0; k < a_.spots.size(); ++k)
        if (a_.spots[k].kind == SpotKind::period && a_.spots[k].tokens.last == c.tokens.last) {
          c.cls.add(bit(Cls::period));
          c.index = k;
        }
    }
  }

  void note_years() {
    for (const Spot& s : a_.spots)
      if ((s.kind == SpotKind::period || s.kind == SpotKind::trap) && s.period.year > 1000 &&
          s.period.form != PeriodForm::none)
        state_.year = s.period.year;
    for (const Spot& s : a_.spots) {
      if (s.period.form == PeriodForm::fiscal_quarter) state_.fiscal_year = s.period.year;
      if (s.period.form == PeriodForm::split_year && s.period.month != 0)
        state_.fiscal_month = s.period.month;
      if (s.period.form == PeriodForm::split_year && state_.fiscal_year != 0)
        state_.fiscal_year = s.period.year;
    }
  }

  // Periods of comparators, of earlier values and of forecasts never come into force.
  void move_on() {
    for (uint32_t i = 0; i < size(); ++i) {
      if (!a_.chunks[i].cls.has(bit(Cls::period)) && !dated_basis(i)) continue;
      PeriodForm form = spot(i).period.form;
      bool compared = form == PeriodForm::ago || form == PeriodForm::trailing || form == PeriodForm::past ||
                      (form == PeriodForm::same && spot(i).period.offset != 0);
      if (form == PeriodForm::weekday || compared || named_by_earlier(i) || of_event(i)) continue;
      if (form == PeriodForm::day && !used(i)) continue;
      if (std::find(to_come_.begin(), to_come_.end(), i) != to_come_.end()) continue;
      RecordPeriod p = read(i, std::nullopt, false);
      if (dated_basis(i)) narrow(p);
      if (form == PeriodForm::now) {
        if (opens_sentence(i))
          state_.in_force = p;  // fronted; "has now lasted" changes nothing for what follows
        continue;
      }
      if (!p.bounds) continue;
      if (form == PeriodForm::same_end) state_.main = p;
      if (in_relative_clause(i)) continue;
      if (!state_.main && form != PeriodForm::day && !of_forecast(i)) state_.main = p;
      state_.in_force = p;
    }
  }

  bool in_relative_clause(uint32_t i) const {
    for (uint32_t k = i; k-- > 0;) {
      if (is(k, Cls::pron_rel)) return k > 0 && is(k - 1, Cls::punct_comma);
      if (is(k, Cls::punct_comma) || ends_clause(k)) return false;
    }
    return false;
  }

  // "the 2025 forecast"
  bool of_forecast(uint32_t i) const {
    return i + 1 < size() && (is(i + 1, Cls::status_forecast) || is(i + 1, Cls::status_target));
  }

  bool used(uint32_t chunk) const {
    for (const Frame& f : a_.frames)
      if (!f.earlier && right_of(f, Cls::period) == chunk) return true;
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
  DiscourseState& state_;
  std::vector<uint32_t> to_come_;  // periods that begin after the text, or that only the tense puts there
  std::optional<Period> said_;     // of the sentence's last statement
};

}  // namespace

void resolve_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                   const Pack& pack, DiscourseState& state) {
  Scope(text, tokens, sentence, pack, state).run();
}

}  // namespace statgrep
