// annotate: inputs -> documents -> one layer of each, as JSON Lines.
#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/layers.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/input/reader.h"
#include "statgrep/write/output.h"

namespace statgrep {
namespace {

struct Progress {
  bool trouble = false;
  bool found = false;
};

// Nothing where the input cannot be read, which has then been said.
std::optional<Document> read_or_say(const Input& input, const ReaderOptions& reader, Progress& progress) {
  ReadResult read = read_document(input, reader);
  for (const Error& note : read.notes) say(note);
  if (read.error) say(*read.error);
  progress.trouble = progress.trouble || read.error.has_value();
  return std::move(read.document);
}

int annotate_all(const Options& options, const ReaderOptions& reader, const PackSet& packs) {
  InputStream inputs(options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs);
  Output output;
  Progress progress;
  while (const auto input = inputs.next()) {
    if (const auto* error = std::get_if<Error>(&*input)) {
      say(*error);
      progress.trouble = true;
      continue;
    }
    const auto document = read_or_say(std::get<Input>(*input), reader, progress);
    if (!document) continue;
    std::string lines;
    const bool amounts = options.layer == "quantities";
    append_layer(
        lines, options.layer,
        amounts ? read_amounts(packs, *document, options.lang) : read_closely(packs, *document, options.lang),
        *document);
    progress.found = progress.found || !lines.empty();
    if (const auto error = output.write(lines)) {
      say(*error);
      return kTrouble;
    }
    if (output.closed()) break;
  }
  if (progress.trouble) return kTrouble;
  return progress.found ? kFound : kNothing;
}

}  // namespace

int run_annotate(const Options& options) {
  const auto checked = check_options(options, false);
  if (const auto* error = std::get_if<Error>(&checked)) {
    say(*error);
    return kTrouble;
  }
  if (options.inputs.empty() && stdin_is_terminal()) {
    say("no input: name a file or directory, or pipe a text in");
    return kTrouble;
  }
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  ReaderOptions reader;
  reader.date = std::get<CheckedOptions>(checked).date;
  if (const auto most = std::get<CheckedOptions>(checked).max_bytes) reader.max_bytes = *most;
  if (options.lang != "auto") reader.lang = options.lang;
  return annotate_all(options, reader, *packs);
}

}  // namespace statgrep
