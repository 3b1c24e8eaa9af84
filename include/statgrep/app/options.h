// The options of the command line: declared here once, in one table from which
// the parser and its help are made (and the man page and completions can be).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/base/error.h"

namespace statgrep {

inline constexpr int kFound = 0;
inline constexpr int kNothing = 1;
inline constexpr int kTrouble = 2;

// Subcommands, as bits of OptionSpec::commands.
enum Command : uint32_t {
  kExtract = 1,
  kExplain = 2,
  kSchema = 4,
  kPatternsTest = 8,
  kPatternsList = 16,
  kAnnotate = 32,
  kMerge = 64,
};

// What the user said, unchecked but for choices.
struct Options {
  std::vector<std::string> inputs;
  std::string text;          // of explain
  std::string patterns_arg;  // DIR of `patterns test` and `patterns list`
  std::string format = "jsonl";
  std::string date;
  std::string patterns;
  std::string lang = "auto";
  std::string output;
  std::string fields;
  std::string color = "auto";
  std::string min_confidence;
  std::string max_bytes;
  std::string max_depth;
  std::string max_expansion;
  std::string threads;
  std::string memory;
  std::string shard;
  std::string expect;
  std::vector<std::string> globs, ignores, ignore_files;
  std::string files_from;
  std::string input_format = "auto";
  std::string encoding;
  std::string text_field, date_field, id_field;
  std::string layer;  // of annotate
  std::string rule;   // of `patterns test`
  bool json = false;
  bool verbose = false;
  bool null_ended = false;
  bool raw = false;
  bool unordered = false;
  bool line_buffered = false;
  bool stats = false;
  bool partial = false;
  bool final = false;
};

struct OptionSpec {
  const char* name;   // "-o,--output"; without dashes: a positional
  const char* value;  // what stands for it in the help
  const char* help;
  uint32_t commands;  // which take it
  std::variant<std::string Options::*, std::vector<std::string> Options::*, bool Options::*> target;
  std::vector<std::string> choices = {};  // empty: anything
  bool required = false;
};

struct CommandSpec {
  Command command;
  const char* path;  // "patterns test"
  const char* help;
};

const std::vector<OptionSpec>& option_table();
const std::vector<CommandSpec>& command_table();

// Values that need more than a look at a list. Each is absent where the option
// was not given; an error names the option.
struct CheckedOptions {
  std::optional<Date> date;
  int min_confidence = 0;  // hundredths
  std::optional<uint64_t> max_bytes, max_depth, max_expansion;
  std::optional<uint64_t> expect;
  uint64_t memory = uint64_t{1} << 30;
  unsigned threads = 1;
  bool color = false;
};
std::variant<CheckedOptions, Error> check_options(const Options& options, bool output_is_terminal);

}  // namespace statgrep
