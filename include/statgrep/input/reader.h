// One input to one document.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/base/error.h"
#include "statgrep/input/source.h"
#include "statgrep/model/document.h"

namespace statgrep {

struct ReaderOptions {
  // Bytes of one input; beyond it is an error. Offsets have 32 bits, so that
  // more than kMostBytes has no effect.
  uint64_t max_bytes = uint64_t{1} << 30;
  std::optional<Date> date;  // given to every document
  std::string lang;          // "": to be found
};

constexpr uint64_t kMostBytes = 0xFFFFFFFE;

struct ReadResult {
  std::optional<Document> document;  // absent: failed (see error) or skipped (see notes)
  std::optional<Error> error;        // trouble: the exit code must say so
  std::vector<Error> notes;          // said once for an input, no trouble
};

// Reads all of the input into memory. Errors are values with the input's name.
// Thread-safe, but there is one standard input. Linear in the input.
ReadResult read_document(const Input& input, const ReaderOptions& options);

// The same for bytes at hand, as tests and `explain` have them.
ReadResult make_document(std::string name, std::string bytes, const ReaderOptions& options);

}  // namespace statgrep
