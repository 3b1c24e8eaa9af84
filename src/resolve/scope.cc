// Tests: tests/unit/resolve_scope_test.cc
#include "statgrep/resolve/scope.h"

#include <algorithm>

#include "sentence_view.h"
#include "tables.h"

namespace statgrep {
namespace {

constexpr int kOpening = 2;  // paragraphs of prose in which a document says what time it is about

class Scope : SentenceView {
 public:
  Scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack,
        DiscourseState& state)
      : SentenceView(tokens, a, pack), text_(text), a_(a), state_(state) {}

  void run() {
    if (a_.sentence.paragraph != state_.paragraph) {
      state_.paragraph = a_.sentence.paragraph;
      if (!a_.sentence.heading) ++state_.prose;
      state_.in_force.reset();
    }
    note_years();
    that_clauses();
    if (!a_.sentence.heading) state_.table = {};
    fill_row(tokens_, a_, pack_, state_.table);
    for (Frame& f : a_.frames) {
      period(f);
      basis(f);
      versus(f);
      if (!f.earlier && f.when && f.when->bounds) said_ = state_.said = f.when->bounds;
    }
    for (const Frame& f : a_.frames) basis_by_earlier(f);
    streaks();
    if (a_.sentence.heading && a_.frames.empty()) heading();
    move_on();
  }

 private:
  DateContext context(const std::optional<Period>& base) const {
    DateContext c{
        state_.today,       base,           state_.year, false, state_.fiscal_month, state_.fiscal_area,
        state_.fiscal_year, state_.own_year};
    if (!c.in_force && said_) c.in_force = said_;
    if (!c.in_force && state_.in_force) c.in_force = state_.in_force->bounds;
    if (!c.in_force && state_.main) c.in_force = state_.main->bounds;
    return c;
  }

  RecordPeriod read(uint32_t chunk, const std::optional<Period>& base, bool future) const {
    const Spot& s = spot(chunk);
    DateContext c = context(base);
    if (s.period.form == PeriodForm::same && !base) c.in_force = named_before(chunk, c.in_force);
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

  // "cost 4 million in 1985 while sales were 9 million in the same period": the one named last,
  // whether its figure was read or not.
  std::optional<Period> named_before(uint32_t chunk, const std::optional<Period>& otherwise) const {
    for (uint32_t i = chunk; i-- > 0;) {
      if (!a_.chunks[i].cls.has(bit(Cls::period)) || spot(i).period.form >= PeriodForm::ago) continue;
      if (std::optional<Period> p = resolve_period(spot(i).period, context({}))) return p;
    }
    return said_ ? said_ : state_.said ? state_.said : otherwise;
  }

  // A movement in the year to May is May's against that of a year before; a sum is of twelve months.
  static void narrow(RecordPeriod& p) {
    if (p.bounds) p.bounds->start = p.bounds->end;
  }

  // The same month of two years, "between April and May": a movement from the one to the other.
  static bool year_apart(const PeriodSpec& p) {
    return p.form == PeriodForm::month_range && p.month2 == p.month && p.year2 == p.year + 1 && p.year != 0;
  }
  static bool two_ends(const PeriodSpec& p) {
    return year_apart(p) || (p.form == PeriodForm::month_range && p.n == 2 && p.month2 == p.month % 12 + 1 &&
                             (p.year2 == 0 || p.year2 == p.year + (p.month == 12 ? 1 : 0)));
  }

  // "rose 0.1 percent from June to July": the later month against the earlier.
  // Before the figure it is a span ("from January to February").
  bool adjacent(const Frame& f, uint32_t at) const {
    const PeriodSpec& p = spot(at).period;
    if (!moves(f) || !f.when->bounds || right_of(f, Cls::basis) != kNowhere) return false;
    if (two_ends(p)) return true;
    if (at < f.chunk && !follows_movement(at)) return false;
    return (p.form == PeriodForm::month_range && p.month2 == p.month % 12 + 1) ||
           (p.form == PeriodForm::years && p.year2 == p.year + 1);
  }
  bool follows_movement(uint32_t at) const {
    return std::any_of(a_.frames.begin(), a_.frames.end(),
                       [&](const Frame& g) { return g.chunk < at && g.chunk + 3 > at && moves(g); });
  }
  void move_between(Frame& f, uint32_t at) {
    narrow(*f.when);
    const PeriodSpec& p = spot(at).period;
    if (at < f.chunk && !two_ends(p)) return;
    f.basis = p.form == PeriodForm::years || year_apart(p) ? Basis::YoY : Basis::MoM;
    f.basis_stated = true;
  }

  // "rose 5 percent from May 2023 to May 2024": May's growth over a year.
  bool spans_year(uint32_t chunk, const RecordPeriod& p) const {
    return spot(chunk).period.form == PeriodForm::month_range && p.bounds && months_of(*p.bounds) == 13;
  }

  void period(Frame& f) {
    if (f.column > 0) return;  // see fill_row
    const Frame* ante = f.antecedent >= 0 ? &a_.frames[static_cast<size_t>(f.antecedent)] : nullptr;
    while (ante != nullptr && ante->earlier && ante->antecedent >= 0)
      ante = &a_.frames[static_cast<size_t>(ante->antecedent)];
    if (ante == nullptr && f.year_earlier && f.previous >= 0)
      ante = &a_.frames[static_cast<size_t>(f.previous)];
    std::optional<Period> base = ante != nullptr && ante->when ? ante->when->bounds : std::nullopt;
    uint32_t at = f.period >= 0 ? static_cast<uint32_t>(f.period) : right_of(f, Cls::period);
    // "twice the previous year's total": of what it is a multiple
    if (f.measure == Measure::multiple && at != kNowhere && at > f.chunk && at < f.last) at = kNowhere;
    if (f.list_count > 1)
      if (uint32_t own = listed_period(f); own != kNowhere) at = own;
    if (at == kNowhere && f.earlier && f.chunk > 0 && a_.chunks[f.chunk - 1].cls.has(bit(Cls::period)))
      at = f.chunk - 1;  // "after January's 1.9 percent"
    if (at == kNowhere && !f.earlier) at = relative_time(f);
    if (at == kNowhere && !f.earlier) at = left_of(f, Cls::period);
    if (at != kNowhere) {
      bool ahead = looks_ahead(f, at);
      f.when = read(at, base, ahead);
      if (dated_basis(at) && moves(f)) narrow(*f.when);
      if (adjacent(f, at)) move_between(f, at);
      if (moves(f) && spans_year(at, *f.when)) {
        narrow(*f.when);
        f.basis = Basis::YoY;
      }
      if (ahead && (is_to_come(at, *f.when) || forecast_of_now(f))) to_come_.push_back(at);
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

  // "forecast sales of 4 million in 1987", said in March 1987: what is told of has not been yet.
  bool forecast_of_now(const Frame& f) const {
    return f.status == Status::forecast && state_.today && f.when->bounds &&
           last_day(f.when->bounds->end) > last_day(*state_.today);
  }

  bool is_to_come(uint32_t chunk, const RecordPeriod& p) const {
    if (!p.bounds || !state_.today) return false;
    return first_day(p.bounds->start) > last_day(*state_.today) ||
           read(chunk, std::nullopt, false).bounds != p.bounds;
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

  // "crude stocks fell 4 million barrels": goods, no market's price.
  static bool stored(const Frame& f) {
    return f.quantity.kind == Quantity::Kind::physical || f.quantity.kind == Quantity::Kind::count;
  }

  // "In the first half, A rose 3 percent while B fell": a fronted period holds
  // for the sentence; else what is in force.
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
    if (state_.today && f.np >= 0 && is(static_cast<uint32_t>(f.np), Cls::noun_market) && !stored(f)) {
      f.when = RecordPeriod{"", Period{*state_.today, *state_.today}, true};
      return;
    }
    for (uint32_t i = f.chunk; i-- > 0;) {
      if (!a_.chunks[i].cls.has(bit(Cls::period)) || named_by_earlier(i) || of_event(i) ||
          of_expectation(i) || trails(f, i))
        continue;
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
    if (state_.today && awaits(f) && last_day(from->bounds->end) < first_day(*state_.today))
      return;  // what is to come is not of a time that is over
    f.when = from;
    f.when->inherited = true;
  }

  void basis(Frame& f) {
    if (!moves(f) || f.basis != Basis::none) return;
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

  // "rose 3 percent to 5 million from 4.8 million in the same month of 2023": the amount's comparator
  // says what the growth of that amount is against.
  void basis_by_earlier(const Frame& f) {
    if (!f.earlier || !f.when || !f.when->bounds || f.when->inherited) return;
    uint32_t at = right_of(f, Cls::period);
    if (at == kNowhere || spot(at).period.form != PeriodForm::same) return;
    int32_t i = f.previous;
    while (i >= 0 && !moves(a_.frames[static_cast<size_t>(i)]))
      i = a_.frames[static_cast<size_t>(i)].antecedent;
    if (i < 0) return;
    Frame& grown = a_.frames[static_cast<size_t>(i)];
    if (grown.basis == Basis::none && !grown.compared && grown.when && grown.when->bounds)
      grown.basis = basis_between(*grown.when->bounds, *f.when->bounds);
  }

  // "a monthly rise of 4 percent", "annual growth slowed to 4 percent"; an
  // annual rise of so many dollars is one that comes every year.
  bool named_basis(Frame& f) const {
    if (f.measure != Measure::growth && f.quantity.kind != Quantity::Kind::points) return false;
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

  // "(April; change from March)" over a table
  void heading() {
    state_.heading = Basis::none;
    std::vector<RecordPeriod> columns;
    for (uint32_t i = 0; i < size(); ++i)
      if (a_.chunks[i].cls.has(bit(Cls::period)) && columns.size() < kMostColumns)
        columns.push_back(read(i, std::nullopt, false));
    const std::optional<Period> base = columns.size() == 1 ? columns[0].bounds : std::nullopt;
    for (uint32_t i = 0; i < size(); ++i)
      if (a_.chunks[i].cls.has(bit(Cls::basis)) || a_.chunks[i].cls.has(bit(Cls::comparator)))
        state_.heading =
            spot(i).basis != Basis::none ? spot(i).basis : basis_of(spot(i).period, base, context(base));
    Table table = read_table_heading(tokens_, a_, pack_);
    if (columns.size() > 1) table.columns = std::move(columns);
    if (table.percent || !table.columns.empty()) state_.table = std::move(table);
  }

  // A streak belongs to the growth before it in the sentence.
  void streaks() {
    for (uint32_t i = 0; i < size(); ++i) {
      if (!a_.chunks[i].cls.has(bit(Cls::streak))) continue;
      Frame* holder = nullptr;
      for (Frame& f : a_.frames)
        if (f.chunk < i && moves(f) && !stated_apart(i)) holder = &f;
      if (holder == nullptr) continue;
      const Spot& s = spot(i);
      holder->streak = Streak{
          Decimal::of(s.period.n), name_of(s.period.unit),
          s.direction > 0   ? "up"
          : s.direction < 0 ? "down"
                            : (holder->quantity.value.is_negative() || holder->sign < 0 ? "down" : "up")};
    }
  }

  // A streak that a frame of its own states: "stood at 3 percent for the fifth month".
  bool stated_apart(uint32_t chunk) const {
    return std::any_of(a_.frames.begin(), a_.frames.end(), [&](const Frame& f) { return f.chunk == chunk; });
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

  // "up from the fourth quarter of 2023" leaves the text in the year it is in.
  bool compares(const Spot& s) const {
    for (uint32_t i = 0; i < size(); ++i)
      if (a_.chunks[i].tokens.last == s.tokens.last) return a_.chunks[i].cls.has(bit(Cls::comparator));
    return false;
  }

  void note_years() {
    for (const Spot& s : a_.spots)
      if (!compares(s) && (s.kind == SpotKind::period || s.kind == SpotKind::trap) && s.period.year > 1000 &&
          s.period.form != PeriodForm::none)
        state_.year = s.period.year;
    int split = 0;  // "for 2025-26, ... with Q1 at 6.5 percent": of that fiscal year
    for (const Spot& s : a_.spots) {
      if (s.period.form == PeriodForm::split_year && state_.fiscal_area) split = s.period.year;
      if (s.period.form == PeriodForm::quarter && s.period.year == 0 && split != 0)
        state_.fiscal_year = split;
      if (s.period.form == PeriodForm::fiscal_ending) {
        state_.fiscal_month = s.period.month % 12 + 1;
        state_.fiscal_area = true;
      }
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
      if (dated_basis(i) || year_apart(spot(i).period)) narrow(p);
      if (form == PeriodForm::now) {
        if (opens_sentence(i))
          state_.in_force = p;  // fronted; "has now lasted" changes nothing for what follows
        continue;
      }
      if (!p.bounds) continue;
      if (form == PeriodForm::same_end || heads_block(i)) state_.main = p, state_.outlined = false;
      if (in_relative_clause(i) || of_record(i)) continue;
      if (form != PeriodForm::day && !of_forecast(i)) set_main(p);
      state_.in_force = p;
    }
  }

  // "April 30 end", on a line of its own under a quarter's headline
  bool heads_block(uint32_t i) const {
    return a_.sentence.heading && size() == 1 && i == 0 && spot(i).period.form == PeriodForm::ending;
  }

  // The first that is named; a headline's "1986" gives way to the opening's "fourth quarter of 1986".
  void set_main(const RecordPeriod& p) {
    if (!state_.main) {
      if (state_.prose > kOpening) return;
      state_.main = p;
      state_.outlined = a_.sentence.heading;
      return;
    }
    if (!state_.outlined || a_.sentence.heading) return;
    state_.outlined = false;
    const Period& wide = *state_.main->bounds;
    constexpr int kYear = 12;  // months; a headline's "first half" stays
    if (months_of(wide) < kYear) return;
    if (first_day(p.bounds->start) >= first_day(wide.start) && last_day(p.bounds->end) <= last_day(wide.end))
      state_.main = p;
  }
  static constexpr size_t kMostColumns = 8;

  std::string_view text_;
  SentenceAnalysis& a_;
  DiscourseState& state_;
  std::optional<Period> said_;     // of the sentence's last statement
  std::vector<uint32_t> to_come_;  // periods that begin after the text, or that only the tense puts there
};

}  // namespace

void resolve_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                   const Pack& pack, DiscourseState& state) {
  Scope(text, tokens, sentence, pack, state).run();
}

}  // namespace statgrep
