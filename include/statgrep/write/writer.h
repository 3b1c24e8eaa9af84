// Records to text in one of the formats.
//
// A writer appends to a string that its caller empties whenever it likes; it
// does no input or output itself and keeps no record but where the layout
// needs all of them (table). Not thread-safe: one writer, one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/model/record.h"
#include "statgrep/write/fields.h"

namespace statgrep {

class Writer {
 public:
  virtual ~Writer() = default;
  // Once before the first record; once for each; once after the last, also
  // where there was none.
  virtual void begin(std::string& out) = 0;
  virtual void write(const Record& record, std::string& out) = 0;
  virtual void end(std::string& out) = 0;
};

struct WriterOptions {
  std::string format = "jsonl";  // one of writer_formats()
  std::string fields;            // as --fields; "": all (of a table: its own choice)
  bool color = false;            // only the table has colours
  int width = 100;               // columns of the terminal, for the table
};

const std::vector<std::string>& writer_formats();

// An error names the unknown format or field.
std::variant<std::unique_ptr<Writer>, Error> make_writer(const WriterOptions& options);

std::unique_ptr<Writer> make_jsonl_writer(Selection selection);       // one object a line
std::unique_ptr<Writer> make_json_writer(Selection selection);        // one indented array
std::unique_ptr<Writer> make_csv_writer(const Selection& selection);  // RFC 4180, with a header
// `chosen` null: the columns for reading (indicator, value with unit, measure,
// basis, period, place). Rows fit `width` unless it is too small for anything.
std::unique_ptr<Writer> make_table_writer(const Selection* chosen, int width, bool color);

}  // namespace statgrep
