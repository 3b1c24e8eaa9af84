#include "statgrep/record/merge.h"

#include <utility>

#include "join.h"

namespace statgrep {

void Merger::add(Record record) {
  open_mentions(record);
  const auto [place, is_new] = index_.try_emplace(key_of(record, names_).exact(), records_.size());
  if (is_new) {
    records_.push_back(std::move(record));
  } else {
    fold(records_[place->second], std::move(record));
  }
}

std::vector<Record> Merger::take_united() {
  index_.clear();
  for (Record& record : records_) settle_mentions(record);
  return std::exchange(records_, {});
}

std::vector<Record> Merger::finish() {
  return unify_records(take_united(), names_);
}

std::vector<Record> union_records(std::vector<Record> records, const NameKeys& names) {
  Merger merger(names);
  for (Record& record : records) merger.add(std::move(record));
  return merger.take_united();
}

}  // namespace statgrep
