// Runs the examples and rejects that stand beside the rules of a pack.
//
// An example of a frame rule holds where the whole pipeline, with the whole
// pack, gives exactly the records that it lists and the rule made one of them;
// a reject, where the rule makes none. An example of a spot rule holds where a
// spot of this rule says what it `gives`; a reject, where there is no such spot.
//
//   frame  {"text", "date"?, "records": [{…}]}        reject: "text" or {"text", "date"?}
//   spot   {"text", "date"?, "in_force"?, "gives": "2023-01/2023-09"}
#pragma once

#include <string>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/pack/located_json.h"
#include "statgrep/pack/pack_set.h"

namespace statgrep {

// A rule as its file has it, with what stands beside it.
struct RuleSource {
  std::string id;
  bool spot = false;
  int priority = 0;
  std::string file;  // "en/rules/growth.json"
  int line = 0;
  int column = 0;
  std::vector<JsonNode> examples;
  std::vector<JsonNode> rejects;
};

// The rules of a pack, by file and then as they stand in it. Cost: parses all
// rule files anew.
std::vector<RuleSource> rule_sources(const Pack& pack);

struct SelftestReport {
  int rules = 0;
  int examples = 0;
  int rejects = 0;
  std::vector<Error> failures;  // at the example; the message may have further lines
};

// `only`: the id of one rule, or "" for all. Cost: two or so readings of each
// text. Never throws on any pack that the compiler accepts.
SelftestReport run_selftest(const PackSet& packs, const std::string& only);

}  // namespace statgrep
