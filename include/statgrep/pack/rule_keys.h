// The closed lists that a pack's rules may use: kinds, emitted fields, guards.
// New behaviour is a change here; new language is data.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace statgrep {

enum class RuleKind : uint8_t {
  spot,   // over tokens: marks a period, a basis, a streak, a trap …
  frame,  // over chunks: says what a quantity states
};

// What a spot or a frame emits. Values are a capture's name ("q"), or a
// constant: a number, or a word with a leading '=' ("=YoY").
// Of a spot: its kind; of a period its form (PeriodForm) and the form's parts,
// `offset` signed; of a streak its direction; a basis.
// Of a frame, besides a record's own fields: `role` (an earlier value),
// `complement` (a noun of movement: the indicator, where it names what moves),
// `row` (the label of a table's row, whose heading names the indicator), `doubt`
// (hundredths that the rule's records are less sure), `area` (the place of which
// the last statement's indicator is stated, too), `noun` (a count, whose noun the
// value takes: "27 of 41 industries"), `also` (a second indicator of the value),
// `within` (the part of the indicator: "openings fell | in finance").
// clang-format off
#define STATGREP_EMIT_KEYS(X)                                                \
  X(kind) X(form) X(year) X(year2) X(month) X(month2) X(day) X(day2) X(n)    \
  X(unit) X(offset) X(direction) X(basis)                                    \
  X(value) X(indicator) X(measure) X(sign) X(of) X(versus) X(status)         \
  X(qualifier) X(role) X(period) X(complement) X(row) X(column) X(head) X(doubt) X(area) X(noun) X(also) X(within)
// clang-format on

enum class EmitKey : uint16_t {
#define X(k) k,
  STATGREP_EMIT_KEYS(X)
#undef X
      count_
};
std::string_view name_of(EmitKey key);
std::optional<EmitKey> emit_key_from(std::string_view name);

// Guards: what a pattern over classes cannot say. A rule lists any of them.
// has_current: a statement was made before in this sentence; after_count: and
// the one that this goes on from counts things.
#define STATGREP_GUARDS(X) X(has_current) X(after_count)

enum class Guard : uint8_t {
#define X(k) k,
  STATGREP_GUARDS(X)
#undef X
      count_
};
std::string_view name_of(Guard guard);
std::optional<Guard> guard_from(std::string_view name);

}  // namespace statgrep
