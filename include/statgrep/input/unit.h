// What an input is cut into: the part that makes one document, unread.
//
// Cutting is done by one thread and costs a search for the next end; reading a
// unit (decoding, fields, markup) is pure and done by many.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/base/error.h"
#include "statgrep/input/bytes.h"
#include "statgrep/input/format.h"
#include "statgrep/model/document.h"

namespace statgrep {

struct ReaderOptions {
  // Bytes of one document; beyond is an error. Offsets have 32 bits, so that
  // more than kMostBytes has no effect.
  uint64_t max_bytes = uint64_t{1} << 30;
  int max_depth = 4;              // archives in archives
  uint64_t max_expansion = 1000;  // times the packed size
  std::optional<Date> date;       // given to every document that has none of its own
  std::string lang;               // "": to be found
  std::string encoding;           // of texts that are not UTF-8 and declare none
  std::optional<InputFormat> format;
  std::string text_field, date_field, id_field;  // "": the usual ones
};

constexpr uint64_t kMostBytes = 0xFFFFFFFE;

struct Unit {
  std::string source;  // as mentions print it, unless the document has an id of its own
  InputFormat format = InputFormat::text;
  std::string bytes;
  std::shared_ptr<const std::vector<std::string>> columns;  // of a table
};

// One document's part after the other.
class Splitter {
 public:
  virtual ~Splitter() = default;
  // An error is of one part; the next call goes on behind it.
  virtual std::optional<std::variant<Unit, Error>> next() = 0;
};

// REQUIRES that `bytes` and `options` outlive it.
std::unique_ptr<Splitter> make_splitter(InputFormat format, std::string name, ByteBuffer& bytes,
                                        const ReaderOptions& options);

struct ReadResult {
  std::optional<Document> document;  // absent: failed (see error) or skipped (see notes)
  std::optional<Error> error;        // trouble: the exit code must say so
  std::vector<Error> notes;          // said once for a document, no trouble
};

// The document of a unit. Pure and thread-safe; linear in it.
ReadResult read_unit(Unit unit, const ReaderOptions& options);

}  // namespace statgrep
