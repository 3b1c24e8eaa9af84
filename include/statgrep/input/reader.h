// Inputs to documents, one after the other: files, directories, standard input,
// what is packed in them, and the documents that they hold.
//
// DocumentStream cuts (one thread); read_unit (input/unit.h) reads what was cut.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/input/source.h"
#include "statgrep/input/unit.h"

namespace statgrep {

// Not thread-safe. Memory: one unit, and a block for each level of packing.
class DocumentStream {
 public:
  // REQUIRES that both outlive it.
  DocumentStream(InputStream& inputs, const ReaderOptions& options);
  ~DocumentStream();

  struct Note {
    Error text;  // no trouble
  };
  // The next unit, an error of one input or part (the rest goes on), or a note;
  // nullopt at the end.
  std::optional<std::variant<Unit, Error, Note>> next();

  uint64_t bytes_read() const;  // of the inputs, as they are stored

 private:
  struct Layer;
  std::optional<std::variant<Unit, Error, Note>> descend();
  std::optional<std::variant<Unit, Error, Note>> open(std::string name, std::unique_ptr<ByteSource> source);

  InputStream& inputs_;
  const ReaderOptions& options_;
  std::vector<std::unique_ptr<Layer>> layers_;
  uint64_t closed_bytes_ = 0;
};

// The document of these bytes, taken for a text.
ReadResult make_document(std::string name, std::string bytes, const ReaderOptions& options);

}  // namespace statgrep
