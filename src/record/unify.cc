// Unification: records that lack something join the one record that they can
// only mean.
//
// A record's shape is the set of the parts that it has. Two records of one
// core are compatible where they agree in the parts that both shapes have. One
// is fuller than the other where it is compatible and has all its parts; a
// record with no fuller one is maximal. Then
//   - two maximal records join where each is the other's only compatible
//     maximal record;
//   - any other record joins the maximal record (or pair of them, just joined)
//     that it is compatible with, where there is exactly one.
// None of this looks at order. Compatible records are found by looking up the
// agreed parts among the records of each shape: there are at most 48 shapes,
// so a group of n records costs O(48 n) look-ups, not n * n comparisons.
#include <algorithm>
#include <map>
#include <utility>

#include "join.h"
#include "statgrep/record/merge.h"

namespace statgrep {
namespace {

using Shape = unsigned;
constexpr Shape kBasis = 1, kArea = 2, kOf = 4, kVersus = 8, kPeriod = 16, kYear = 32;

Shape shape_of(const RecordKey& key) {
  return (key.basis.empty() ? 0U : kBasis) | (key.area.empty() ? 0U : kArea) | (key.of.empty() ? 0U : kOf) |
         (key.versus.empty() ? 0U : kVersus) | (key.period.empty() ? 0U : kPeriod) |
         (key.period_has_year ? kYear : 0U);
}

// The parts of `key` that `mask` names, as one string.
std::string projection(const RecordKey& key, Shape mask) {
  std::string out;
  const auto part = [&](bool wanted, const std::string& text) {
    if (wanted) out += text;
    out += '\x1E';
  };
  part((mask & kBasis) != 0, key.basis);
  part((mask & kArea) != 0, key.area);
  part((mask & kOf) != 0, key.of);
  part((mask & kVersus) != 0, key.versus);
  part((mask & kPeriod) != 0, (mask & kYear) != 0 ? key.period : key.period_shape);
  return out;
}

// The records of one core by the parts that they have.
class ShapeIndex {
 public:
  explicit ShapeIndex(const std::vector<RecordKey>& keys) : keys_(keys) {}

  void add(size_t member) { members_[shape_of(keys_[member])].push_back(member); }

  const std::map<Shape, std::vector<size_t>>& shapes() const { return members_; }

  // Members of shape `of` that agree with `member` in all parts of `mask`.
  const std::vector<size_t>& agreeing(size_t member, Shape of, Shape mask) {
    static const std::vector<size_t> none;
    const auto [table, is_new] = tables_.try_emplace({of, mask});
    if (is_new) {
      for (const size_t other : members_[of]) table->second[projection(keys_[other], mask)].push_back(other);
    }
    const auto found = table->second.find(projection(keys_[member], mask));
    return found == table->second.end() ? none : found->second;
  }

 private:
  const std::vector<RecordKey>& keys_;
  std::map<Shape, std::vector<size_t>> members_;
  std::map<std::pair<Shape, Shape>, std::unordered_map<std::string, std::vector<size_t>>> tables_;
};

// Which records of one core are one statement. Members are numbered from 0.
class GroupUnifier {
 public:
  explicit GroupUnifier(std::vector<RecordKey> keys) : keys_(std::move(keys)), all_(keys_), maximal_(keys_) {}

  // For each member the member that stands for its statement.
  std::vector<size_t> representatives() {
    if (keys_.size() == 1) return {0};
    std::vector<size_t> rest;
    for (size_t i = 0; i < keys_.size(); ++i) all_.add(i);
    for (size_t i = 0; i < keys_.size(); ++i) {
      if (has_fuller(i)) {
        rest.push_back(i);
      } else {
        maximal_.add(i);
      }
      class_.push_back(i);
    }
    join_pairs();
    std::vector<size_t> out = class_;
    for (const size_t member : rest) out[member] = only_candidate(member).value_or(member);
    return out;
  }

 private:
  bool has_fuller(size_t member) {
    const Shape own = shape_of(keys_[member]);
    return std::any_of(all_.shapes().begin(), all_.shapes().end(), [&](const auto& other) {
      return other.first != own && (other.first & own) == own &&
             !all_.agreeing(member, other.first, own).empty();
    });
  }

  // The one class of maximal records, other than the member's own record,
  // that the member is compatible with.
  std::optional<size_t> only_candidate(size_t member) {
    const Shape own = shape_of(keys_[member]);
    std::optional<size_t> found;
    for (const auto& [shape, members] : maximal_.shapes()) {
      for (const size_t other : maximal_.agreeing(member, shape, own & shape)) {
        if (other == member || found == class_[other]) continue;
        if (found) return std::nullopt;
        found = class_[other];
      }
    }
    return found;
  }

  void join_pairs() {
    std::vector<std::pair<size_t, size_t>> pairs;
    for (const auto& [shape, members] : maximal_.shapes()) {
      for (const size_t member : members) {
        const auto other = only_candidate(member);
        if (other && member < *other && only_candidate(*other) == member) pairs.emplace_back(member, *other);
      }
    }
    for (const auto& [first, second] : pairs) class_[second] = first;
  }

  std::vector<RecordKey> keys_;
  ShapeIndex all_;
  ShapeIndex maximal_;
  std::vector<size_t> class_;  // while pairs are looked for, each its own
};

// For each record the first of its statement.
std::vector<size_t> first_of_statement(const std::vector<Record>& records, const NameKeys& names) {
  std::unordered_map<std::string, std::vector<size_t>> groups;
  std::vector<RecordKey> keys;
  for (size_t i = 0; i < records.size(); ++i) {
    keys.push_back(key_of(records[i], names));
    groups[keys.back().core].push_back(i);
  }
  std::vector<size_t> target(records.size());
  for (const auto& [core, members] : groups) {
    std::vector<RecordKey> group_keys;
    for (const size_t member : members) group_keys.push_back(std::move(keys[member]));
    const auto representatives = GroupUnifier(std::move(group_keys)).representatives();
    std::vector<size_t> first(members.size(), records.size());
    for (size_t i = 0; i < members.size(); ++i) {
      size_t& earliest = first[representatives[i]];
      earliest = std::min(earliest, members[i]);
    }
    for (size_t i = 0; i < members.size(); ++i) target[members[i]] = first[representatives[i]];
  }
  return target;
}

}  // namespace

std::vector<Record> unify_records(std::vector<Record> records, const NameKeys& names) {
  const std::vector<size_t> target = first_of_statement(records, names);
  for (size_t i = 0; i < records.size(); ++i) {
    if (target[i] != i) fold(records[target[i]], std::move(records[i]));
  }
  std::vector<Record> out;
  for (size_t i = 0; i < records.size(); ++i) {
    if (target[i] != i) continue;
    settle_mentions(records[i]);
    out.push_back(std::move(records[i]));
  }
  return out;
}

}  // namespace statgrep
