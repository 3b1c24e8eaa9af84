// A record as it was printed, read again: what jsonl wrote whole.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "statgrep/base/error.h"
#include "statgrep/model/record.h"

namespace statgrep {

// The record of one JSON object with all its fields, as the published schema
// has them. Printed again it gives the same bytes. An error says what is
// missing or of the wrong kind; fields that are not known are errors too. Pure;
// thread-safe; linear.
std::variant<Record, Error> read_record(std::string_view json);

}  // namespace statgrep
