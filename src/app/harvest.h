// Documents through the pipeline, on as many threads as are given.
//
// One thread cuts the inputs, others read and extract; what they find comes to
// the caller's thread in the order of the input, or as it comes. At most a few
// documents for each thread are under way, and few bytes beyond the largest.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "partial.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/input/reader.h"

namespace statgrep {

// What became of one unit.
struct Yield {
  std::vector<Error> said;  // errors and notes, in their order
  bool trouble = false;
  bool document = false;
  uint64_t bytes = 0;  // of the document's text
  uint64_t read = 0;   // of the inputs, when it was cut
  std::vector<Record> records;
  std::string text;  // what `finish` made of them
  size_t found = 0;  // records that are in `text` alone
};

struct HarvestOptions {
  unsigned threads = 1;
  bool ordered = true;
  bool alone = false;          // each document's records unified by themselves
  bool prompt = false;         // hand every unit on at once, rather than some together
  std::optional<Shard> shard;  // read only its documents
  // Run on the worker, after extraction; may be null. Must be thread-safe.
  std::function<void(Yield&)> finish;
};

// Calls `take` for each unit until the end, until it returns false, or until
// reading is stopped (input/bytes.h).
void harvest(DocumentStream& stream, const ReaderOptions& reader, const Pipeline& pipeline,
             const HarvestOptions& options, const std::function<bool(Yield&&)>& take);

}  // namespace statgrep
