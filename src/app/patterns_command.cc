// patterns: looking after the rules. Tests: tests/e2e/patterns_test.cc
#include <algorithm>
#include <cstdio>

#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/selftest.h"
#include "statgrep/write/json_text.h"

namespace statgrep {
namespace {

std::string counted(int n, const char* noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

std::string summary(const SelftestReport& report) {
  std::string out = counted(report.rules, "rule") + ", " + counted(report.examples, "example") + ", " +
                    counted(report.rejects, "reject") + ": ";
  const int failed = static_cast<int>(report.failures.size());
  return out + (failed == 0 ? "all hold" : counted(failed, "failure")) + "\n";
}

std::vector<RuleSource> all_rules(const PackSet& packs) {
  std::vector<RuleSource> out;
  for (const Pack& pack : packs.packs())
    for (RuleSource& rule : rule_sources(pack)) out.push_back(std::move(rule));
  return out;
}

// Columns as wide as they need to be.
std::string as_table(const std::vector<RuleSource>& rules) {
  size_t width = 0;
  for (const RuleSource& rule : rules) width = std::max(width, rule.id.size());
  std::string out;
  char row[64];
  for (const RuleSource& rule : rules) {
    std::snprintf(row, sizeof row, "  %-5s  %3d  %3zu\n", rule.spot ? "spot" : "frame", rule.priority,
                  rule.examples.size());
    out += rule.id + std::string(width - rule.id.size(), ' ') + row;
  }
  return out;
}

std::string as_json_lines(const std::vector<RuleSource>& rules, const std::string& dir) {
  std::string out;
  for (const RuleSource& rule : rules) {
    out += R"({"id":)";
    append_json_string(out, rule.id);
    out += std::string(R"(,"kind":")") + (rule.spot ? "spot" : "frame") + R"(","priority":)" +
           std::to_string(rule.priority) + R"(,"examples":)" + std::to_string(rule.examples.size()) +
           R"(,"rejects":)" + std::to_string(rule.rejects.size()) + R"(,"file":)";
    append_json_string(out, pack_file_name(dir, rule.file));
    out += R"(,"line":)" + std::to_string(rule.line) + "}\n";
  }
  return out;
}

}  // namespace

int run_patterns_test(const Options& options) {
  const auto packs = load_packs_or_say(options.patterns_arg);
  if (!packs) return kTrouble;
  SelftestReport report = run_selftest(*packs, options.rule);
  if (report.rules == 0 && !options.rule.empty()) {
    say("--rule: there is no rule \"" + options.rule + "\"");
    return kTrouble;
  }
  for (Error& failure : report.failures) {
    failure.file = pack_file_name(options.patterns_arg, failure.file);
    std::fprintf(stderr, "%s\n", to_string(failure).c_str());  // bare, as editors read it
  }
  if (print(summary(report)) != kFound) return kTrouble;
  return report.failures.empty() ? kFound : kNothing;
}

int run_patterns_list(const Options& options) {
  const auto packs = load_packs_or_say(options.patterns_arg);
  if (!packs) return kTrouble;
  const std::vector<RuleSource> rules = all_rules(*packs);
  return print(options.json ? as_json_lines(rules, options.patterns_arg) : as_table(rules));
}

}  // namespace statgrep
