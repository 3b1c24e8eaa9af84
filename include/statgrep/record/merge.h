// One statement, one record: the two steps in which records become a set.
//
// 1. Union joins records whose keys are equal in every part. It is
//    associative, commutative and idempotent, so that any split of the input
//    gives the same set.
// 2. Unification, once, over the whole set: a record joins another where they
//    differ only in parts that one of them lacks (basis, area, of, versus,
//    period; or a period's year) and exactly one candidate exists. Its result
//    depends on the set alone, never on order.
//
// A joined record keeps all mentions (sorted by source, start and end, each
// once), the fuller fields, and the stated period over the inherited.
// How the words read (indicator, value_text, qualifier, rule) is taken from
// the record of the first mention.
//
// Costs: union is linear in the records; unification is linear, too, but for
// sorting (records are looked up by the parts that they have, never compared
// pair by pair). Functions are pure; a Merger belongs to one thread.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "statgrep/model/record.h"
#include "statgrep/record/key.h"

namespace statgrep {

// The output is in the order of first arrival.
std::vector<Record> union_records(std::vector<Record> records, const NameKeys& names);

// REQUIRES the output of union_records. Order: a joined record stands where the
// first of its parts stood.
std::vector<Record> unify_records(std::vector<Record> records, const NameKeys& names);

class Merger {
 public:
  explicit Merger(NameKeys names) : names_(std::move(names)) {}

  void add(Record record);
  size_t size() const { return records_.size(); }  // distinct so far, before unification

  // The set, unified, in the order in which its records first arrived. The
  // Merger is empty afterwards.
  std::vector<Record> finish();

  // The same, not unified.
  std::vector<Record> take_united();

 private:
  NameKeys names_;
  std::unordered_map<std::string, size_t> index_;  // exact key -> records_
  std::vector<Record> records_;
};

}  // namespace statgrep
