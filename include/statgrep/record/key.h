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

namespace statgrep {

// Whether a lower-case word names nothing ("of", "the"): what does is for the
// language packs to say. Thread-safe.
using DroppedWords = std::function<bool(std::string_view)>;

// The words of a name without regard to order and case: lower-cased, split at
// what is neither letter, digit nor mark, `dropped` ones left out, sorted,
// each once, joined by blanks. A name of dropped words only keeps them.
std::string content_words(std::string_view name, const DroppedWords& dropped);

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

RecordKey key_of(const Record& record, const DroppedWords& dropped);

}  // namespace statgrep
