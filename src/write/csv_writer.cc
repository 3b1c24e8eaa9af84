// RFC 4180: lines end in CRLF, a cell with a comma, quote or line break is
// quoted, a quote inside is doubled. An absent value is an empty cell.
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

void append_cell(std::string& out, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

class CsvWriter : public Writer {
 public:
  explicit CsvWriter(const Selection& selection) : columns_(columns_of(selection)) {}

  void begin(std::string& out) override {
    for (const Column* column : columns_) {
      if (column != columns_.front()) out += ',';
      append_cell(out, column->name);
    }
    out += "\r\n";
  }

  void write(const Record& record, std::string& out) override {
    for (const Column* column : columns_) {
      if (column != columns_.front()) out += ',';
      cell_.clear();
      column->get(record, cell_);
      append_cell(out, cell_);
    }
    out += "\r\n";
  }

  void end(std::string&) override {}

 private:
  std::vector<const Column*> columns_;
  std::string cell_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(const Selection& selection) {
  return std::make_unique<CsvWriter>(selection);
}

}  // namespace statgrep
