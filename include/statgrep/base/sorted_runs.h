// A sort that does not need to hold what it sorts.
//
// Entries are a key and a payload, both any bytes. Beyond `memory` bytes they
// go to sorted runs in temporary files (in TMPDIR, already unlinked: they are
// gone with the process, however it ends). Keys come out in the order of
// their bytes, equal ones in the order in which they came in.
//
// Memory: an entry costs its bytes and 24 more; reading k runs costs a block
// for each. Time: n log n comparisons. One thread. Errors (a full disk) come
// as values and are final.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

class SortedRuns {
 public:
  explicit SortedRuns(uint64_t memory);
  ~SortedRuns();
  SortedRuns(const SortedRuns&) = delete;
  SortedRuns& operator=(const SortedRuns&) = delete;

  void add(std::string_view key, std::string_view payload);
  uint64_t size() const { return size_; }

  struct Entry {
    std::string_view key;
    std::string_view payload;
  };
  // The entries in order, once all are added; views hold until the next call.
  std::optional<Entry> next();

  const std::optional<Error>& error() const { return error_; }
  bool spilled() const { return !runs_.empty(); }

 private:
  struct Slot {
    uint64_t at;  // in bytes_
    uint32_t key;
    uint32_t payload;
    std::string_view key_in(const std::string& bytes) const { return {bytes.data() + at, key}; }
  };
  struct Run;

  void sort();
  void spill();
  void start();
  std::optional<Entry> from_memory();
  std::optional<Entry> from_runs();

  uint64_t memory_, size_ = 0;
  std::string bytes_;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<size_t> heap_;  // of runs, the one with the smallest key in front
  size_t at_ = 0;
  bool started_ = false;
  std::optional<Error> error_;
};

}  // namespace statgrep
