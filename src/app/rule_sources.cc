// The rules' own text, which the image keeps. Tests: tests/unit/app_selftest_test.cc
#include "statgrep/app/selftest.h"

namespace statgrep {
namespace {

bool is_rule_file(std::string_view path) {
  return path.ends_with(".json") && !path.ends_with("macros.json");
}

RuleSource source_of(const JsonNode& rule, const std::string& file) {
  RuleSource out;
  out.file = file;
  out.line = rule.line;
  out.column = rule.column;
  out.priority = 50;  // as the compiler has it
  if (const JsonNode* id = rule.find("id")) out.id = id->string;
  if (const JsonNode* kind = rule.find("kind")) out.spot = kind->string == "spot";
  if (const JsonNode* priority = rule.find("priority")) out.priority = static_cast<int>(priority->number);
  if (const JsonNode* examples = rule.find("examples")) out.examples = examples->items;
  if (const JsonNode* rejects = rule.find("rejects")) out.rejects = rejects->items;
  return out;
}

}  // namespace

std::vector<RuleSource> rule_sources(const Pack& pack) {
  std::vector<RuleSource> out;
  std::vector<Error> unused;  // the compiler has read these files without a mistake
  for (const SourceFile& source : pack.sources()) {
    if (!is_rule_file(pack.text(source.path))) continue;
    const std::string file = std::string(pack.lang()) + '/' + std::string(pack.text(source.path));
    const auto root = parse_located(pack.text(source.text), file, unused);
    if (!root) continue;
    for (const JsonNode& rule : root->items) out.push_back(source_of(rule, file));
  }
  return out;
}

}  // namespace statgrep
