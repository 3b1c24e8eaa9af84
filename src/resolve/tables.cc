// Tests: tests/unit/resolve_tables_test.cc
#include "tables.h"

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

// "Net sales 4,812" counts money where the heading names some; "Employees 940" does not.
void put_unit(const std::vector<Token>& tokens, Frame& f, const Pack& pack, const Table& table) {
  Quantity& q = f.quantity;
  if (q.kind != Kind::bare || !q.unit.empty()) return;
  if (table.percent) {
    q.kind = Kind::percent;
    q.unit = "%";
    f.measure = Measure::growth;
    return;
  }
  if (table.currency.empty()) return;
  const bool own =
      has(tokens, f.indicator, pack, {Cls::currency, Cls::unit, Cls::noun_person, Cls::noun_number});
  if (own) return;
  q.kind = Kind::money;
  q.unit = table.currency;
  // what comes per share is printed in whole currency
  if (!has(tokens, f.indicator, pack, {Cls::prep_per})) q.value = q.value.shifted(table.scale);
}

}  // namespace

Table read_table_heading(const std::vector<Token>& tokens, const SentenceAnalysis& heading,
                         const Pack& pack) {
  Table out;
  for (uint32_t i = heading.sentence.first; i < heading.sentence.last; ++i) {
    if (const Payload* p = pack.payload(tokens[i].entry, Cls::currency)) {
      out.currency = pack.text(p->text);
      const Payload* scale =
          i + 1 < heading.sentence.last ? pack.payload(tokens[i + 1].entry, Cls::num_scale) : nullptr;
      out.scale = scale == nullptr ? 0 : scale->number;
    }
    const Payload* change = pack.payload(tokens[i].entry, Cls::noun_change);
    if (change != nullptr && pack.text(change->text) == "%") out.percent = true;  // "percent change"
  }
  return out;
}

void fill_row(const std::vector<Token>& tokens, SentenceAnalysis& row, const Pack& pack, const Table& table) {
  std::erase_if(row.frames, [&](const Frame& f) { return f.column > table.columns.size(); });
  for (Frame& f : row.frames) {
    if (f.column > 0) {
      f.when = table.columns[f.column - 1u];
      put_unit(tokens, f, pack, table);
    } else if (f.row && table.percent) {
      put_unit(tokens, f, pack, table);
    }
  }
}

}  // namespace statgrep
