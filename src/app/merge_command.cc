// merge: partial results -> one partial result, or the statements.
// Tests: tests/e2e/merge_test.cc
#include <unistd.h>

#include <algorithm>
#include <queue>
#include <set>

#include "messages.h"
#include "partial.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/name_keys.h"
#include "statgrep/write/display.h"
#include "statgrep/write/output.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

constexpr size_t kFlushAt = size_t{1} << 16;

// Sorted partials as one stream in the order of keys, records of one key joined.
class Merging {
 public:
  Merging(const Options& options, const CheckedOptions& checked, const PackSet& packs)
      : options_(options), checked_(checked), names_(name_keys_of(packs)), own_(header_of(packs, "")) {}

  std::optional<Error> open() {
    for (const std::string& name : options_.inputs) {
      auto reader = PartialReader::open(name, own_);
      if (auto* error = std::get_if<Error>(&reader)) return std::move(*error);
      readers_.push_back(std::move(std::get<std::unique_ptr<PartialReader>>(reader)));
    }
    return missing();
  }

  std::optional<Error> run(Output& output, uint64_t& records) {
    return options_.final ? statements(output, records) : partial(output, records);
  }

 private:
  // Which of the expected shards are not there.
  std::optional<Error> missing() const {
    if (!checked_.expect) return std::nullopt;
    std::set<uint64_t> there;
    for (const auto& reader : readers_) {
      const auto shard = shard_from(reader->header().shard);
      if (!shard || shard->of != *checked_.expect)
        return Error{"", 0, 0,
                     "--expect " + std::to_string(*checked_.expect) + ": a partial result is of " +
                         (reader->header().shard.empty() ? "no shard" : "shard " + reader->header().shard)};
      there.insert(shard->number);
    }
    constexpr size_t kMost = 20;
    std::string names;
    size_t count = 0;
    for (uint64_t i = 1; i <= *checked_.expect; ++i)
      if (there.count(i) == 0 && ++count <= kMost) names += (names.empty() ? "" : ", ") + std::to_string(i);
    if (count == 0) return std::nullopt;
    return Error{"", 0, 0,
                 std::to_string(count) + (count == 1 ? " shard is" : " shards are") + " missing: " + names +
                     (count > kMost ? ", …" : "")};
  }

  std::optional<Error> each(const std::function<bool(const std::string&, uint32_t, Record&&)>& take) {
    const auto later = [&](size_t a, size_t b) { return readers_[a]->key() > readers_[b]->key(); };
    std::priority_queue<size_t, std::vector<size_t>, decltype(later)> heap(later);
    for (size_t i = 0; i < readers_.size(); ++i) {
      if (readers_[i]->advance()) heap.push(i);
      if (readers_[i]->error()) return readers_[i]->error();
    }
    std::vector<Record> same;
    while (!heap.empty()) {
      const std::string key = readers_[heap.top()]->key();
      const uint32_t core = readers_[heap.top()]->core();
      while (!heap.empty() && readers_[heap.top()]->key() == key) {
        const size_t i = heap.top();
        heap.pop();
        same.push_back(readers_[i]->take());
        if (readers_[i]->advance()) heap.push(i);
        if (readers_[i]->error()) return readers_[i]->error();
      }
      std::vector<Record> one = union_records(std::move(same), names_);
      same.clear();
      if (!take(key, core, std::move(one.front()))) break;
    }
    return std::nullopt;
  }

  std::optional<Error> partial(Output& output, uint64_t& records) {
    std::string buffer = own_.line();
    std::optional<Error> failed;
    auto error = each([&](const std::string& key, uint32_t core, Record&& record) {
      KeyedRecord k = keyed(record, names_);
      k.key = key;
      k.core = core;
      append_partial(buffer, k);
      ++records;
      return flush(buffer, output, kFlushAt, failed);
    });
    buffer += partial_end(records);
    flush(buffer, output, 0, failed);
    return error ? error : failed;
  }

  std::optional<Error> statements(Output& output, uint64_t& records) {
    WriterOptions chosen;
    chosen.format = options_.format;
    chosen.fields = options_.fields;
    chosen.color = checked_.color;
    if (options_.format == "table") chosen.width = terminal_width(STDOUT_FILENO);
    auto writer = make_writer(chosen);
    if (auto* error = std::get_if<Error>(&writer)) return std::move(*error);
    Writer& lines = *std::get<std::unique_ptr<Writer>>(writer);
    Statements joined(names_, Statements::Order::place, checked_.memory);
    if (auto error = each([&](const std::string& key, uint32_t core, Record&& record) {
          joined.add(std::string_view(key).substr(0, core), std::move(record));
          return true;
        }))
      return error;
    std::string buffer;
    std::optional<Error> failed;
    lines.begin(buffer);
    auto error = joined.each([&](Record&& record) {
      if (record.confidence < checked_.min_confidence) return true;
      lines.write(record, buffer);
      ++records;
      return flush(buffer, output, kFlushAt, failed);
    });
    lines.end(buffer);
    flush(buffer, output, 0, failed);
    return error ? error : failed;
  }

  static bool flush(std::string& buffer, Output& output, size_t at, std::optional<Error>& failed) {
    if (buffer.size() < at) return true;
    if (!failed) failed = output.write(buffer);
    buffer.clear();
    return !failed && !output.closed();
  }

  const Options& options_;
  const CheckedOptions& checked_;
  NameKeys names_;
  PartialHeader own_;
  std::vector<std::unique_ptr<PartialReader>> readers_;
};

int failed(const Error& error) {
  say(error);
  return kTrouble;
}

}  // namespace

int run_merge(const Options& options) {
  const auto checked = check_options(options, options.output.empty() && isatty(STDOUT_FILENO) != 0);
  if (const auto* error = std::get_if<Error>(&checked)) return failed(*error);
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs) return kTrouble;
  Merging merging(options, std::get<CheckedOptions>(checked), *packs);
  if (const auto error = merging.open()) return failed(*error);
  Output output;
  if (!options.output.empty())
    if (const auto error = output.open(options.output)) return failed(*error);
  uint64_t records = 0;
  auto error = merging.run(output, records);
  if (!error) error = output.commit();
  if (error) return failed(*error);
  return records == 0 ? kNothing : kFound;
}

}  // namespace statgrep
