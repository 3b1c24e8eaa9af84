// What makes two records the same statement, as comparable text.
//
// Pure and thread-safe; a key costs one pass over the record's short fields,
// ASCII without a call into ICU.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/model/record.h"
#include "statgrep/pack/name_words.h"

namespace statgrep {

// How names are compared: `dropped` words left out, and those of one thing
// (an indicator, a place) in any language as one, "#id", where `same` knows
// them by their content words; "" where it does not.
struct NameKeys {
  NameKeys(DroppedWords words, std::function<std::string(std::string_view)> known = nullptr)
      : dropped(std::move(words)), same(std::move(known)) {}

  std::string of(std::string_view name) const;

  DroppedWords dropped;
  std::function<std::string(std::string_view)> same;
};

// The parts of a record's key. Parts in which a record says nothing are "".
struct RecordKey {
  // Must be equal in any two records of one statement: indicator (id, else
  // content words), measure, value, value_high, unit, status.
  std::string core;
  // May be lacking: "absent agrees with anything".
  std::string basis;
  std::string area;
  std::string of;
  std::string versus;
  std::string period;        // with years, where they are known
  std::string period_shape;  // the same without years; == period where unknown
  bool period_has_year = false;

  // All of it as one string: equal for records that union makes one.
  std::string exact() const;
};

RecordKey key_of(const Record& record, const NameKeys& names);

}  // namespace statgrep
