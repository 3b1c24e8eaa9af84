// What every stage did, for `explain`. A null Trace* is off and costs a branch.
//
// A stage may decline only with one of these reasons, so that "why not" always
// has an answer. Not thread-safe: one Trace belongs to one document's run.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "statgrep/base/span.h"

namespace statgrep {

enum class Stage : uint8_t { prescan, sentence, token, annotation, chunk, match, resolve, record, merge };
enum class Verdict : uint8_t {
  made,          // the stage made what `what` says
  prescan,       // nothing countable in the stretch
  no_chunk,      // no rule starts at this chunk
  gate,          // a class that the rule needs is not in the sentence
  pattern,       // the rule's pattern does not fit here
  guard,         // the pattern fits, a guard says no
  overlap_lost,  // another rule with precedence holds the place
  unresolved,    // a reference could not be resolved
  trap,          // a number that is no statistic (date, name, address …)
  merged         // the same statement was there already
};

const char* name_of(Stage);
const char* name_of(Verdict);

struct TraceEntry {
  Stage stage;
  Verdict verdict;
  Span span;         // in Document::text
  std::string what;  // chunk code, rule id, or field
  std::string why;   // for a reader who writes patterns
};

struct Trace {
  std::vector<TraceEntry> entries;
  bool attempts = true;  // whether to keep Verdict::pattern, of which there are many
  void add(Stage stage, Verdict verdict, Span span, std::string what, std::string why = "") {
    if (verdict == Verdict::pattern && !attempts) return;
    entries.push_back({stage, verdict, span, std::move(what), std::move(why)});
  }
};

}  // namespace statgrep
