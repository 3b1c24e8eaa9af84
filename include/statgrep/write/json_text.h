// JSON as text: the two operations that the writers need beside numbers.
// Pure, thread-safe, linear in their input.
#pragma once

#include <string>
#include <string_view>

namespace statgrep {

// Appends `text` (valid UTF-8, kept as it is) as a quoted JSON string.
void append_json_string(std::string& out, std::string_view text);

// Appends `json`, one compact JSON value, with a line for each member or item
// and two spaces for each level; the first line is not indented. `depth` is
// the level at which the value stands.
void append_indented(std::string& out, std::string_view json, int depth);

}  // namespace statgrep
