#include "statgrep/app/options.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "statgrep/app/layers.h"
#include "statgrep/base/decimal.h"
#include "statgrep/input/format.h"
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

std::vector<std::string> with_auto(std::vector<std::string> names) {
  names.insert(names.begin(), "auto");
  return names;
}

// Each number that was given, or an error.
std::optional<Error> numbers_of(const Options& options, CheckedOptions& checked) {
  constexpr uint64_t kMostThreads = 1024;
  std::optional<uint64_t> threads, memory;
  const struct {
    const char* option;
    const std::string& text;
    std::optional<uint64_t>& value;
    const char* wanted;
  } kAll[] = {{"--max-bytes", options.max_bytes, checked.max_bytes, "number of bytes"},
              {"--max-depth", options.max_depth, checked.max_depth, "number"},
              {"--max-expansion", options.max_expansion, checked.max_expansion, "number"},
              {"--memory", options.memory, memory, "number of bytes"},
              {"--expect", options.expect, checked.expect, "number of shards"},
              {"--threads", options.threads, threads, "number of threads"}};
  for (const auto& n : kAll)
    if (!n.text.empty() && !(n.value = byte_count(n.text))) return bad_value(n.option, n.text, n.wanted);
  if (threads && *threads > kMostThreads) return bad_value("--threads", options.threads, "number up to 1024");
  checked.threads =
      static_cast<unsigned>(threads.value_or(std::max(1U, std::thread::hardware_concurrency())));
  return std::nullopt;
}

}  // namespace

const std::vector<CommandSpec>& command_table() {
  static const std::vector<CommandSpec> table = {
      {kExtract, "extract", "Print the statistical statements of texts as records"},
      {kExplain, "explain", "Show what each stage makes of a text, and why"},
      {kAnnotate, "annotate", "Print what one layer finds in texts, with its place and meaning"},
      {kMerge, "merge", "Join the partial results of extract --partial"},
      {kSchema, "schema", "Print the JSON Schema of a record"},
      {kPatternsTest, "patterns test", "Run the examples and rejects of the patterns"},
      {kPatternsList, "patterns list", "List the rules: id, priority, examples"},
  };
  return table;
}

const std::vector<OptionSpec>& option_table() {
  static const std::vector<OptionSpec> table = {
      {"partials", "FILE", "Partial results, or - for standard input", kMerge, &Options::inputs, {}, true},
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
      {"--format", "FORMAT", "How records are printed", kExtract | kMerge, &Options::format,
       writer_formats()},
      {"--fields", "LIST", "Fields to print, in this order: indicator,value,period.start", kExtract | kMerge,
       &Options::fields},
      {"--date", "YYYY-MM-DD", "The texts' date, against which \"last month\" is read",
       kExtract | kExplain | kAnnotate, &Options::date},
      {"--patterns", "DIR", "A folder of patterns, added to those inside the program",
       kExtract | kExplain | kAnnotate | kMerge, &Options::patterns},
      {"--lang", "LANG", "The texts' language, or auto", kExtract | kExplain | kAnnotate, &Options::lang},
      {"--min-confidence", "X", "Leave out records below this, 0 to 1", kExtract | kMerge,
       &Options::min_confidence},
      {"--glob", "GLOB", "Of directories, read files that match; !GLOB leaves out. Again for more",
       kExtract | kAnnotate, &Options::globs},
      {"--ignore", "PATTERN", "Leave out files as a line of .gitignore does. Again for more",
       kExtract | kAnnotate, &Options::ignores},
      {"--ignore-file", "FILE", "Leave out files as this .gitignore does", kExtract | kAnnotate,
       &Options::ignore_files},
      {"--files-from", "FILE", "Read the names of inputs from a file, or - for standard input",
       kExtract | kAnnotate, &Options::files_from},
      {"-0,--null", "", "The names of --files-from end with NUL, not with a line", kExtract | kAnnotate,
       &Options::null_ended},
      {"--input-format", "FORMAT", "What inputs are, where their bytes are taken for something else",
       kExtract | kAnnotate, &Options::input_format, with_auto(input_formats())},
      {"--text-field", "NAME", "The field of a JSON object or table that holds the text (a.b: inner fields)",
       kExtract | kAnnotate, &Options::text_field},
      {"--date-field", "NAME", "The field that holds its date", kExtract | kAnnotate, &Options::date_field},
      {"--id-field", "NAME", "The field that holds its id, which mentions print", kExtract | kAnnotate,
       &Options::id_field},
      {"--encoding", "NAME", "Of texts that are not UTF-8 and do not say what they are", kExtract | kAnnotate,
       &Options::encoding},
      {"-j,--threads", "N", "How many documents to read at once; all cores unless given", kExtract,
       &Options::threads},
      {"--raw", "", "Print each document's records as they come; nothing is joined over documents", kExtract,
       &Options::raw},
      {"--unordered", "", "Print documents as they are done, not in their order", kExtract,
       &Options::unordered},
      {"--line-buffered", "", "With --raw: print each document's records at once", kExtract,
       &Options::line_buffered},
      {"--partial", "", "Print a partial result, for merge", kExtract, &Options::partial},
      {"--shard", "I/N", "Read only the documents of the I-th of N shards, told by their ids", kExtract,
       &Options::shard},
      {"--memory", "N", "Beyond so many bytes of records go to temporary files (K, M, G; 1G unless given)",
       kExtract | kMerge, &Options::memory},
      {"--final", "", "Print the statements, not one partial result", kMerge, &Options::final},
      {"--expect", "N", "Refuse to merge unless all of N shards are there", kMerge, &Options::expect},
      {"--stats", "", "Print what was read and found as JSON on standard error", kExtract, &Options::stats},
      {"--max-bytes", "N", "Refuse larger documents (K, M, G; 1G unless given)", kExtract | kAnnotate,
       &Options::max_bytes},
      {"--max-depth", "N", "Go into archives within archives so deep (4 unless given)", kExtract | kAnnotate,
       &Options::max_depth},
      {"--max-expansion", "N", "Refuse what unpacks to more than N times its size (1000 unless given)",
       kExtract | kAnnotate, &Options::max_expansion},
      {"--color",
       "WHEN",
       "Colours in the table",
       kExtract | kMerge,
       &Options::color,
       {"auto", "always", "never"}},
      {"-o,--output", "FILE", "Write to a file, which appears when it is whole", kExtract | kMerge,
       &Options::output},
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
  if (const auto error = numbers_of(options, checked)) return *error;
  checked.color = wants_color(options.color, output_is_terminal);
  return checked;
}

}  // namespace statgrep
