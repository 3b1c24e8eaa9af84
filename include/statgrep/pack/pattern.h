// Patterns: which classes in which order. Compiled to a small program that a
// bounded backtracking matcher runs in place.
//
//   word            a literal word: one token whose lower-case form is `word`
//   {class}         a token or chunk that has the class, or one below it
//                   ({det} takes det.def too); {=class} takes the class alone
//   {a|b}           either class
//   {name:class}    the same, captured
//   <name: …>       a captured sequence
//   ( … | … )       alternatives, tried in order
//   ? * + {m,n}     how often; greedy; at most kMaxRepeat times
//   ^  $            the sentence's beginning, its end (consume nothing)
//   !{class}        what stands next does not have the class (consumes nothing)
//
// Why not RE2 over one byte a chunk, as first designed: stepping over transparent
// chunks is no regular step of it, and its programs cannot be kept in an image:
// compiling the frame rules took 2.6 ms at each start (./dev bench match), as
// much as all else that a start does. The matcher agrees with RE2 on random
// rules and sequences (tests/oracle/pattern_oracle_test.cc).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/class_set.h"
#include "statgrep/pack/image.h"

namespace statgrep {

inline constexpr int kMaxRepeat = 12;
inline constexpr int kMaxCaptures = 12;

struct CompiledPattern {
  std::vector<Instr> code;  // class_set: index into `sets`
  std::vector<ClassSet> sets;
  std::vector<std::string> captures;  // names, by capture number
  ClassSet first;                     // what the first consumed step may be
  std::vector<ClassSet> required;     // one of each of these is in whatever matches
  uint32_t longest = 0;               // the most items that a match takes
};

struct PatternError {
  size_t position = 0;  // byte in the pattern
  std::string message;
};

// `classes` gives the set of bits of a class name (with those below it), or
// nullopt where there is no such class; `literal` gives the bit of a word.
struct PatternNames {
  std::function<std::optional<ClassSet>(std::string_view name, bool exact)> classes;
  std::function<int(std::string_view word)> literal;
};

std::optional<CompiledPattern> compile_pattern(std::string_view text, const PatternNames& names,
                                               PatternError& error);

}  // namespace statgrep
