#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/pack_files.h"
#include "statgrep/pack/compile.h"
#include "statgrep/pack/image.h"

using namespace statgrep;
using namespace statgrep::test;

TEST_CASE("each mistake in a lexicon is told once, with its line") {
  const struct {
    const char* text;
    const char* expected;
  } kCases[] = {
      {"@num\none\t1\ntwo\t2\none\t1\n", "xx/lexicon/l.txt:4:1: 'one' stands twice in @num"},
      {"# numbers\none\t1\n", "xx/lexicon/l.txt:2:1: an entry before any '@class' line"},
      {"@num\none\t1\n two\t2\n", "xx/lexicon/l.txt:3:1: an entry with a space at its edge"},
      {"@num\none \t1\n", "xx/lexicon/l.txt:2:1: an entry with a space at its edge"},
      {"@num\n\t1\n", "xx/lexicon/l.txt:2:1: an entry with a space at its edge"},
      {"@num\none\t1\n@\n", "xx/lexicon/l.txt:3:1: a class line is '@name'"},
      {"@verb\nrise\n@qty.money\ndollar\n",
       "xx/lexicon/l.txt:4:1: @qty.money is given by the engine, not by a lexicon"},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(complaints(lexicon(c.text)) == c.expected);
  }
}

TEST_CASE("each mistake in a rule is told once, with its place") {
  const struct {
    std::string text;
    const char* expected;
  } kCases[] = {
      {rule("xx.a", ",\n  \"exmples\": []"), "xx/rules/r.json:7:3: unknown key 'exmples'"},
      {changed("\"value\"", "\"valeu\""), "xx/rules/r.json:4:12: 'valeu' is nothing that a rule can emit"},
      {changed("{q:qty} up", "{q:qty} {nope} up"), "xx/rules/r.json:3:21: xx.a: there is no class 'nope'"},
      {changed("{q:qty} up", "{q:qty} (up"), "xx/rules/r.json:3:24: xx.a: missing ')'"},
      {changed("{q:qty} up", "{q:qty}?"), nullptr},  // its place is not promised
      {changed("\"q\"", "\"v\""),
       "xx/rules/r.json:4:21: xx.a: 'v' is no name in the pattern (a constant is written \"=…\")"},
      {changed("\"=growth\"", "\"growth\""),
       "xx/rules/r.json:4:37: xx.a: 'growth' is no name in the pattern (a constant is written \"=…\")"},
      {changed("\"frame\"", "\"farme\""), "xx/rules/r.json:2:11: a rule's kind is 'spot' or 'frame'"},
      {rule("xx.a", ",\n  \"guards\": [\"has_current\", \"hasty\"]"),
       "xx/rules/r.json:7:29: there is no guard 'hasty'"},
      {changed("[\"a\", \"b\"]", "[\"a\"]"), "xx/rules/r.json:1:2: xx.a: a rule has at least two examples"},
      {changed(",\n  \"rejects\": [\"c\"]", ""),
       "xx/rules/r.json:1:2: xx.a: a rule has at least one rejected text"},
      {changed("[\"c\"]", "[]"), "xx/rules/r.json:1:2: xx.a: a rule has at least one rejected text"},
      {changed("\"id\": \"xx.a\",\n", ""), "xx/rules/r.json:1:2: a rule without an id"},
      {changed("\"value\": \"q\", \"measure\": \"=growth\"", ""), "xx/rules/r.json:1:2: xx.a: no 'emit'"},
      {"{}", "xx/rules/r.json:1:1: a rule file is an array of rules"},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    const std::string got = complaints(rules(c.text));
    if (c.expected != nullptr) {
      CHECK(got == c.expected);
    } else {
      CHECK_THAT(got, Catch::StartsWith("xx/rules/r.json:3:") && Catch::Contains("may match nothing"));
    }
  }
}

TEST_CASE("an id is given once in all files of a language") {
  std::vector<PackFile> files = {{"rules/a.json", rule("xx.a")}, {"rules/b.json", "\n  " + rule("xx.a")}};
  CHECK(complaints(files) == "xx/rules/b.json:2:4: a second rule with the id 'xx.a'");
  std::reverse(files.begin(), files.end());  // the order in which files come says nothing
  CHECK(complaints(files) == "xx/rules/b.json:2:4: a second rule with the id 'xx.a'");
}

TEST_CASE("what is no JSON is told where it breaks") {
  CHECK_THAT(complaints(rules("[\n{\"id\": }]")), Catch::StartsWith("xx/rules/r.json:2:"));
  CHECK_THAT(complaints(rules("[{\"id\": \"a\", \"id\": \"b\"}]")), Catch::StartsWith("xx/rules/r.json:1:"));
}

TEST_CASE("several mistakes are all told") {
  const std::string got =
      complaints({{"lexicon/l.txt", "one\n@num\ntwo\ntwo\n"}, {"rules/r.json", changed("\"q\"", "\"v\"")}});
  CHECK(std::count(got.begin(), got.end(), '\n') == 2);
}

TEST_CASE("a pack needs no more classes than the engine can hold") {
  std::string text;
  for (int i = 0; i < kMaxClasses + 1; ++i)
    text += "@my.c" + std::to_string(i) + "\nw" + std::to_string(i) + "\n";
  CHECK_THAT(complaints(lexicon(text)),
             Catch::Contains("more than " + std::to_string(kMaxClasses) + " classes"));
}

TEST_CASE("a pack has no more rules than the engine can look up") {
  std::string text;
  for (size_t i = 0; i <= kMaxRules; ++i) {
    std::string one = rule("xx." + std::to_string(i));
    text += (i == 0 ? "[" : ",") + one.substr(1, one.rfind(']') - 1);
  }
  CHECK_THAT(complaints(rules(text + "]")),
             Catch::Contains("more than " + std::to_string(kMaxRules) + " rules"));
}
