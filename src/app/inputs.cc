// Tests: tests/e2e/inputs_test.cc
#include "inputs.h"

#include <sys/stat.h>

#include <fstream>

#include "statgrep/input/encoding.h"

namespace statgrep {
namespace {

Error named(const char* option, const std::string& message) {
  return {"", 0, 0, std::string(option) + ": " + message};
}

std::optional<Error> fill_filter(const Options& options, PathFilter& filter) {
  for (const std::string& pattern : options.globs)
    if (const auto error = filter.glob(pattern)) return named("--glob", error->message);
  for (const std::string& name : options.ignore_files) {
    std::ifstream file(name);
    if (!file) return named("--ignore-file", "cannot read " + name);
    for (std::string line; std::getline(file, line);)
      if (const auto error = filter.ignore(line)) return named("--ignore-file", error->message);
  }
  for (const std::string& pattern : options.ignores)
    if (const auto error = filter.ignore(pattern)) return named("--ignore", error->message);
  return std::nullopt;
}

}  // namespace

std::variant<Inputs, Error> inputs_of(const Options& options, const CheckedOptions& checked) {
  Inputs out;
  if (const auto error = fill_filter(options, out.filter)) return *error;
  ReaderOptions& reader = out.reader;
  reader.date = checked.date;
  if (checked.max_bytes) reader.max_bytes = *checked.max_bytes;
  if (checked.max_depth) reader.max_depth = static_cast<int>(*checked.max_depth);
  if (checked.max_expansion) reader.max_expansion = *checked.max_expansion;
  if (options.lang != "auto") reader.lang = options.lang;
  if (!options.encoding.empty() && !is_encoding(options.encoding))
    return named("--encoding", "there is no encoding \"" + options.encoding + "\"");
  reader.encoding = options.encoding;
  reader.text_field = options.text_field;
  reader.date_field = options.date_field;
  reader.id_field = options.id_field;
  if (options.input_format != "auto") reader.format = input_format_from(options.input_format);
  out.list = {options.inputs, options.files_from, options.null_ended};
  if (out.list.arguments.empty() && out.list.files_from.empty()) out.list.arguments = {"-"};
  return out;
}

uint64_t expected_bytes(const Inputs& inputs) {
  if (inputs.list.files_from == "-") return 0;
  uint64_t sum = 0;
  InputStream files(inputs.list, &inputs.filter);
  while (const auto found = files.next()) {
    const auto* input = std::get_if<Input>(&*found);
    if (input == nullptr) continue;
    struct stat status {};
    if (input->is_stdin() || stat(input->name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    sum += static_cast<uint64_t>(status.st_size);
  }
  return sum;
}

}  // namespace statgrep
