// extract: inputs -> documents -> records -> merged set -> writer -> output.
#include <unistd.h>

#include <cstdio>

#include "collection.h"
#include "harvest.h"
#include "inputs.h"
#include "interrupt.h"
#include "messages.h"
#include "partial.h"
#include "progress.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/write/display.h"
#include "statgrep/write/output.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

constexpr size_t kFlushAt = size_t{1} << 16;

std::variant<std::unique_ptr<Writer>, Error> writer_for(const Options& options,
                                                        const CheckedOptions& checked) {
  WriterOptions writer;
  writer.format = options.format;
  writer.fields = options.fields;
  writer.color = checked.color;
  if (options.format == "table") writer.width = terminal_width(STDOUT_FILENO);
  return make_writer(writer);
}

// The work of one run, from documents to output.
class Extraction {
 public:
  Extraction(const Options& options, const CheckedOptions& checked, const Inputs& inputs,
             const PackSet& packs, Writer& writer, Output& output)
      : options_(options),
        checked_(checked),
        inputs_(inputs),
        packs_(packs),
        writer_(writer),
        output_(output),
        collection_(name_keys_of(packs), checked.memory),
        progress_(shows_progress(), shows_progress() ? expected_bytes(inputs) : 0) {}

  // The exit code.
  int run() {
    catch_interrupts();
    InputStream files(inputs_.list, &inputs_.filter);
    DocumentStream documents(files, inputs_.reader);
    HarvestOptions harvesting{checked_.threads,       !options_.unordered, options_.raw,
                              options_.line_buffered, std::nullopt,        nullptr};
    if (!options_.shard.empty()) harvesting.shard = shard_from(options_.shard);
    if (options_.raw) harvesting.finish = [this](Yield& yield) { print(yield); };
    if (options_.raw) writer_.begin(buffer_);
    harvest(documents, inputs_.reader, Pipeline(packs_, {options_.lang}), harvesting,
            [&](Yield&& yield) { return take(std::move(yield)); });
    if (options_.partial && !error_)
      write_partial();
    else if (!options_.raw && !error_)
      write_all();
    if (options_.raw && !error_) writer_.end(buffer_), flush();
    progress_.clear();
    if (!error_) error_ = output_.commit();
    if (error_) say(*error_);
    if (options_.stats) std::fprintf(stderr, "%s\n", progress_.json(totals_).c_str());
    if (error_) return kTrouble;
    if (interrupted()) return kInterrupted;
    if (trouble_) return kTrouble;
    return totals_.records == 0 ? kNothing : kFound;
  }

 private:
  // A line that is drawn again and again has no place among records.
  bool shows_progress() const {
    const bool apart = !options_.output.empty() || isatty(STDOUT_FILENO) == 0 || !options_.raw;
    return isatty(STDERR_FILENO) != 0 && apart;
  }

  void leave_out_doubtful(std::vector<Record>& records) const {
    std::erase_if(records, [&](const Record& record) { return record.confidence < checked_.min_confidence; });
  }

  // On whichever thread made them: lines need no one's order but their own.
  void print(Yield& yield) const {
    leave_out_doubtful(yield.records);
    if (options_.format != "jsonl") return;
    thread_local const auto lines = writer_for(options_, checked_);
    for (const Record& record : yield.records)
      std::get<std::unique_ptr<Writer>>(lines)->write(record, yield.text);
    yield.found = yield.records.size();
    yield.records.clear();
  }

  // Whether to go on.
  bool take(Yield&& yield) {
    if (!yield.said.empty()) progress_.clear();
    for (const Error& error : yield.said) say(error);
    trouble_ = trouble_ || yield.trouble;
    totals_.documents += yield.document ? 1 : 0;
    totals_.bytes += yield.bytes;
    totals_.read = yield.read;
    if (options_.raw) {
      totals_.records += yield.records.size() + yield.found;
      buffer_ += yield.text;
      for (const Record& record : yield.records) writer_.write(record, buffer_);
      if (buffer_.size() >= kFlushAt || options_.line_buffered) flush();
    } else {
      for (Record& record : yield.records) collection_.add(std::move(record));
      totals_.records = collection_.size();
    }
    progress_.update(totals_);
    return !error_ && !output_.closed();
  }

  void write_all() {
    totals_.records = 0;
    progress_.clear();
    writer_.begin(buffer_);
    auto error = collection_.each([&](Record&& record) {
      if (record.confidence < checked_.min_confidence) return true;
      ++totals_.records;
      writer_.write(record, buffer_);
      if (buffer_.size() >= kFlushAt) flush();
      return !error_ && !output_.closed();
    });
    writer_.end(buffer_);
    flush();
    if (!error_) error_ = std::move(error);
  }

  void write_partial() {
    totals_.records = 0;
    progress_.clear();
    buffer_ += header_of(packs_, options_.shard).line();
    auto error = collection_.each_keyed([&](const KeyedRecord& record) {
      ++totals_.records;
      append_partial(buffer_, record);
      if (buffer_.size() >= kFlushAt) flush();
      return !error_ && !output_.closed();
    });
    if (!error) buffer_ += partial_end(totals_.records);  // else it is known to be cut off
    flush();
    if (!error_) error_ = std::move(error);
  }

  void flush() {
    if (!error_) error_ = output_.write(buffer_);
    buffer_.clear();
  }

  const Options& options_;
  const CheckedOptions& checked_;
  const Inputs& inputs_;
  const PackSet& packs_;
  Writer& writer_;
  Output& output_;
  Collection collection_;
  Progress progress_;
  Totals totals_;
  std::string buffer_;
  bool trouble_ = false;
  std::optional<Error> error_;
};

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
  const auto& known = std::get<CheckedOptions>(checked);
  const auto inputs = inputs_of(options, known);
  if (const auto* error = std::get_if<Error>(&inputs)) return failed(*error);
  if (options.inputs.empty() && options.files_from.empty() && stdin_is_terminal()) {
    say("no input: name a file or directory, or pipe a text in");
    return kTrouble;
  }
  if (!options.shard.empty() && !shard_from(options.shard))
    return failed({"", 0, 0, "--shard: \"" + options.shard + "\" is no shard of the form 2/8"});
  if (options.raw && options.partial)
    return failed({"", 0, 0, "--raw and --partial: a partial result is joined, raw records are not"});
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  // Opened before the work, so that a bad name is found at once.
  Output output;
  if (!options.output.empty()) {
    if (const auto error = output.open(options.output)) return failed(*error);
  }
  return Extraction(options, known, std::get<Inputs>(inputs), *packs,
                    *std::get<std::unique_ptr<Writer>>(writer), output)
      .run();
}

}  // namespace statgrep
