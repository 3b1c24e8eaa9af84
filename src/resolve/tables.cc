// Tests: tests/unit/resolve_tables_test.cc
#include "statgrep/resolve/tables.h"

#include <algorithm>

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

bool has(const std::vector<Token>& tokens, TokenRange r, const Pack& pack,
         std::initializer_list<Cls> classes) {
  for (uint32_t i = r.first; i < r.last; ++i)
    for (Cls c : classes)
      if (tokens[i].cls.meets(pack.family(c))) return true;
  return false;
}

// What comes per share is printed in whole currency.
bool each(const std::vector<Token>& tokens, const Frame& f, const Pack& pack) {
  if (has(tokens, f.indicator, pack, {Cls::prep_per})) return true;
  for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
    if (const Payload* p = pack.payload(tokens[i].entry, Cls::noun_alias))
      if (pack.text(p->text).ends_with("/share")) return true;
  return false;
}

// "Net sales 4,812" counts money where the heading names some; "Employees 940" does not.
void put_unit(const std::vector<Token>& tokens, Frame& f, const Pack& pack, const Table& table) {
  Quantity& q = f.quantity;
  if (q.kind == Kind::money && table.scale != 0 && !q.scaled && q.per.empty() && !each(tokens, f, pack)) {
    q.value = q.value.shifted(table.scale);  // "$612.4" under "in millions"
    return;
  }
  if (q.kind != Kind::bare || !q.unit.empty()) return;
  if (table.percent && f.row && f.column > 0) {  // "0.7 (-1.3)": of the percentage before it
    q.kind = Kind::points;
    q.unit = "pp";
    f.measure = Measure::change;
    return;
  }
  if (table.percent) {
    q.kind = Kind::percent;
    q.unit = "%";
    f.measure = Measure::growth;
    return;
  }
  if (!table.unit.empty() && f.np >= 0) {
    q.kind = Kind::physical;
    q.unit = table.unit;
    q.value = q.value.shifted(table.scale);
    return;
  }
  if (table.currency.empty()) return;
  const bool own =
      has(tokens, f.indicator, pack, {Cls::currency, Cls::unit, Cls::noun_person, Cls::noun_number});
  if (own) return;
  q.kind = Kind::money;
  q.unit = table.currency;
  if (!each(tokens, f, pack)) q.value = q.value.shifted(table.scale);
}

// "+8.4%" in a column "Change" behind two times.
void put_change(Frame& f, const Table& table) {
  f.measure = f.quantity.kind == Kind::percent ? Measure::growth : Measure::change;
  if (table.columns.size() < 2 || !table.columns[0].when || !table.columns[1].when) return;
  f.when = table.columns[0].when;
  if (f.when->bounds && table.columns[1].when->bounds)
    f.basis = basis_between(*f.when->bounds, *table.columns[1].when->bounds);
}

// Removes the frames beyond the last column; what went on from them goes on
// from where they did.
void drop_beyond(std::vector<Frame>& frames, size_t columns) {
  constexpr int32_t kGone = -1;
  std::vector<int32_t> now_at;
  std::vector<Frame> kept;
  const auto moved = [&](int32_t Frame::*link, int32_t i) {
    while (i >= 0 && now_at[static_cast<size_t>(i)] == kGone) i = frames[static_cast<size_t>(i)].*link;
    return i < 0 ? i : now_at[static_cast<size_t>(i)];
  };
  for (const Frame& f : frames) {
    if (f.column > columns) {
      now_at.push_back(kGone);
      continue;
    }
    now_at.push_back(static_cast<int32_t>(kept.size()));
    kept.push_back(f);
    kept.back().antecedent = moved(&Frame::antecedent, f.antecedent);
    kept.back().previous = moved(&Frame::previous, f.previous);
  }
  frames = std::move(kept);
}

constexpr uint32_t kApart = 2;  // spaces between the cells of a line

// How far the token stands from what is printed before it on its line.
uint32_t space_before(std::string_view text, const Token& token) {
  uint32_t n = 0;
  while (n < token.span.begin && (text[token.span.begin - n - 1] == ' ')) ++n;
  return n;
}

std::vector<TokenRange> cells_of(std::string_view text, const std::vector<Token>& tokens, TokenRange line) {
  std::vector<TokenRange> cells;
  for (uint32_t i = line.first; i < line.last; ++i) {
    if (i == line.first || space_before(text, tokens[i]) >= kApart) cells.push_back({i, i});
    cells.back().last = i + 1;
  }
  return cells;
}

// "New", "Prior": a word of status alone is no name.
TableColumn named_column(const std::vector<Token>& tokens, TokenRange cell, const Pack& pack) {
  const ClassSet& word = tokens[cell.first].cls;
  if (tokens[cell.last - 1].cls.meets(pack.family(Cls::noun_change)))
    return {.when = std::nullopt, .name = {}, .status = Status::none, .change = true};
  if (cell.size() > 1) return {std::nullopt, cell, Status::none};
  if (word.meets(pack.family(Cls::status_previous))) return {std::nullopt, {}, Status::previous};
  if (word.meets(pack.family(Cls::column_current))) return {};
  return {std::nullopt, cell, Status::none};
}

// "million", "millions"; null where the token is no scale.
const Payload* scale_at(const std::vector<Token>& tokens, uint32_t at, const Pack& pack) {
  const Payload* plural = pack.payload(tokens[at].entry, Cls::scale_table);
  return plural != nullptr ? plural : pack.payload(tokens[at].entry, Cls::num_scale);
}

// "(in millions, except per-share amounts)": of the currency that the cells print.
void read_scale(const std::vector<Token>& tokens, TokenRange line, uint32_t at, const Pack& pack,
                Table& out) {
  const Payload* scale = scale_at(tokens, at, pack);
  if (scale == nullptr || at == line.first || !out.currency.empty()) return;
  const bool alone = at + 1 >= line.last || tokens[at + 1].shape == Shape::mark;
  if (alone && tokens[at - 1].cls.meets(pack.family(Cls::prep_in))) out.scale = scale->number;
}

// "in mln tonnes", "(tonnes)"; "sales of 3 tonnes" names no unit of other lines.
void read_unit(const std::vector<Token>& tokens, uint32_t first, uint32_t at, const Pack& pack, Table& out) {
  const Payload* unit = pack.payload(tokens[at].entry, Cls::unit);
  if (unit == nullptr || at == first || !out.currency.empty()) return;
  const std::string_view code = pack.text(unit->text);
  for (Cls c : {Cls::unit_time, Cls::unit_point, Cls::unit_times, Cls::unit_share})
    if (tokens[at].cls.meets(pack.family(c))) return;
  const Payload* scale = pack.payload(tokens[at - 1].entry, Cls::num_scale);
  const uint32_t before = scale == nullptr ? at - 1 : std::max(at - 2, first);
  const ClassSet& opens = tokens[before].cls;
  const bool opened = opens.meets(pack.family(Cls::prep_in)) || opens.has(bit(Cls::punct_open)) ||
                      opens.has(bit(Cls::punct_comma));
  if (code == "%" || !opened) return;
  out.unit = code;
  out.scale = unit->number + (scale == nullptr ? 0 : scale->number);  // "kb/d" counts thousands
}

}  // namespace

Table read_table_heading(std::string_view text, const std::vector<Token>& tokens,
                         const SentenceAnalysis& heading, const Pack& pack) {
  Table out;
  std::vector<TokenRange> cells = cells_of(text, tokens, {heading.sentence.first, heading.sentence.last});
  const bool indented = space_before(text, tokens[heading.sentence.first]) >= kApart;
  if (!indented && !cells.empty()) cells.erase(cells.begin());
  if (cells.size() > 1 && cells.size() <= kMostColumns)
    for (TokenRange cell : cells) out.columns.push_back(named_column(tokens, cell, pack));
  bool moves = false, rates = false;
  for (uint32_t i = heading.sentence.first; i < heading.sentence.last; ++i) {
    if (const Payload* p = pack.payload(tokens[i].entry, Cls::currency)) {
      out.currency = pack.text(p->text);
      const Payload* scale = i + 1 < heading.sentence.last ? scale_at(tokens, i + 1, pack) : nullptr;
      out.scale = scale == nullptr ? 0 : scale->number;
    }
    read_scale(tokens, {heading.sentence.first, heading.sentence.last}, i, pack, out);
    read_unit(tokens, heading.sentence.first, i, pack, out);
    const Payload* change = pack.payload(tokens[i].entry, Cls::noun_change);
    if (change != nullptr && pack.text(change->text) == "%") out.percent = true;  // "percent change"
    moves = moves || tokens[i].cls.meets(pack.family(Cls::noun_growth)) || change != nullptr;
    const Payload* unit = pack.payload(tokens[i].entry, Cls::unit);
    out.titled = out.titled || (out.columns.empty() && i > heading.sentence.first &&
                                tokens[i].cls.meets(pack.family(Cls::prep_by)));
    rates = rates || (unit != nullptr && pack.text(unit->text) == "%");
  }
  out.percent = out.percent || (moves && rates);  // "GDP growth (per cent)"
  out.titled = out.titled || (out.percent && out.columns.empty());
  return out;
}

void fill_row(const std::vector<Token>& tokens, SentenceAnalysis& row, const Pack& pack, Table& table) {
  const auto beyond = [&](const Frame& f) { return f.column > table.columns.size(); };
  if (std::any_of(row.frames.begin(), row.frames.end(), beyond))
    drop_beyond(row.frames, table.columns.size());
  for (Frame& f : row.frames) {
    const bool prints = f.column > 0 && table.scale != 0 && table.currency.empty() && table.unit.empty();
    if (prints && f.quantity.kind == Kind::money) table.currency = f.quantity.unit;
    if (f.column > 0) {
      const TableColumn& column = table.columns[f.column - 1u];
      f.when = column.when ? column.when : table.period;
      if (column.change) put_change(f, table);
      f.heading = column.name;
      if (f.status == Status::none) f.status = column.status;
      if (column.name.size() > 0 && f.quantity.kind == Kind::percent && f.quantity.signed_number)
        f.measure = Measure::growth;
      put_unit(tokens, f, pack, table);
      f.row = f.row || (table.titled && column.name.size() == 0);
    } else if (f.row && (table.percent || !table.currency.empty() || !table.unit.empty())) {
      put_unit(tokens, f, pack, table);
    }
  }
}

}  // namespace statgrep
