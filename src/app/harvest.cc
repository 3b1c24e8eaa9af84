// Tests: tests/e2e/running_test.cc
#include "harvest.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "interrupt.h"

namespace statgrep {
namespace {

using Item = std::variant<Unit, Error, DocumentStream::Note>;

Yield process(Item item, const ReaderOptions& reader, const Pipeline& pipeline,
              const HarvestOptions& options) {
  Yield out;
  if (const auto* error = std::get_if<Error>(&item)) {
    out.said.push_back(*error);
    out.trouble = true;
    return out;
  }
  if (const auto* note = std::get_if<DocumentStream::Note>(&item)) {
    out.said.push_back(note->text);
    return out;
  }
  ReadResult read = read_unit(std::move(std::get<Unit>(item)), reader);
  out.said = std::move(read.notes);
  if (read.error) out.said.push_back(*read.error);
  out.trouble = read.error.has_value();
  if (!read.document || (options.shard && !in_shard(read.document->source, *options.shard))) return out;
  out.document = true;
  out.bytes = read.document->text.size();
  out.records =
      options.alone ? pipeline.run_alone(*read.document, nullptr) : pipeline.run(*read.document, nullptr);
  if (options.finish) options.finish(out);
  return out;
}

size_t size_of(const Item& item) {
  const auto* unit = std::get_if<Unit>(&item);
  return unit == nullptr ? 0 : unit->bytes.size();
}

// Units go from thread to thread some at a time: small ones cost more to hand
// over than to read.
struct Batch {
  uint64_t number = 0;
  size_t bytes = 0;
  uint64_t read = 0;  // of the inputs so far
  std::vector<Item> items;
  std::vector<Yield> yields;  // of the items, once they are done
};

class Crew {
 public:
  Crew(DocumentStream& stream, const ReaderOptions& reader, const Pipeline& pipeline,
       const HarvestOptions& options)
      : stream_(stream), reader_(reader), pipeline_(pipeline), options_(options) {}

  void run(const std::function<bool(Yield&&)>& take) {
    // The thread that cuts is the one that may wait for input, so signals go there.
    std::thread cutter([this] { cut(); });
    block_interrupts();
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < options_.threads; ++i) workers.emplace_back([this] { work(); });
    bool wanted = true;
    while (wanted) {
      std::optional<Batch> batch = next();
      if (!batch) break;
      for (size_t i = 0; wanted && i < batch->yields.size(); ++i) wanted = take(std::move(batch->yields[i]));
    }
    stop();
    wake(cutter);
    cutter.join();
    for (std::thread& worker : workers) worker.join();
  }

 private:
  static constexpr size_t kAhead = 4;                     // batches for each thread
  static constexpr size_t kAheadBytes = size_t{8} << 20;  // more only where one alone is larger
  static constexpr size_t kBatchBytes = size_t{1} << 15, kBatchUnits = 64;

  void cut() {
    for (uint64_t number = 0; wait_for_room(); ++number) {
      Batch batch;
      batch.number = number;
      const bool more = fill(batch);
      const std::lock_guard lock(mutex_);
      if (!batch.items.empty()) {
        ++under_way_;
        bytes_under_way_ += batch.bytes;
        jobs_.push_back(std::move(batch));
        work_.notify_one();
      }
      if (!more) break;
    }
    const std::lock_guard lock(mutex_);
    all_cut_ = true;
    work_.notify_all();
    done_.notify_all();
  }

  // Whether there is more to come.
  bool fill(Batch& batch) {
    do {
      std::optional<Item> item = stream_.next();
      if (!item || reading_stopped()) return false;  // what was being read is not whole
      batch.bytes += size_of(*item);
      batch.items.push_back(std::move(*item));
      batch.read = stream_.bytes_read();
    } while (!options_.prompt && batch.bytes < kBatchBytes && batch.items.size() < kBatchUnits);
    return true;
  }

  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return stopped_ || under_way_ == 0 ||
             (under_way_ < kAhead * options_.threads && bytes_under_way_ < kAheadBytes);
    });
    return !stopped_;
  }

  void work() {
    while (true) {
      std::unique_lock lock(mutex_);
      work_.wait(lock, [&] { return stopped_ || all_cut_ || !jobs_.empty(); });
      if (stopped_ || jobs_.empty()) return;
      Batch batch = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      for (Item& item : batch.items) {
        batch.yields.push_back(process(std::move(item), reader_, pipeline_, options_));
        batch.yields.back().read = batch.read;
      }
      batch.items.clear();
      const uint64_t number = batch.number;
      lock.lock();
      done_batches_.emplace(number, std::move(batch));
      if (ready()) done_.notify_one();
    }
  }

  std::optional<Batch> next() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return ready() || (all_cut_ && under_way_ == 0); });
    if (!ready()) return std::nullopt;
    Batch out = std::move(done_batches_.begin()->second);
    done_batches_.erase(done_batches_.begin());
    --under_way_;
    bytes_under_way_ -= out.bytes;
    ++next_;
    room_.notify_one();
    return out;
  }

  bool ready() const {
    return !done_batches_.empty() && (!options_.ordered || done_batches_.begin()->first == next_);
  }

  // Nobody wants what it may be waiting for.
  void wake(std::thread& cutter) {
    const std::lock_guard lock(mutex_);
    if (all_cut_) return;
    stop_reading();
    wake_from_reading(cutter);
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
    work_.notify_all();
  }

  DocumentStream& stream_;
  const ReaderOptions& reader_;
  const Pipeline& pipeline_;
  const HarvestOptions& options_;
  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::deque<Batch> jobs_;
  std::map<uint64_t, Batch> done_batches_;
  uint64_t next_ = 0;
  size_t under_way_ = 0, bytes_under_way_ = 0;
  bool all_cut_ = false, stopped_ = false;
};

}  // namespace

void harvest(DocumentStream& stream, const ReaderOptions& reader, const Pipeline& pipeline,
             const HarvestOptions& options, const std::function<bool(Yield&&)>& take) {
  if (options.threads > 1) return Crew(stream, reader, pipeline, options).run(take);
  for (std::optional<Item> item; (item = stream.next()) && !reading_stopped();) {
    Yield yield = process(std::move(*item), reader, pipeline, options);
    yield.read = stream.bytes_read();
    if (!take(std::move(yield))) return;
  }
}

}  // namespace statgrep
