// language.json: what a pack says of its language's writing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

inline constexpr std::string_view kLanguageFile = "language.json";

struct LanguageTraits {
  std::string script;                 // its name in ICU's script property, "Han"; "" where the pack is silent
  bool segmented = true;              // words stand apart
  std::vector<std::string> variants;  // ICU transliteration rules, each to another spelling of every phrase
};

// A pack without the file is of a segmented language. Errors are appended; what is wrong keeps its default.
LanguageTraits read_language_traits(std::string_view text, const std::string& file,
                                    std::vector<Error>& errors);

// The other spellings of a phrase, each once, without itself. Not thread-safe.
// Rules that ICU does not understand are an error of `file`. Cost: linear in the phrase.
std::function<std::vector<std::string>(const std::string&)> spelling_variants(
    const std::vector<std::string>& rules, const std::string& file, std::vector<Error>& errors);

}  // namespace statgrep
