// One file of rules, as written: JSON with comments, an array of rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/pack/rule_keys.h"

namespace statgrep {

struct EmitText {
  EmitKey key{};
  bool is_number = false;
  int32_t number = 0;
  std::string text;
  int line = 0;
  int column = 0;
};

struct RuleText {
  std::string file;
  int line = 0;
  int column = 0;
  std::string id;
  RuleKind kind = RuleKind::frame;
  int priority = 50;
  std::string match;
  int match_line = 0;
  int match_column = 0;
  std::vector<EmitText> emits;
  uint32_t guards = 0;
};

std::vector<RuleText> read_rules(std::string_view text, const std::string& file, std::vector<Error>& errors);

}  // namespace statgrep
