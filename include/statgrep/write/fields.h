// The fields of a record as they are printed: one table that the writers, the
// choice of fields and the published schema all read, so that they cannot
// differ.
//
// A field is a member of the JSON object ("period"); a column is a field that
// has one plain value, or one such member of a nested field under a flat name
// ("period_start"). Of `mentions` the columns are its count ("mentions") and
// the members of the first one ("source", "line", "start", "end", "quote").
//
// The table is built at first use and never changes: safe for all threads.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/model/record.h"

namespace statgrep {

enum class ValueType : uint8_t { string, number, integer, boolean };

struct Column {
  std::string name;
  ValueType type = ValueType::string;
  // Appends the value as plain text; false (and nothing appended): absent.
  std::function<bool(const Record&, std::string&)> get;
};

struct Field {
  std::string name;
  bool required = false;
  std::string schema;  // JSON Schema of the value, as JSON text
  // Appends the value as compact JSON; false (and nothing appended): absent.
  std::function<bool(const Record&, std::string&)> get_json;
  std::vector<Column> columns;
};

// All fields, in the order in which they are printed.
const std::vector<Field>& record_fields();

// What to print, in order: each item a whole field or one column.
struct Selection {
  struct Item {
    const Field* field = nullptr;    // set: the whole field
    const Column* column = nullptr;  // set: the column only
  };
  std::vector<Item> items;
};

// All fields.
Selection select_all();

// A list as --fields takes it: "indicator,value,period.start" (or
// period_start); blanks round a name and repeated names are passed over. An
// error names the unknown field and lists the known ones.
std::variant<Selection, Error> select_fields(std::string_view list);

// The selection for flat formats: whole nested fields become their columns.
std::vector<const Column*> columns_of(const Selection& selection);

// Appends the record as one compact JSON object of the selected fields,
// absent ones left out. A column stands under its flat name.
void append_json_record(std::string& out, const Record& record, const Selection& selection);

}  // namespace statgrep
