// What kind of input this is, from its bytes first, its name second.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statgrep {

enum class InputFormat { text, html, jsonl, json, csv, tsv, warc, sgml };

const std::vector<std::string>& input_formats();  // names, for --input-format
std::optional<InputFormat> input_format_from(std::string_view name);

// How many bytes detect_format looks at.
constexpr size_t kFormatSample = size_t{1} << 14;

// The format of an input that begins with `head` (a byte order mark included)
// and is called `name`. A table is known by a column that holds texts:
// `text_field`, or one of the usual names where that is "". Pure; linear in `head`.
InputFormat detect_format(std::string_view head, std::string_view name, std::string_view text_field);

// The usual names of fields, the likeliest first.
const std::vector<std::string>& usual_text_fields();
const std::vector<std::string>& usual_date_fields();
const std::vector<std::string>& usual_id_fields();

}  // namespace statgrep
