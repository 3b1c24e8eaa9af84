// Partial results: what one shard found, to be merged with the others'.
//
// JSON Lines. First a header, which says what made it; then the set united
// (record/merge.h), in the order of its keys; last the count of records, so
// that a file that was cut off is known.
//
//   {"statgrep":"partial","format":1,"version":"0.1.0","patterns":"8f…","shard":"2/8"}
//   {"key":"…","core":31,"record":{…}}
//   {"end":1}
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "collection.h"
#include "statgrep/input/bytes.h"
#include "statgrep/pack/pack_set.h"

namespace statgrep {

struct PartialHeader {
  std::string version, patterns, shard;  // shard "": of all
  std::string line() const;              // with its line end
};

// Of this program and these patterns.
PartialHeader header_of(const PackSet& packs, const std::string& shard);

void append_partial(std::string& out, const KeyedRecord& record);
std::string partial_end(uint64_t records);

struct Shard {
  uint64_t number = 1, of = 1;  // from 1
};
std::optional<Shard> shard_from(const std::string& text);  // "2/8"
// Whether a document of this id is of the shard: the same wherever it stands.
bool in_shard(std::string_view id, const Shard& shard);

// A partial file read line by line.
class PartialReader {
 public:
  // An error where it is none, or was made by another version or other patterns.
  static std::variant<std::unique_ptr<PartialReader>, Error> open(const std::string& name,
                                                                  const PartialHeader& own);

  const PartialHeader& header() const { return header_; }
  const std::string& key() const { return key_; }
  uint32_t core() const { return core_; }
  Record take() { return std::move(record_); }

  // To the next record; false at the end or on an error.
  bool advance();
  const std::optional<Error>& error() const { return error_; }

 private:
  PartialReader(std::string name, std::unique_ptr<ByteSource> source);
  std::optional<std::string> line();
  bool fail(const std::string& message);

  std::string name_;
  ByteBuffer bytes_;
  int line_ = 0;
  uint64_t records_ = 0;
  PartialHeader header_;
  std::string key_;
  uint32_t core_ = 0;
  Record record_;
  std::optional<Error> error_;
};

}  // namespace statgrep
