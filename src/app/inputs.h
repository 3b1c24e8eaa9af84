// From the command line's options to a stream of documents: what the commands
// that read inputs share.
#pragma once

#include <memory>
#include <optional>

#include "statgrep/app/options.h"
#include "statgrep/input/reader.h"

namespace statgrep {

struct Inputs {
  PathFilter filter;
  ReaderOptions reader;
  InputList list;
};

// An error names the option.
std::variant<Inputs, Error> inputs_of(const Options& options, const CheckedOptions& checked);

// The bytes of all inputs as they are stored; 0 where one of them is no file (standard input).
uint64_t expected_bytes(const Inputs& inputs);

}  // namespace statgrep
