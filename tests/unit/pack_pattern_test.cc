#include "statgrep/pack/pattern.h"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "statgrep/pack/program.h"

using namespace statgrep;

namespace {

// Classes a, a.x, a.y, b, c; literal words get bits as they come.
class Names {
 public:
  PatternNames names() {
    return {[this](std::string_view name, bool exact) { return classes(name, exact); },
            [this](std::string_view word) { return bit_of("=" + std::string(word)); }};
  }
  int bit_of(const std::string& name) {
    return bits_.try_emplace(name, static_cast<int>(bits_.size())).first->second;
  }

 private:
  std::optional<ClassSet> classes(std::string_view name, bool exact) {
    ClassSet set;
    for (const auto& [known, bit] : bits_) {
      const bool below = known.size() > name.size() && known.starts_with(name) && known[name.size()] == '.';
      if (known == name || (below && !exact)) set.add(bit);
    }
    return set.empty() ? std::nullopt : std::optional(set);
  }

  std::map<std::string, int> bits_ = {{"a", 0}, {"a.x", 1}, {"a.y", 2}, {"b", 3}, {"c", 4}};
};

struct Items {
  std::vector<ClassSet> sets;
  std::vector<bool> skippable;
  uint32_t begin = 0;
  mutable uint64_t looks = 0;

  uint32_t first() const { return begin; }
  uint32_t size() const { return static_cast<uint32_t>(sets.size()); }
  const ClassSet& at(uint32_t i) const {
    ++looks;
    return sets[i];
  }
  bool transparent(uint32_t i) const { return skippable[i]; }
};

// "a b+c (c) =up": the second item has two classes, the third is transparent.
Items items(Names& names, const std::string& text) {
  Items out;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const bool skip = word.front() == '(';
    if (skip) word = word.substr(1, word.size() - 2);
    ClassSet set;
    std::istringstream parts(word);
    for (std::string part; std::getline(parts, part, '+');) set.add(names.bit_of(part));
    out.sets.push_back(set);
    out.skippable.push_back(skip);
  }
  return out;
}

CompiledPattern compiled(Names& names, const std::string& pattern) {
  PatternError error;
  auto out = compile_pattern(pattern, names.names(), error);
  INFO(pattern << ": " << error.message);
  REQUIRE(out);
  return *out;
}

// "3 n=0-2": one past the last item, and the captures that took part; "no".
std::string run_at(const std::string& pattern, const std::string& sequence, uint32_t start) {
  Names names;
  const CompiledPattern p = compiled(names, pattern);
  const Items seq = items(names, sequence);
  Match match;
  if (!Runner(std::span<const Instr>(p.code), p.sets.data(), seq).run(start, match)) return "no";
  CHECK(match.begin == start);
  std::string out = std::to_string(match.end);
  for (size_t n = 0; n < p.captures.size(); ++n)
    if (match.has(static_cast<int>(n)))
      out += " " + p.captures[n] + "=" + std::to_string(match.first(static_cast<int>(n))) + "-" +
             std::to_string(match.last(static_cast<int>(n)) + 1);
  return out;
}

std::string run(const std::string& pattern, const std::string& sequence) {
  return run_at(pattern, sequence, 0);
}

// "5: message"
std::string complaint(const std::string& pattern) {
  Names names;
  PatternError error;
  if (compile_pattern(pattern, names.names(), error)) return "";
  return std::to_string(error.position) + ": " + error.message;
}

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

struct Case {
  const char* pattern;
  const char* sequence;
  const char* expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.pattern << " on " << c.sequence);
    CHECK(run(c.pattern, c.sequence) == c.expected);
  }
}

}  // namespace

TEST_CASE("a class takes an item that has it or one below it") {
  check({{"{a}", "a", "1"},
         {"{a}", "a.x", "1"},
         {"{a.x}", "a", "no"},
         {"{a.x}", "a.y", "no"},
         {"{=a}", "a", "1"},
         {"{=a}", "a.x", "no"},
         {"{a}", "b", "no"},
         {"{b}", "a+b", "1"},
         {"{a.x|b}", "b", "1"},
         {"{a.x|b}", "a.x", "1"},
         {"{a.x|b}", "a.y", "no"},
         {"{=a|b}", "a.x", "no"},
         {"{a} {b}", "a b", "2"},
         {"{a}{b}", "a b", "2"},
         {"{a} {b}", "a", "no"},
         {"{a} {b}", "a c b", "no"}});
}

TEST_CASE("a literal takes the word and nothing else") {
  check({{"up", "=up", "1"},
         {"up", "=upper", "no"},
         {"up", "a", "no"},
         {"month on month", "=month =on =month", "3"},
         {"month-end", "=month-end", "1"},
         {"'s", "='s", "1"},
         {"{a} up {b}", "a =up b", "3"}});
}

TEST_CASE("alternatives are tried in order, and later ones when the rest fails") {
  check({{"{a} | {b}", "b", "1"},
         {"({a} | {a} {b})", "a b", "1"},        // the first that fits, not the longest
         {"({a} | {a} {b}) {c}", "a b c", "3"},  // unless what follows needs another
         {"({a}|{b}|{c}) {a}", "c a", "2"},
         {"{a} ({b} | ({c} | {a}) {b})", "a a b", "3"},
         {"up | {a} {b}", "a b", "2"},
         {"({a}|{b})", "c", "no"}});
}

TEST_CASE("repetitions are greedy and give back what the rest needs") {
  check({{"{a}? {b}", "b", "1"},
         {"{a}? {b}", "a b", "2"},
         {"{a}+", "a a a b", "3"},
         {"{a}+", "b", "no"},
         {"{a}* {b}", "b", "1"},
         {"{a}* {a} {b}", "a a a b", "4"},
         {"{a}* {a}", "a a", "2"},
         {"{a}{2,3}", "a", "no"},
         {"{a}{2,3}", "a a a a", "3"},
         {"{a}{0,1} {b}", "a a b", "no"},
         {"{a}{2,2} {b}", "a a b", "3"},
         {"({a} {b})+", "a b a b a", "4"},
         {"({a} {b}?)* {c}", "a a b c", "4"},
         {"up? {a}", "=up a", "2"}});
}

TEST_CASE("a star stops at the bound") {
  check({{"{b} {a}*", "b a a a a a a a a a a a a a a a", "13"},
         {"{a}+ {b}", "a a a a a a a a a a a a b", "13"},
         {"{a}+ {b}", "a a a a a a a a a a a a a b", "no"}});
}

TEST_CASE("anchors hold at the ends of the sentence only") {
  check({{"^ {a}", "a b", "1"},
         {"{a} $", "a", "1"},
         {"{a} $", "a b", "no"},
         {"^ {a} $", "a", "1"},
         {"{a} ^ {b}", "a b", "no"},
         {"{a} (^ | {b})", "a b", "2"},
         {"{a} ({b} | $)", "a", "1"},
         {"{a} ($ | {b}) {c}?", "a b c", "3"}});
  CHECK(run_at("^ {a}", "b a", 1) == "no");
  CHECK(run_at("{a}", "b a", 1) == "2");
}

TEST_CASE("the sentence may begin after its first item") {
  Names names;
  const CompiledPattern p = compiled(names, "^ {a}");
  Items seq = items(names, "b a");
  seq.begin = 1;
  Match match;
  Runner runner(std::span<const Instr>(p.code), p.sets.data(), seq);
  CHECK(runner.run(1, match));
  CHECK_FALSE(runner.run(0, match));
}

TEST_CASE("a rejected class consumes nothing and holds at the end") {
  check({{"{a} !{b}", "a c", "1"},
         {"{a} !{b}", "a b", "no"},
         {"{a} !{b}", "a", "1"},
         {"{a} !{b} {c}", "a c", "2"},
         {"{a} !{b} {c}", "a b+c", "no"},
         {"{a} !{b|c}", "a c", "no"},
         {"{a}+ !{b}", "a a b", "1"}});  // gives one back, so that the next is no b
}

TEST_CASE("captures say which items a part took") {
  check({{"{n:a} {b}", "a b", "2 n=0-1"},
         {"{a} <n: {b} {c}> {a}", "a b c a", "4 n=1-3"},
         {"<n: {a}+>", "a a b", "2 n=0-2"},
         {"<n: {a} {m:b}>", "a b", "2 n=0-2 m=1-2"},
         {"{n:a|b}", "b", "1 n=0-1"},
         {"<n: up | down> {a}", "=down a", "2 n=0-1"},
         {"{n:=a}", "a", "1 n=0-1"}});
}

TEST_CASE("a capture that took no part says so") {
  check({{"{n:a}? {b}", "b", "1"}, {"({n:a} | {m:b})", "b", "1 m=0-1"}, {"{a} {n:b}?", "a c", "1"}});
}

TEST_CASE("one name may stand in several alternatives") {
  check({{"({n:a} | {b} {n:c})", "b c", "2 n=1-2"}, {"({n:a} | {b} {n:c})", "a", "1 n=0-1"}});
  Names names;
  CHECK(compiled(names, "({n:a} | {b} {n:c})").captures == std::vector<std::string>{"n"});
}

TEST_CASE("of a repeated capture the last round stays") {
  check({{"({n:a} {b})+", "a b a b", "4 n=2-3"}, {"({n:a} | {m:b})+", "a b a", "3 n=2-3 m=1-2"}});
}

TEST_CASE("captures of a way that failed are taken back") {
  check({{"({n:a} {b} | {a} {c})", "a c", "2"},
         {"{n:a}? ({a} {b})", "a b", "2"},
         {"(<n: {a}+> {b} | {a} {m:a})", "a a c", "2 m=1-2"},
         {"({n:a} {b})* {a} {c}", "a b a c", "4 n=0-1"}});
}

TEST_CASE("transparent items are stepped over wherever an atom does not take them") {
  check({{"{a} {b}", "a (c) b", "3"},
         {"{a} {b}", "a (c) (c) b", "4"},
         {"{a} {c}", "a (c) b", "2"},  // but may be taken
         {"{a} {c} {b}", "a (c) b", "3"},
         {"{a} {b}", "a c b", "no"},  // the same class, opaque
         {"{a} {b}", "a (b) b", "2"},
         {"{a}+", "a (c) a", "3"},
         {"{a} $", "a (c) (c)", "1"},
         {"{a} $", "a (c) b", "no"},
         {"{a} !{b}", "a (c) b", "no"},
         {"{a} !{b}", "a (c) c", "1"}});
}

TEST_CASE("a match starts afresh each time") {
  Names names;
  const CompiledPattern p = compiled(names, "{n:a}? {b}");
  const Items seq = items(names, "a b b");
  Match match;
  Runner runner(std::span<const Instr>(p.code), p.sets.data(), seq);
  REQUIRE(runner.run(0, match));
  CHECK(match.has(0));
  REQUIRE(runner.run(2, match));
  CHECK_FALSE(match.has(0));
}

TEST_CASE("a pattern that backtracks without end is given up") {
  Names names;
  const CompiledPattern p = compiled(names, repeated("{a}* ", 10) + "{b}");
  const Items seq = items(names, repeated("a ", 200));
  Match match;
  CHECK_FALSE(Runner(std::span<const Instr>(p.code), p.sets.data(), seq).run(0, match));
  CHECK(seq.looks < static_cast<uint64_t>(kMaxSteps));
}

TEST_CASE("what may stand first is known") {
  const auto first = [](const std::string& pattern) {
    Names names;
    const CompiledPattern p = compiled(names, pattern);
    std::string out;
    for (const char* name : {"a", "a.x", "a.y", "b", "c"})
      if (p.first.has(names.bit_of(name))) out += (out.empty() ? "" : " ") + std::string(name);
    return out;
  };
  CHECK(first("{a} {b}") == "a a.x a.y");
  CHECK(first("{=a} {b}") == "a");
  CHECK(first("{a.x}? {b}") == "a.x b");
  CHECK(first("({a.x} | {b}) {c}") == "a.x b");
  CHECK(first("({a.x}? | {b}) {c}") == "a.x b c");
  CHECK(first("^ <n: {b}>") == "b");
  CHECK(first("{b}{0,2} {c}") == "b c");
}

TEST_CASE("what any match must hold is known") {
  const auto required = [](const std::string& pattern) {
    Names names;
    std::string out;
    for (const ClassSet& set : compiled(names, pattern).required) {
      out += "[";
      for (const char* name : {"a.x", "a.y", "b", "c"})
        if (set.has(names.bit_of(name))) out += name;
      out += "]";
    }
    return out;
  };
  CHECK(required("{a.x} {b}") == "[a.x][b]");
  CHECK(required("{a.x} {b}? {c}* {a.y}{0,2}") == "[a.x]");
  CHECK(required("{a.x}+ {b}{1,2}") == "[a.x][b]");
  CHECK(required("({a.x} | {b}) {c}") == "[a.xb][c]");
  CHECK(required("<n: {a.x}? {b}> {c}") == "[b][c]");
  CHECK(required("!{a.x} {b}") == "[b]");
  CHECK(required("^ {b} $") == "[b]");
  CHECK(required("{a.x} {b} | {c}") == "[bc]");
}

TEST_CASE("captures are numbered in the order in which they are named") {
  Names names;
  CHECK(compiled(names, "{x:a} <y: {z:b}> {w:c}").captures == std::vector<std::string>{"x", "y", "z", "w"});
}

TEST_CASE("mistakes are told with their place") {
  const struct {
    const char* pattern;
    const char* expected;
  } kCases[] = {
      {"", "0: an empty sequence"},
      {"   ", "3: an empty sequence"},
      {"()", "1: an empty sequence"},
      {"{a} |", "5: an empty sequence"},
      {"({a} | )", "7: an empty sequence"},
      {"<n: >", "4: an empty sequence"},
      {"{nope}", "0: there is no class 'nope'"},
      {"{a} {a.z}", "4: there is no class 'a.z'"},
      {"{a|nope}", "0: there is no class 'nope'"},
      {"{n:nope}", "0: there is no class 'nope'"},
      {"{}", "0: there is no class ''"},
      {"{a} {b", "4: missing '}'"},
      {"({a}", "4: missing ')'"},
      {"<n: {a}", "7: missing '>'"},
      {"({a}>", "4: missing ')'"},
      {"{a})", "3: unexpected ')'"},
      {"{a} >", "4: unexpected '>'"},
      {"{a} ?", "4: unexpected '?'"},
      {"{a}??", "4: unexpected '?'"},
      {"*", "0: unexpected '*'"},
      {"!up", "1: '!' is followed by {class}"},
      {"<n", "0: a named group is written <name: …>"},
      {"{a}{2}", "3: a repetition is written {m,n}"},
      {"{a}{3,2}", "3: a repetition goes up to 12"},
      {"{a}{1,13}", "3: a repetition goes up to 12"},
      {"{a}{0,0}", "3: a repetition goes up to 12"},
  };
  for (const auto& c : kCases) {
    INFO(c.pattern);
    CHECK(complaint(c.pattern) == c.expected);
  }
}

TEST_CASE("a pattern that may match nothing is refused") {
  for (const char* pattern :
       {"{a}?", "{a}*", "{a}{0,3}", "({a} | {b}?)", "^", "$", "^ $", "!{a}", "<n: {a}?>", "{a}? {b}*"}) {
    INFO(pattern);
    CHECK_THAT(complaint(pattern), Catch::Contains("may match nothing"));
  }
  for (const char* pattern : {"{a}? {b}", "({a} | {b})", "^ {a}", "!{a} {b}", "{a}{1,2}"})
    CHECK(complaint(pattern).empty());
}

TEST_CASE("a pattern has bounds of its own") {
  CHECK(complaint(repeated("(", 20) + "{a}" + repeated(")", 20)).empty());
  CHECK_THAT(complaint(repeated("(", 21) + "{a}" + repeated(")", 21)), Catch::Contains("nested too deeply"));
  std::string twelve, thirteen;
  for (int i = 0; i < 13; ++i) {
    thirteen += "{n" + std::to_string(i) + ":a} ";
    if (i < 12) twelve = thirteen;
  }
  CHECK(complaint(twelve).empty());
  CHECK_THAT(complaint(thirteen), Catch::Contains("too many names"));
  CHECK_THAT(complaint(repeated("{a}{12,12} ", 400)), Catch::Contains("too long"));
}

TEST_CASE("a pattern that grows without bound is refused, not run out of memory") {
  std::string pattern = "{a}";
  for (int i = 0; i < 8; ++i) pattern = "(" + pattern + "){12,12}";
  const PatternNames names{[](std::string_view, bool) {
                             ClassSet set;
                             set.add(1);
                             return std::optional<ClassSet>(set);
                           },
                           [](std::string_view) { return 2; }};
  PatternError error;
  CHECK_FALSE(compile_pattern(pattern, names, error));
  CHECK(error.message == "the pattern is too long");
}
