// One lexicon file: "@class" lines and entries, one a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

struct LexiconLine {
  std::string phrase;  // as written, lower case
  std::string cls;
  std::string payload;  // "" where there is none
  int line = 0;
};

std::vector<LexiconLine> read_lexicon(std::string_view text, const std::string& file,
                                      std::vector<Error>& errors);

}  // namespace statgrep
