// The deduplicated set of records, of any size.
//
// A small set is held as records. A larger one goes, as JSON under its keys,
// to a sort that spills to disk beyond `memory` bytes, where records of one
// key meet and are joined. One thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/base/sorted_runs.h"
#include "statgrep/record/merge.h"
#include "statgrep/write/fields.h"

namespace statgrep {

// A record of union (record/merge.h) with the key that it has in sorted files.
struct KeyedRecord {
  std::string key;
  uint32_t core = 0;  // the first bytes of the key, in which records of one statement agree
  std::string json;   // all fields
};
KeyedRecord keyed(const Record& record, const NameKeys& names);

// Joins records that come in the order of their keys into statements, which
// come out in an order of their own.
class Statements {
 public:
  enum class Order : uint8_t {
    arrival,  // Record::order
    place     // source, start, end of the first mention, then the key: depends on the set alone
  };
  Statements(const NameKeys& names, Order order, uint64_t memory);

  // REQUIRES that keys do not fall. Records of one key must have been joined.
  void add(std::string_view core, Record record);
  // Each statement in order, until `take` returns false.
  std::optional<Error> each(const std::function<bool(Record&&)>& take);

 private:
  void close_group();

  const NameKeys& names_;
  Order order_;
  std::string core_;
  std::vector<Record> group_;
  Selection all_ = select_all();
  SortedRuns sorted_;
};

class Collection {
 public:
  Collection(NameKeys names, uint64_t memory);

  void add(Record record);
  uint64_t size() const {
    return held_.size() + added_;
  }  // before unification; repeated ones may count again

  // The set unified, in the order of arrival. Once, at the end.
  std::optional<Error> each(const std::function<bool(Record&&)>& take);
  // The set united, in the order of keys. Once, at the end.
  std::optional<Error> each_keyed(const std::function<bool(const KeyedRecord&)>& take);

 private:
  void spill();
  std::optional<Error> each_united(const std::function<bool(std::string_view, uint32_t, Record&&)>& take);

  NameKeys names_;
  uint64_t memory_, arrived_ = 0, added_ = 0;
  Merger held_;
  SortedRuns sorted_;
};

}  // namespace statgrep
