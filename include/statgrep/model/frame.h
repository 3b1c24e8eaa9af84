// What a rule made of a place: which quantity states what, with references
// that are still to be resolved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "statgrep/model/annotation.h"
#include "statgrep/model/record.h"

namespace statgrep {

// How a frame's measure is found where the rule leaves it to the quantity.
enum class MeasureRule : uint8_t { fixed, movement, state, same };

struct Frame {
  uint32_t rule = 0;   // index in the pack's rules
  uint32_t chunk = 0;  // where the quantity stands, in its sentence
  uint32_t first = 0;  // the chunks that the rule matched
  uint32_t last = 0;   // one past
  Quantity quantity;
  uint16_t list_index = 0;  // of several quantities in one place: "1.2 and 0.9 percent"
  uint16_t list_count = 1;
  MeasureRule measure_rule = MeasureRule::fixed;
  Measure measure = Measure::level;
  int sign = 1;  // 0: the antecedent's
  Status status = Status::none;
  Qualifier qualifier = Qualifier::none;  // where the rule says so; else the quantity.s
  TokenRange indicator;                   // empty: see `antecedent`
  int32_t np = -1;                        // the chunk of the indicator, where it is one
  int32_t antecedent = -1;                // frame of this sentence whose indicator is taken
  int32_t previous = -1;                  // the statement before, whose measure "same" means
  TokenRange of;
  TokenRange versus;
  TokenRange within;          // the part, with its preposition, that the indicator is stated of
  TokenRange area;            // a place that stands in the antecedent's: "Hong Kong 6.4 billion"
  int32_t period = -1;        // chunk, where the rule named it
  bool earlier = false;       // an earlier value beside the present one
  bool year_earlier = false;  // … of the same period a year before, unless another is named
  bool counted = false;       // the counted noun is the indicator
  bool merged = false;        // what it states another frame says, too
  uint16_t column = 0;        // of a table with periods over its columns, from 1
  bool same_head = false;     // `indicator` is of the same kind of thing: "and for women"
  TokenRange head;     // that the antecedent's name ends with here: "a surplus, against a deficit of 2"
  bool row = false;    // `indicator` is a table row's label, the heading says what is measured
  TokenRange heading;  // of the row's column, where it has a name

  // Filled by resolve/.
  std::optional<RecordPeriod> when;
  std::optional<RecordPeriod> also;  // a second time of the value: "for both 2025 and 2026"
  Basis basis = Basis::none;
  bool basis_stated = false;
  std::optional<Streak> streak;
  std::optional<Versus> compared;
  std::vector<TokenRange> names;  // conjuncts of the indicator, where it is a list
};

}  // namespace statgrep
