// Tests: tests/unit/resolve_scope_test.cc
#include "statgrep/resolve/scope.h"

#include <algorithm>
#include <utility>

#include "frame_bases.h"
#include "frame_periods.h"
#include "statgrep/resolve/tables.h"
#include "streaks.h"
#include "time_reader.h"

namespace statgrep {
namespace {

constexpr int kOpening = 2;  // paragraphs of prose in which a document says what time it is about

class Scope : SentenceScope {
 public:
  explicit Scope(const SentenceScope& scope) : SentenceScope(scope) {}

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
    items();
    FramePeriods periods(*this);
    FrameBases bases(*this);
    for (Frame& f : a_.frames) {
      periods.give(f);
      bases.give(f);
      if (!f.earlier && f.when && f.when->bounds && !periods.told_of_past(f)) say(*f.when->bounds);
    }
    for (const Frame& f : a_.frames) bases.give_by_earlier(f);
    for (size_t i = a_.frames.size(); i-- > 1;) bases.share(a_.frames[i - 1], a_.frames[i]);
    repeat();
    give_streaks(a_);
    if (a_.sentence.heading && a_.frames.empty()) heading();
    move_on();
    open_with_day();
  }

 private:
  // "energy: +0.5%" under "Month-on-month developments were as follows:": a movement.
  void items() {
    if (state_.heading == Basis::none || size() == 0 || !is(0, Cls::punct_bullet)) return;
    for (Frame& f : a_.frames)
      if (f.measure == Measure::level && f.quantity.kind == Quantity::Kind::percent &&
          f.quantity.signed_number)
        f.measure = Measure::growth;
  }

  void say(const Period& p) {
    constexpr size_t kMost = 8;  // that a later "the week" may mean
    times_.said = state_.said = p;
    std::erase(state_.told, p);
    state_.told.push_back(p);
    if (state_.told.size() > kMost) state_.told.erase(state_.told.begin());
  }

  // One statement for each time that a value was told of.
  void repeat() {
    const size_t told = a_.frames.size();
    for (size_t i = 0; i < told; ++i) {
      if (!a_.frames[i].also) continue;
      Frame again = a_.frames[i];
      again.when = std::exchange(again.also, std::nullopt);
      a_.frames.push_back(std::move(again));
    }
  }

  // "(April; change from March)" over a table
  void heading() {
    Table table = read_table_heading(text_, tokens_, a_, pack_);
    const std::vector<TableColumn> timed = timed_columns();
    const std::optional<Period> base = timed.size() == 1 ? timed[0].when->bounds : std::nullopt;
    Basis basis = Basis::none;
    for (uint32_t i = 0; i < size(); ++i)
      if (a_.chunks[i].cls.has(bit(Cls::basis)) || a_.chunks[i].cls.has(bit(Cls::comparator)))
        basis = spot(i).basis != Basis::none ? spot(i).basis : basis_of(spot(i).period, base, context(base));
    if (timed.size() > 1)
      put_times(table, ending_with(timed));
    else if (timed.size() == 1 && timed[0].when->bounds)
      table.period = timed[0].when, table.spans = ends_span(timed[0].name);
    if (table.columns.empty() || basis != Basis::none) state_.heading = basis;
    if (!table.percent && !table.period && !table.titled && table.columns.empty() && table.currency.empty() &&
        table.unit.empty() && table.scale == 0)
      return;
    if (table.unit.empty() && table.currency.empty()) table.unit = state_.table.unit;
    if (table.currency.empty() && table.scale == 0)
      table.currency = state_.table.currency, table.scale = state_.table.scale;
    if (!table.columns.empty()) {  // its title's
      table.percent = table.percent || state_.table.percent;
      table.titled = table.titled || state_.table.titled;
    }
    if (!table.period)  // a line above said of what time it is
      table.period = state_.table.period, table.spans = state_.table.spans;
    state_.table = std::move(table);
  }

  // The times of a heading; `name` is where each is printed.
  std::vector<TableColumn> timed_columns() const {
    std::vector<TableColumn> out;
    for (uint32_t i = 0; i < size() && out.size() < kMostColumns; ++i)
      if (a_.chunks[i].cls.has(bit(Cls::period)))
        out.push_back({read(i, std::nullopt, false), a_.chunks[i].tokens, Status::none});
    return out;
  }

  bool ends_span(TokenRange r) const {
    return std::any_of(a_.spots.begin(), a_.spots.end(), [&](const Spot& s) {
      return s.tokens.first == r.first && s.period.form == PeriodForm::ending && s.period.year == 0;
    });
  }

  // "2025   2024" under "Three months ended Aug. 31,": that span of each year.
  std::vector<TableColumn> ending_with(std::vector<TableColumn> timed) const {
    const std::optional<RecordPeriod>& span = state_.table.period;
    if (!span || !span->bounds || span->bounds->end.month == 0 || !state_.table.spans) return timed;
    for (TableColumn& c : timed) {
      if (!c.when || !c.when->bounds || c.when->bounds->start.month != 0 ||
          c.when->bounds->start.year != c.when->bounds->end.year)
        return timed;
      const int back = c.when->bounds->end.year - span->bounds->end.year;
      c.when->bounds = shift_months(*span->bounds, 12 * back);
    }
    return timed;
  }

  // "Q2 2024   Q2 2023   Change": the times go to their cells, or are the cells.
  static void put_times(Table& table, const std::vector<TableColumn>& timed) {
    if (table.columns.size() < timed.size()) table.columns = timed;
    for (TableColumn& c : table.columns)
      for (const TableColumn& t : timed)
        if (c.name.first <= t.name.first && t.name.first < c.name.last) {
          c.when = t.when;
          c.name = {};
          break;
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
      // "in the year ending June 30": what 1986/87 is in the text
      if (s.period.form == PeriodForm::ending && s.period.unit == TimeUnit::year && s.period.n <= 1 &&
          s.period.month != 0 && s.period.month != 12 && state_.fiscal_month == 0 && !state_.own_year) {
        state_.fiscal_month = s.period.month + 1;
        state_.fiscal_area = true;
      }
      if (s.period.form == PeriodForm::fiscal_quarter) state_.fiscal_year = s.period.year;
      if (s.period.form == PeriodForm::split_year && s.period.month != 0)
        state_.fiscal_month = s.period.month;
      if (s.period.form == PeriodForm::split_year && state_.fiscal_year != 0)
        state_.fiscal_year = s.period.year;
    }
  }

  // "At its meeting today, the bank left its rate at 3 percent": the day of what follows, too.
  void open_with_day() {
    for (uint32_t i = 0; i < 3 && i < size(); ++i) {
      if (!a_.chunks[i].cls.has(bit(Cls::adjunct)) || spot(i).period.form == PeriodForm::none) continue;
      for (const Frame& f : a_.frames)
        if (f.when && f.when->bounds && !f.when->inherited && f.when->bounds->start.day != 0 &&
            read(i, std::nullopt, false).bounds == f.when->bounds)
          state_.in_force = f.when;
    }
  }

  // "At 1 June 2024 there were 9 million cattle": the day on which was counted.
  bool counted_on(uint32_t chunk) const {
    const Token& first = tokens_[spot(chunk).tokens.first];
    return !a_.frames.empty() && opens_sentence(chunk) && first.cls.meets(pack_.family(Cls::prep_at));
  }

  // "raising its June | estimate": when somebody reckoned.
  bool of_edition(uint32_t i) const {
    return spot(i).period.form == PeriodForm::month && i + 1 < size() && is(i + 1, Cls::np) &&
           is(i + 1, Cls::noun_stated_as);
  }

  // Periods of comparators, of earlier values and of forecasts never come into force.
  void move_on() {
    for (uint32_t i = 0; i < size(); ++i) {
      if (!a_.chunks[i].cls.has(bit(Cls::period)) && !dated_basis(i)) continue;
      PeriodForm form = spot(i).period.form;
      bool compared = form == PeriodForm::ago || form == PeriodForm::trailing || form == PeriodForm::past ||
                      (form == PeriodForm::same && spot(i).period.offset != 0);
      if (form == PeriodForm::weekday || compared || named_by_earlier(i) || of_event(i) || of_compared(i) ||
          of_speaker(i) || in_past_list(i) || of_edition(i))
        continue;
      if (form == PeriodForm::day && !used(i) && !counted_on(i)) continue;
      if (std::find(times_.to_come.begin(), times_.to_come.end(), i) != times_.to_come.end()) continue;
      RecordPeriod p = read(i, std::nullopt, false);
      if ((dated_basis(i) && !summed(p)) || year_apart(spot(i).period, p.bounds)) narrow(p);
      if (form == PeriodForm::now) {
        if (opens_sentence(i))
          state_.in_force = p;  // fronted; "has now lasted" changes nothing for what follows
        continue;
      }
      if (!p.bounds || background(p)) continue;
      if (a_.sentence.heading && (form == PeriodForm::same_end || heads_block(i)))
        state_.main = p, state_.outlined = false;
      if (in_relative_clause(i) || of_record(i)) continue;
      if (form != PeriodForm::day && !of_forecast(i)) set_main(p);
      state_.in_force = p;
    }
  }

  // "founded in 1881", with nothing stated of that time: what a text of today tells by the way.
  bool background(const RecordPeriod& p) const {
    constexpr int kMonths = 24;
    if (!state_.today || a_.sentence.heading) return false;
    const bool over = last_day(shift_months(*p.bounds, kMonths).end) < last_day(*state_.today);
    const bool far =
        first_day(shift_months(*p.bounds, -kMonths).start) > last_day(*state_.today);  // "due 1999"
    if (!over && !far) return false;
    return std::none_of(a_.frames.begin(), a_.frames.end(),
                        [&](const Frame& f) { return f.when && f.when->bounds == p.bounds; });
  }

  // "1,607 people were killed in the 12 months to June": a sum of all of them, not June's.
  bool summed(const RecordPeriod& p) const {
    return std::any_of(a_.frames.begin(), a_.frames.end(),
                       [&](const Frame& f) { return !moves(f) && f.when && f.when->bounds == p.bounds; });
  }

  // "April 30 end", on a line of its own under a quarter's headline
  bool heads_block(uint32_t i) const {
    return a_.sentence.heading && size() == 1 && i == 0 && spot(i).period.form == PeriodForm::ending;
  }

  static bool one_week(const Period& p) {
    return p.start.day != 0 && p.end.day != 0 &&
           to_days(p.end) - to_days(p.start) + 1 == days_in(TimeUnit::week);
  }

  // The first that is named; a headline's "1986" gives way to the opening's "fourth quarter of 1986".
  void set_main(const RecordPeriod& p) {
    if (!state_.main) {
      if (state_.prose > kOpening) return;
      state_.main = p;
      state_.outlined = a_.sentence.heading;
      opened_ = !a_.sentence.heading;
      return;
    }
    constexpr int kLong = 24;  // months
    if (opened_ && first_day(p.bounds->start) > last_day(shift_months(*state_.main->bounds, kLong).end))
      state_.main = p;  // "28 percent in 2003; in 2023 it was 16"
    if (!state_.outlined || a_.sentence.heading) return;
    state_.outlined = false;
    const Period& wide = *state_.main->bounds;
    constexpr int kYear = 12;                                     // months; a headline's "first half" stays
    if (months_of(wide) < kYear && !one_week(*p.bounds)) return;  // "February's close": "its last week"
    if (first_day(p.bounds->start) >= first_day(wide.start) && last_day(p.bounds->end) <= last_day(wide.end))
      state_.main = p;
  }

  bool opened_ = false;  // this sentence named the document's main period
};

}  // namespace

DateContext date_context(const DiscourseState& state) {
  DateContext c{.today = state.today,
                .in_force = {},
                .year = state.year,
                .future = false,
                .fiscal_month = state.fiscal_month,
                .fiscal_area = state.fiscal_area,
                .fiscal_year = state.fiscal_year,
                .own_year = state.own_year};
  for (const auto* from : {&state.in_force, &state.main})
    if (!c.in_force && *from) c.in_force = (*from)->bounds;
  return c;
}

void resolve_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                   const Pack& pack, DiscourseState& state) {
  SentenceTimes times;
  Scope(SentenceScope(text, tokens, sentence, pack, state, times)).run();
}

}  // namespace statgrep
