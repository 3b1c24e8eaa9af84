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
#define STATGREP_EMIT_KEYS(X)                                                                               \
  /* spots */                                                                                               \
  X(kind) /* period basis convention comparator streak trap adjunct */                                      \
  X(form) /* period: PeriodForm */                                                                          \
  X(year)                                                                                                   \
  X(year2)                                                                                                  \
  X(month)                                                                                                  \
  X(month2) X(day) X(day2) X(n) X(unit) X(offset) /* relative: how many units, signed */                    \
      X(edge)                                     /* start, end or mid of the period */                     \
      X(direction)                                /* streak: up down */                                     \
      X(basis)                                    /* frames */                                              \
      X(value) X(indicator) X(measure) X(sign) X(of) X(versus) X(status) X(qualifier) X(role) X(period)     \
          X(area) X(doubt) X(complement) /* a noun of movement: the indicator, where it names what moves */ \
      X(row)                             /* the label of a table's row, whose heading names the indicator */

enum class EmitKey : uint16_t {
#define X(k) k,
  STATGREP_EMIT_KEYS(X)
#undef X
      count_
};
std::string_view name_of(EmitKey key);
std::optional<EmitKey> emit_key_from(std::string_view name);

// Guards: what a pattern over classes cannot say. A rule lists any of them.
#define STATGREP_GUARDS(X)                                                  \
  X(same_unit)        /* the quantity's unit is the current statement's */  \
  X(other_unit)       /* it is not */                                       \
  X(has_current)      /* a statement was made before in this sentence */    \
  X(counts_equal)     /* indicator and value lists have one length */       \
  X(not_year)         /* the bare number does not look like a year */       \
  X(is_rate)          /* the indicator is a rate */                         \
  X(movement_current) /* the current statement is a growth or change */     \
  X(level_current)    /* the current statement is a level or share */       \
  X(no_subject)       /* no indicator phrase stands before in the clause */ \
  X(has_subject)

enum class Guard : uint8_t {
#define X(k) k,
  STATGREP_GUARDS(X)
#undef X
      count_
};
std::string_view name_of(Guard guard);
std::optional<Guard> guard_from(std::string_view name);

}  // namespace statgrep
