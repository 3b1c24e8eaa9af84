// The published JSON Schema of a record.
#pragma once

#include <string>

namespace statgrep {

// JSON Schema 2020-12, indented, ending in a newline. Made from the table that
// the writers print from (write/fields.h).
std::string record_schema();

}  // namespace statgrep
