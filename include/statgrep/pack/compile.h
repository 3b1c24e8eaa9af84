// The pack compiler: a folder's files -> a flat image, or located errors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

struct PackFile {
  std::string path;  // below the language folder: "lexicon/units.txt"
  std::string text;
};

// `files` in any order; every mistake found is one Error with file:line:column
// (unknown key or class, dangling name, duplicate id, bad pattern, rule without
// examples …), and then there is no image. Deterministic: the same files give
// the same bytes. Cost: linear, some 10 ms for English.
std::optional<std::vector<char>> compile_pack(const std::string& lang, std::vector<PackFile> files,
                                              std::vector<Error>& errors);

}  // namespace statgrep
