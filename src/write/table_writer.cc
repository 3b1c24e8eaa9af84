// A table for people. All rows are kept to the end, for their widths decide
// the layout; names and places give way first, for half a number misleads.
#include <algorithm>
#include <numeric>

#include "statgrep/write/display.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

constexpr int kGap = 2;        // blanks between columns
constexpr int kNarrowest = 6;  // no column gives way below this
constexpr int kElastic = 14;   // elastic columns give way to this before others do

struct TableColumn {
  std::string title;
  bool elastic = false;  // gives way first
  bool right = false;    // numbers stand right
  Elide elide = Elide::end;
  const char* style = "";  // SGR parameters
  std::function<std::string(const Record&)> cell;
};

// 6310000 as 6,310,000.
std::string grouped(const std::string& number) {
  const size_t begin = number[0] == '-' ? 1 : 0;
  const size_t digits = std::min(number.find_first_not_of("0123456789", begin), number.size());
  if (digits < number.size() && number[digits] == 'e') return number;
  std::string out = number.substr(0, begin);
  for (size_t i = begin; i < digits; ++i) {
    if (i > begin && (digits - i) % 3 == 0) out += ',';
    out += number[i];
  }
  return out + number.substr(digits);
}

// Exact, and as short as that allows: 3.98 tn, but 6,310,000.
std::string readable(const Decimal& value) {
  const std::string plain = value.to_string();
  for (const auto& [powers, name] : {std::pair(12, " tn"), std::pair(9, " bn")}) {
    if (value.abs().compare(Decimal::of(1, powers)) < 0) continue;
    const std::string scaled = value.shifted(-powers).to_string();
    if (scaled.size() + 3 < plain.size()) return grouped(scaled) + name;
  }
  return grouped(plain);
}

const char* sign_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none:
      return "";
    case Qualifier::approx:
      return "~";
    case Qualifier::over:
      return ">";
    case Qualifier::under:
      return "<";
    case Qualifier::at_least:
      return "\xE2\x89\xA5";
    case Qualifier::at_most:
      return "\xE2\x89\xA4";
  }
  return "";
}

bool is_movement(Measure measure) {
  return measure == Measure::growth || measure == Measure::change || measure == Measure::contribution ||
         measure == Measure::difference;
}

std::string value_cell(const Record& record) {
  std::string out = sign_of(record.qualifier);
  const bool plus = is_movement(record.measure) && !record.value.is_negative() && !record.value.is_zero();
  if (record.measure == Measure::multiple) out += "\xC3\x97";
  if (record.measure == Measure::rank) out += '#';
  if (plus) out += '+';
  out += readable(record.value);
  if (record.value_high) out += "\xE2\x80\x93" + readable(*record.value_high);
  if (record.unit != "1") out += ' ' + record.unit;
  return out;
}

std::string measure_cell(const Record& record) {
  std::string out = name_of(record.measure);
  if (record.status != Status::none) out += std::string(", ") + name_of(record.status);
  return out;
}

// An inherited period stands in brackets.
std::string period_cell(const Record& record) {
  if (!record.period) return "";
  const RecordPeriod& period = *record.period;
  std::string out = period.text;
  if (period.bounds) {
    out = to_string(period.bounds->start);
    if (period.bounds->end != period.bounds->start) out += '/' + to_string(period.bounds->end);
  }
  return period.inherited ? '(' + out + ')' : out;
}

std::string place_cell(const Record& record) {
  if (record.mentions.empty()) return "";
  const Mention& first = record.mentions.front();
  std::string out = first.source + ':' + std::to_string(first.line);
  if (record.mentions.size() > 1) out += " (" + std::to_string(record.mentions.size()) + ')';
  return out;
}

std::vector<TableColumn> reading_columns() {
  return {
      {"indicator", true, false, Elide::end, "", [](const Record& r) { return r.indicator; }},
      {"value", false, true, Elide::end, "1", value_cell},
      {"measure", false, false, Elide::end, "36", measure_cell},
      {"basis", false, false, Elide::end, "36",
       [](const Record& r) { return std::string(name_of(r.basis)); }},
      {"period", false, false, Elide::end, "33", period_cell},
      {"source", true, false, Elide::start, "2", place_cell},
  };
}

std::vector<TableColumn> chosen_columns(const Selection& selection) {
  std::vector<TableColumn> out;
  for (const Column* column : columns_of(selection)) {
    const bool number = column->type == ValueType::number || column->type == ValueType::integer;
    out.push_back({column->name, !number, number, Elide::end, "", [column](const Record& record) {
                     std::string cell;
                     column->get(record, cell);
                     return cell;
                   }});
  }
  return out;
}

class TableWriter : public Writer {
 public:
  TableWriter(std::vector<TableColumn> columns, int width, bool color)
      : columns_(std::move(columns)), width_(width), color_(color) {}

  void begin(std::string&) override {}

  void write(const Record& record, std::string&) override {
    std::vector<std::string>& row = rows_.emplace_back();
    for (const TableColumn& column : columns_) row.push_back(printable(column.cell(record)));
  }

  void end(std::string& out) override {
    if (rows_.empty()) return;
    std::vector<std::string> titles;
    for (const TableColumn& column : columns_) titles.push_back(column.title);
    const std::vector<int> widths = layout(titles);
    append_row(out, titles, widths, true);
    for (const auto& row : rows_) append_row(out, row, widths, false);
  }

 private:
  std::vector<int> layout(const std::vector<std::string>& titles) const {
    std::vector<int> widths;
    for (const std::string& title : titles) widths.push_back(display_width(title));
    for (const auto& row : rows_) {
      for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    const int room = width_ - kGap * (static_cast<int>(widths.size()) - 1);
    shrink(widths, room, kElastic, [this](size_t i) { return columns_[i].elastic; });
    shrink(widths, room, kNarrowest, [](size_t) { return true; });
    return widths;
  }

  // Lowers the widest of some columns to one common width, not below `least`,
  // until all fit.
  template <class Some>
  static void shrink(std::vector<int>& widths, int room, int least, Some some) {
    int excess = std::accumulate(widths.begin(), widths.end(), 0) - room;
    while (excess > 0) {
      size_t widest = widths.size();
      for (size_t i = 0; i < widths.size(); ++i) {
        if (some(i) && widths[i] > least && (widest == widths.size() || widths[i] > widths[widest]))
          widest = i;
      }
      if (widest == widths.size()) return;
      --widths[widest];
      --excess;
    }
  }

  void append_row(std::string& out, const std::vector<std::string>& row, const std::vector<int>& widths,
                  bool title) const {
    for (size_t i = 0; i < row.size(); ++i) {
      const TableColumn& column = columns_[i];
      const std::string cell = fit(row[i], widths[i], column.elide);
      const auto pad = static_cast<size_t>(std::max(0, widths[i] - display_width(cell)));
      if (i > 0) out.append(kGap, ' ');
      if (column.right) out.append(pad, ' ');
      append_styled(out, cell, title ? "1;4" : column.style);
      if (!column.right && i + 1 < row.size()) out.append(pad, ' ');
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  }

  void append_styled(std::string& out, const std::string& cell, const char* style) const {
    if (!color_ || *style == '\0' || cell.empty()) {
      out += cell;
      return;
    }
    out += std::string("\x1B[") + style + 'm' + cell + "\x1B[0m";
  }

  std::vector<TableColumn> columns_;
  int width_;
  bool color_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::unique_ptr<Writer> make_table_writer(const Selection* chosen, int width, bool color) {
  auto columns = chosen != nullptr ? chosen_columns(*chosen) : reading_columns();
  return std::make_unique<TableWriter>(std::move(columns), width, color);
}

}  // namespace statgrep
