// Tests: tests/unit/app_collection_test.cc, tests/e2e/merge_test.cc
#include "collection.h"

#include <cstring>

#include "statgrep/write/record_reader.h"

namespace statgrep {
namespace {

constexpr size_t kHeld = size_t{1} << 16;  // records that are held as such

// Eight bytes whose order as text is the number's.
std::string ordered(uint64_t n) {
  std::string out(8, '\0');
  for (int i = 7; i >= 0; --i, n >>= 8) out[static_cast<size_t>(i)] = static_cast<char>(n & 0xFF);
  return out;
}

uint64_t number_in(std::string_view eight) {
  uint64_t n = 0;
  for (const char c : eight.substr(0, 8)) n = n << 8 | static_cast<unsigned char>(c);
  return n;
}

constexpr size_t kHead = 16;  // of a payload: arrival, and the length of the core

std::string payload_of(const KeyedRecord& record, uint64_t order) {
  return ordered(order) + ordered(record.core) + record.json;
}

Record read_back(std::string_view json) {
  auto read = read_record(json);
  if (auto* record = std::get_if<Record>(&read)) return std::move(*record);
  return {};  // what we printed ourselves can be read
}

}  // namespace

KeyedRecord keyed(const Record& record, const NameKeys& names) {
  static const Selection all = select_all();
  const RecordKey key = key_of(record, names);
  KeyedRecord out{key.exact(), static_cast<uint32_t>(key.core.size()), ""};
  append_json_record(out.json, record, all);
  return out;
}

Statements::Statements(const NameKeys& names, Order order, uint64_t memory)
    : names_(names), order_(order), sorted_(memory) {}

void Statements::add(std::string_view core, Record record) {
  if (core != core_) {
    close_group();
    core_ = core;
  }
  group_.push_back(std::move(record));
}

void Statements::close_group() {
  if (group_.empty()) return;
  std::string json;
  for (Record& r : unify_records(std::move(group_), names_)) {
    json.clear();
    append_json_record(json, r, all_);
    std::string key = ordered(r.order);
    if (order_ == Order::place) {
      const Mention& first = r.mentions.front();
      key = first.source + '\0' + ordered(first.start) + ordered(first.end) + key_of(r, names_).exact();
    }
    sorted_.add(key, json);
  }
  group_.clear();
}

std::optional<Error> Statements::each(const std::function<bool(Record&&)>& take) {
  close_group();
  while (const auto entry = sorted_.next())
    if (!take(read_back(entry->payload))) break;
  return sorted_.error();
}

Collection::Collection(NameKeys names, uint64_t memory)
    : names_(std::move(names)), memory_(memory), held_(names_), sorted_(memory) {}

void Collection::add(Record record) {
  record.order = arrived_++;
  held_.add(std::move(record));
  if (held_.size() >= kHeld) spill();
}

void Collection::spill() {
  for (const Record& record : held_.take_united()) {
    const KeyedRecord k = keyed(record, names_);
    sorted_.add(k.key, payload_of(k, record.order));
    ++added_;
  }
}

std::optional<Error> Collection::each(const std::function<bool(Record&&)>& take) {
  if (added_ == 0) {
    for (Record& record : held_.finish())
      if (!take(std::move(record))) break;
    return std::nullopt;
  }
  Statements statements(names_, Statements::Order::arrival, memory_);
  if (auto error = each_united([&](std::string_view key, uint32_t core, Record&& record) {
        statements.add(key.substr(0, core), std::move(record));
        return true;
      }))
    return error;
  return statements.each(take);
}

std::optional<Error> Collection::each_keyed(const std::function<bool(const KeyedRecord&)>& take) {
  return each_united(
      [&](std::string_view, uint32_t, Record&& record) { return take(keyed(record, names_)); });
}

// What was added, records of one key as one.
std::optional<Error> Collection::each_united(
    const std::function<bool(std::string_view, uint32_t, Record&&)>& take) {
  spill();
  std::string key;
  uint32_t core = 0;
  std::vector<Record> same;
  const auto give = [&] {
    if (same.empty()) return true;
    std::vector<Record> one = union_records(std::move(same), names_);
    same.clear();
    return take(key, core, std::move(one.front()));
  };
  while (const auto entry = sorted_.next()) {
    if (entry->key != key) {
      if (!give()) return std::nullopt;
      key = entry->key;
      core = static_cast<uint32_t>(number_in(entry->payload.substr(8)));
    }
    same.push_back(read_back(entry->payload.substr(kHead)));
    same.back().order = number_in(entry->payload);
  }
  if (!sorted_.error()) give();
  return sorted_.error();
}

}  // namespace statgrep
