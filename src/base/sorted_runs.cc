// Tests: tests/unit/base_sorted_runs_test.cc
#include "statgrep/base/sorted_runs.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace statgrep {
namespace {

std::FILE* temporary_file() {
  const char* dir = std::getenv("TMPDIR");
  std::string path = (dir != nullptr && *dir != '\0' ? std::string(dir) : "/tmp") + "/statgrep-XXXXXX";
  const int fd = mkstemp(path.data());
  if (fd < 0) return nullptr;
  unlink(path.c_str());
  return fdopen(fd, "w+b");
}

}  // namespace

struct SortedRuns::Run {
  std::FILE* file = nullptr;
  std::string key, payload;

  ~Run() {
    if (file != nullptr) std::fclose(file);
  }

  bool put(std::string_view bytes) {
    const auto size = static_cast<uint32_t>(bytes.size());
    return std::fwrite(&size, sizeof size, 1, file) == 1 && std::fwrite(bytes.data(), 1, size, file) == size;
  }

  bool get(std::string& bytes) {
    uint32_t size = 0;
    if (std::fread(&size, sizeof size, 1, file) != 1) return false;
    bytes.resize(size);
    return std::fread(bytes.data(), 1, size, file) == size;
  }

  bool advance() { return get(key) && get(payload); }
};

SortedRuns::SortedRuns(uint64_t memory) : memory_(memory) {}
SortedRuns::~SortedRuns() = default;

void SortedRuns::add(std::string_view key, std::string_view payload) {
  if (error_) return;
  const uint64_t used = bytes_.size() + slots_.size() * sizeof(Slot);
  if (!slots_.empty() && used + key.size() + payload.size() > memory_) spill();
  slots_.push_back({bytes_.size(), static_cast<uint32_t>(key.size()), static_cast<uint32_t>(payload.size())});
  bytes_ += key;
  bytes_ += payload;
  ++size_;
}

void SortedRuns::sort() {
  std::stable_sort(slots_.begin(), slots_.end(),
                   [&](const Slot& a, const Slot& b) { return a.key_in(bytes_) < b.key_in(bytes_); });
}

void SortedRuns::spill() {
  sort();
  auto run = std::make_unique<Run>();
  run->file = temporary_file();
  bool good = run->file != nullptr;
  for (const Slot& s : slots_) {
    good = good && run->put(s.key_in(bytes_)) && run->put({bytes_.data() + s.at + s.key, s.payload});
    if (!good) break;
  }
  good = good && std::fflush(run->file) == 0;
  if (!good) {
    error_ = Error{"", 0, 0, std::string("cannot write a temporary file: ") + std::strerror(errno)};
    return;
  }
  std::rewind(run->file);
  runs_.push_back(std::move(run));
  slots_.clear();
  bytes_.clear();
}

// Heap order: the smallest key, of equal ones the earliest run.
void SortedRuns::start() {
  started_ = true;
  if (runs_.empty()) return sort();
  if (!slots_.empty()) spill();
  for (size_t i = 0; i < runs_.size(); ++i)
    if (runs_[i]->advance()) heap_.push_back(i);
  std::make_heap(heap_.begin(), heap_.end(), [&](size_t a, size_t b) {
    const int order = runs_[a]->key.compare(runs_[b]->key);
    return order != 0 ? order > 0 : a > b;
  });
}

std::optional<SortedRuns::Entry> SortedRuns::next() {
  if (error_) return std::nullopt;
  if (!started_) start();
  if (error_) return std::nullopt;
  return runs_.empty() ? from_memory() : from_runs();
}

std::optional<SortedRuns::Entry> SortedRuns::from_memory() {
  if (at_ == slots_.size()) return std::nullopt;
  const Slot& s = slots_[at_++];
  return Entry{s.key_in(bytes_), {bytes_.data() + s.at + s.key, s.payload}};
}

std::optional<SortedRuns::Entry> SortedRuns::from_runs() {
  const auto later = [&](size_t a, size_t b) {
    const int order = runs_[a]->key.compare(runs_[b]->key);
    return order != 0 ? order > 0 : a > b;
  };
  if (at_ > 0 && !heap_.empty()) {  // the entry given last is done with
    std::pop_heap(heap_.begin(), heap_.end(), later);
    if (runs_[heap_.back()]->advance())
      std::push_heap(heap_.begin(), heap_.end(), later);
    else
      heap_.pop_back();
  }
  if (heap_.empty()) return std::nullopt;
  ++at_;
  return Entry{runs_[heap_.front()]->key, runs_[heap_.front()]->payload};
}

}  // namespace statgrep
