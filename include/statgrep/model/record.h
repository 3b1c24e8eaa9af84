// What comes out: one statistical statement. Field by field as the published
// schema (`statgrep schema`) describes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/base/decimal.h"

namespace statgrep {

enum class Measure : uint8_t {
  level,
  growth,
  change,
  share,
  contribution,
  difference,
  multiple,
  streak,
  rank
};
enum class Basis : uint8_t { none, YoY, HoH, QoQ, MoM, WoW, DoD, annualised };
enum class Qualifier : uint8_t { none, approx, over, under, at_least, at_most };
enum class Status : uint8_t { none, estimate, forecast, target, revised, previous };

// The spelling that records and packs use; `from` gives nullopt on another.
const char* name_of(Measure);
const char* name_of(Basis);      // "" for none
const char* name_of(Qualifier);  // "" for none
const char* name_of(Status);     // "" for none
std::optional<Measure> measure_from(std::string_view);
std::optional<Basis> basis_from(std::string_view);
std::optional<Qualifier> qualifier_from(std::string_view);
std::optional<Status> status_from(std::string_view);

struct RecordPeriod {
  std::string text;              // verbatim; "" where it came from metadata
  std::optional<Period> bounds;  // absent: the words could not be resolved
  bool inherited = false;
  friend bool operator==(const RecordPeriod&, const RecordPeriod&) = default;
};

struct Streak {
  Decimal value;
  std::string unit;       // month, quarter, year, …: English in every language
  std::string direction;  // "up", "down" or ""
  friend bool operator==(const Streak&, const Streak&) = default;
};

struct Versus {
  std::string text;
  std::string indicator;
  std::optional<Period> bounds;
  friend bool operator==(const Versus&, const Versus&) = default;
};

struct Mention {
  std::string source;
  uint32_t line = 0;   // from 1
  uint32_t start = 0;  // bytes of the source decoded to UTF-8, before markup is removed
  uint32_t end = 0;
  std::string quote;  // the sentence, after markup is removed
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Record {
  std::string indicator;
  std::string indicator_id;
  Measure measure = Measure::level;
  Decimal value;
  std::optional<Decimal> value_high;
  std::string value_text;
  std::string unit;
  Basis basis = Basis::none;
  Qualifier qualifier = Qualifier::none;
  Status status = Status::none;
  std::optional<RecordPeriod> period;
  std::optional<Streak> streak;
  std::string of;
  std::optional<Versus> versus;
  std::string area;
  std::string attribution;
  int confidence = 100;  // hundredths, so that output is exact; printed as 0 to 1
  std::string rule;
  std::vector<Mention> mentions;
  uint64_t order = 0;  // of its first arrival; not printed
};

}  // namespace statgrep
