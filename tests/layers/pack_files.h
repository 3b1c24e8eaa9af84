// Packs written in a test: files of a made-up language, compiled or complained of.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "statgrep/pack/pack_set.h"
#include "statgrep/pack/words.h"

namespace statgrep::test {

// A rule without mistakes, a member a line:
//   1 id  2 kind  3 match  4 emit  5 examples  6 rejects
inline std::string rule(const std::string& id, const std::string& extra = "") {
  return "[{\"id\": \"" + id +
         "\",\n"
         "  \"kind\": \"frame\",\n"
         "  \"match\": \"{q:qty} up\",\n"
         "  \"emit\": {\"value\": \"q\", \"measure\": \"=growth\"},\n"
         "  \"examples\": [\"a\", \"b\"],\n"
         "  \"rejects\": [\"c\"]" +
         extra + "}]\n";
}

inline std::string changed(const std::string& from, const std::string& to) {
  std::string text = rule("xx.a");
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

inline std::vector<PackFile> rules(const std::string& text) {
  return {{"rules/r.json", text}};
}
inline std::vector<PackFile> lexicon(const std::string& text) {
  return {{"lexicon/l.txt", text}};
}

// All complaints, one a line.
inline std::string complaints(std::vector<PackFile> files) {
  std::vector<Error> errors;
  const bool made = compile_pack("xx", std::move(files), errors).has_value();
  CHECK(made == errors.empty());
  std::string out;
  for (const Error& e : errors) out += (out.empty() ? "" : "\n") + to_string(e);
  return out;
}

// A pack of language xx with what it lives in.
struct Compiled {
  explicit Compiled(std::vector<PackFile> files) {
    std::vector<Error> errors;
    std::optional<std::vector<char>> image = compile_pack("xx", std::move(files), errors);
    for (const Error& e : errors) UNSCOPED_INFO(to_string(e));
    REQUIRE(image);
    set.own(*image);
  }
  const Pack& pack() const { return set.packs().front(); }
  PackSet set;
};

inline uint32_t entry(const Pack& pack, const std::string& phrase) {
  uint32_t node = 0;
  for (uint32_t at = 0; at < phrase.size() && node != kNone;) {
    uint32_t width = 0;
    if (is_space_at(phrase, at, width)) {
      at += width;
      continue;
    }
    const Piece piece = next_piece(phrase, at);
    std::string folded;
    fold_word(piece.span.in(phrase), folded);
    node = pack.step(node, pack.word(folded));
    at = piece.span.end;
  }
  return node == kNone ? kNone : pack.entry_at(node);
}

inline bool is_a(const Pack& pack, const std::string& phrase, Cls cls) {
  const uint32_t e = entry(pack, phrase);
  return e != kNone && pack.classes_of(e).meets(pack.family(cls));
}

inline std::vector<std::string> rule_ids(const Pack& pack) {
  std::vector<std::string> out;
  for (const RuleHeader& r : pack.rules()) out.emplace_back(pack.text(r.id));
  return out;
}

}  // namespace statgrep::test
