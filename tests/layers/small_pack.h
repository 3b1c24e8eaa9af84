// A language made up for one test: a lexicon and rules, compiled on the spot.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "statgrep/pack/pack_set.h"

namespace statgrep::test {

// A rule as JSON, with the examples that the compiler wants and nobody runs.
inline std::string rule(const std::string& id, const std::string& kind, int priority,
                        const std::string& match, const std::string& emit) {
  return "{\"id\": \"" + id + "\", \"kind\": \"" + kind + "\", \"priority\": " + std::to_string(priority) +
         ", \"match\": \"" + match + "\", \"emit\": " + emit +
         ", \"examples\": [\"a\", \"b\"], \"rejects\": [\"c\"]}";
}

class SmallPack {
 public:
  SmallPack(const std::string& lexicon, const std::vector<std::string>& rules) {
    std::string all;
    for (const std::string& r : rules) all += (all.empty() ? "[" : ",\n") + r;
    std::vector<PackFile> files = {{"lexicon/l.txt", lexicon}};
    if (!all.empty()) files.push_back({"rules/r.json", all + "]"});
    std::vector<Error> errors;
    std::optional<std::vector<char>> image = compile_pack("xx", std::move(files), errors);
    for (const Error& e : errors) UNSCOPED_INFO(to_string(e));
    REQUIRE(image);
    packs_.own(std::move(*image));
  }
  const PackSet& packs() const { return packs_; }
  const Pack& pack() const { return packs_.packs().front(); }

 private:
  PackSet packs_;
};

}  // namespace statgrep::test
