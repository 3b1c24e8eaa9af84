// extract: inputs -> documents -> records -> merged set -> writer -> output.
#include <unistd.h>

#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/input/reader.h"
#include "statgrep/record/merge.h"
#include "statgrep/write/display.h"
#include "statgrep/write/output.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

constexpr size_t kFlushAt = size_t{1} << 16;

struct Outcome {
  std::vector<Record> records;
  bool trouble = false;
};

Outcome read_all(const Options& options, const CheckedOptions& checked, const PackSet& packs) {
  ReaderOptions reader;
  reader.date = checked.date;
  if (checked.max_bytes) reader.max_bytes = *checked.max_bytes;
  if (options.lang != "auto") reader.lang = options.lang;
  const Pipeline pipeline(packs, {options.lang});
  Merger merger(name_keys_of(packs));
  Outcome outcome;
  InputStream inputs(options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs);
  while (const auto input = inputs.next()) {
    if (const auto* error = std::get_if<Error>(&*input)) {
      say(*error);
      outcome.trouble = true;
      continue;
    }
    const ReadResult read = read_document(std::get<Input>(*input), reader);
    for (const Error& note : read.notes) say(note);
    if (read.error) say(*read.error);
    outcome.trouble = outcome.trouble || read.error.has_value();
    if (!read.document) continue;
    for (Record& record : pipeline.run(*read.document, nullptr)) merger.add(std::move(record));
  }
  outcome.records = merger.finish();
  std::erase_if(outcome.records,
                [&](const Record& record) { return record.confidence < checked.min_confidence; });
  return outcome;
}

std::optional<Error> write_all(const std::vector<Record>& records, Writer& writer, Output& output) {
  std::string buffer;
  writer.begin(buffer);
  for (const Record& record : records) {
    writer.write(record, buffer);
    if (buffer.size() < kFlushAt) continue;
    if (auto error = output.write(buffer)) return error;
    if (output.closed()) return std::nullopt;
    buffer.clear();
  }
  writer.end(buffer);
  return output.write(buffer);
}

std::variant<std::unique_ptr<Writer>, Error> writer_for(const Options& options,
                                                        const CheckedOptions& checked) {
  WriterOptions writer;
  writer.format = options.format;
  writer.fields = options.fields;
  writer.color = checked.color;
  if (options.format == "table") writer.width = terminal_width(STDOUT_FILENO);
  return make_writer(writer);
}

int failed(const Error& error) {
  say(error);
  return kTrouble;
}

}  // namespace

int run_extract(const Options& options) {
  const bool to_terminal = options.output.empty() && isatty(STDOUT_FILENO) != 0;
  const auto checked = check_options(options, to_terminal);
  if (const auto* error = std::get_if<Error>(&checked)) return failed(*error);
  auto writer = writer_for(options, std::get<CheckedOptions>(checked));
  if (const auto* error = std::get_if<Error>(&writer)) return failed(*error);
  if (options.inputs.empty() && stdin_is_terminal()) {
    say("no input: name a file or directory, or pipe a text in");
    return kTrouble;
  }
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  // Opened before the work, so that a bad name is found at once.
  Output output;
  if (!options.output.empty()) {
    if (const auto error = output.open(options.output)) return failed(*error);
  }
  const Outcome outcome = read_all(options, std::get<CheckedOptions>(checked), *packs);
  auto error = write_all(outcome.records, *std::get<std::unique_ptr<Writer>>(writer), output);
  if (!error) error = output.commit();
  if (error) return failed(*error);
  if (outcome.trouble) return kTrouble;
  return outcome.records.empty() ? kNothing : kFound;
}

}  // namespace statgrep
