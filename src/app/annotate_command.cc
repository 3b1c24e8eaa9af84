// annotate: inputs -> documents -> one layer of each, as JSON Lines.
#include "inputs.h"
#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/layers.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/write/output.h"

namespace statgrep {
namespace {

struct Progress {
  bool trouble = false;
  bool found = false;
};

// The next document, or nullopt at the end; what went wrong before it has then been said.
std::optional<Document> next_document(DocumentStream& documents, const ReaderOptions& reader,
                                      Progress& progress) {
  while (auto item = documents.next()) {
    if (const auto* note = std::get_if<DocumentStream::Note>(&*item)) {
      say(note->text);
    } else if (const auto* error = std::get_if<Error>(&*item)) {
      say(*error);
      progress.trouble = true;
    } else {
      ReadResult read = read_unit(std::move(std::get<Unit>(*item)), reader);
      for (const Error& text : read.notes) say(text);
      if (read.error) say(*read.error);
      progress.trouble = progress.trouble || read.error.has_value();
      if (read.document) return std::move(read.document);
    }
  }
  return std::nullopt;
}

int annotate_all(const Options& options, const Inputs& inputs, const PackSet& packs) {
  InputStream files(inputs.list, &inputs.filter);
  DocumentStream documents(files, inputs.reader);
  Output output;
  Progress progress;
  while (const auto document = next_document(documents, inputs.reader, progress)) {
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
  const auto inputs = inputs_of(options, std::get<CheckedOptions>(checked));
  if (const auto* error = std::get_if<Error>(&inputs)) {
    say(*error);
    return kTrouble;
  }
  if (options.inputs.empty() && options.files_from.empty() && stdin_is_terminal()) {
    say("no input: name a file or directory, or pipe a text in");
    return kTrouble;
  }
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  return annotate_all(options, std::get<Inputs>(inputs), *packs);
}

}  // namespace statgrep
