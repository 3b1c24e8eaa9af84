#include "statgrep/app/options.h"

#include <cstdlib>

#include "statgrep/app/layers.h"
#include "statgrep/base/decimal.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

std::optional<Date> full_date(const std::string& text) {
  const auto date = parse_date(text);
  return date && date->has_year() && date->day != 0 ? date : std::nullopt;
}

// 0 to 1 in hundredths, rounded up: a threshold never lets less through.
std::optional<int> hundredths(const std::string& text) {
  const auto number = Decimal::parse(text);
  if (!number || number->is_negative() || number->compare(Decimal::of(1)) > 0) return std::nullopt;
  const Decimal scaled = number->shifted(2);
  int whole = static_cast<int>(scaled.to_double());
  if (Decimal::of(whole).compare(scaled) < 0) ++whole;
  return whole;
}

// "500", "64K", "100M", "2G": powers of 1024.
std::optional<uint64_t> byte_count(std::string text) {
  int shift = 0;
  if (!text.empty()) {
    const char suffix = text.back();
    shift = suffix == 'K' ? 10 : suffix == 'M' ? 20 : suffix == 'G' ? 30 : 0;
    if (shift != 0) text.pop_back();
  }
  const auto number = Decimal::parse(text);
  const auto bytes = number ? number->to_int() : std::nullopt;
  if (!bytes || *bytes <= 0 || *bytes > (INT64_MAX >> shift)) return std::nullopt;
  return static_cast<uint64_t>(*bytes) << shift;
}

bool wants_color(const std::string& when, bool output_is_terminal) {
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return output_is_terminal && (no_color == nullptr || *no_color == '\0');
}

Error bad_value(const char* option, const std::string& value, const char* wanted) {
  return {"", 0, 0, std::string(option) + ": \"" + value + "\" is no " + wanted};
}

}  // namespace

const std::vector<CommandSpec>& command_table() {
  static const std::vector<CommandSpec> table = {
      {kExtract, "extract", "Print the statistical statements of texts as records"},
      {kExplain, "explain", "Show what each stage makes of a text, and why"},
      {kAnnotate, "annotate", "Print what one layer finds in texts, with its place and meaning"},
      {kSchema, "schema", "Print the JSON Schema of a record"},
      {kPatternsTest, "patterns test", "Run the examples and rejects of the patterns"},
      {kPatternsList, "patterns list", "List the rules: id, priority, examples"},
  };
  return table;
}

const std::vector<OptionSpec>& option_table() {
  static const std::vector<OptionSpec> table = {
      {"inputs", "FILE|DIR|-", "Files, directories (all below), or - for standard input",
       kExtract | kAnnotate, &Options::inputs},
      {"text", "TEXT", "The text to explain", kExplain, &Options::text, {}, true},
      {"dir", "DIR", "A folder of patterns, added to those inside the program", kPatternsTest | kPatternsList,
       &Options::patterns_arg},
      {"--layer", "LAYER", "What to print: one JSON object for each place", kAnnotate, &Options::layer,
       layer_names(), true},
      {"--rule", "ID", "Run this rule's examples only", kPatternsTest, &Options::rule},
      {"--json", "", "Print JSON Lines", kExplain | kPatternsList, &Options::json},
      {"--verbose", "", "Name the rules that were tried in vain, too", kExplain, &Options::verbose},
      {"--format", "FORMAT", "How records are printed", kExtract, &Options::format, writer_formats()},
      {"--fields", "LIST", "Fields to print, in this order: indicator,value,period.start", kExtract,
       &Options::fields},
      {"--date", "YYYY-MM-DD", "The texts' date, against which \"last month\" is read",
       kExtract | kExplain | kAnnotate, &Options::date},
      {"--patterns", "DIR", "A folder of patterns, added to those inside the program",
       kExtract | kExplain | kAnnotate, &Options::patterns},
      {"--lang", "LANG", "The texts' language, or auto", kExtract | kExplain | kAnnotate, &Options::lang},
      {"--min-confidence", "X", "Leave out records below this, 0 to 1", kExtract, &Options::min_confidence},
      {"--max-bytes", "N", "Refuse larger inputs (K, M, G; 1G unless given)", kExtract | kAnnotate,
       &Options::max_bytes},
      {"--color", "WHEN", "Colours in the table", kExtract, &Options::color, {"auto", "always", "never"}},
      {"-o,--output", "FILE", "Write to a file, which appears when it is whole", kExtract, &Options::output},
  };
  return table;
}

std::variant<CheckedOptions, Error> check_options(const Options& options, bool output_is_terminal) {
  CheckedOptions checked;
  if (!options.date.empty() && !(checked.date = full_date(options.date))) {
    return bad_value("--date", options.date, "date of the form YYYY-MM-DD");
  }
  if (!options.min_confidence.empty()) {
    const auto least = hundredths(options.min_confidence);
    if (!least) return bad_value("--min-confidence", options.min_confidence, "number from 0 to 1");
    checked.min_confidence = *least;
  }
  if (!options.max_bytes.empty() && !(checked.max_bytes = byte_count(options.max_bytes))) {
    return bad_value("--max-bytes", options.max_bytes, "number of bytes");
  }
  checked.color = wants_color(options.color, output_is_terminal);
  return checked;
}

}  // namespace statgrep
