// Tests: tests/unit/pack_compile_test.cc
#include "lexicon_file.h"

#include <set>

namespace statgrep {

std::vector<LexiconLine> read_lexicon(std::string_view text, const std::string& file,
                                      std::vector<Error>& errors) {
  std::vector<LexiconLine> out;
  std::set<std::pair<std::string, std::string>> seen;
  std::string cls;
  int line = 0;
  while (!text.empty()) {
    ++line;
    size_t nl = text.find('\n');
    std::string_view row = text.substr(0, nl);
    text.remove_prefix(nl == std::string_view::npos ? text.size() : nl + 1);
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.empty() || row[0] == '#') continue;
    if (row[0] == '@') {
      cls = row.substr(1);
      if (cls.empty()) errors.push_back({file, line, 1, "a class line is '@name'"});
      continue;
    }
    if (cls.empty()) {
      errors.push_back({file, line, 1, "an entry before any '@class' line"});
      continue;
    }
    size_t tab = row.find('\t');
    LexiconLine entry{std::string(row.substr(0, tab)), cls, "", line};
    if (tab != std::string_view::npos) entry.payload = row.substr(tab + 1);
    if (entry.phrase.empty() || entry.phrase.front() == ' ' || entry.phrase.back() == ' ') {
      errors.push_back({file, line, 1, "an entry with a space at its edge"});
      continue;
    }
    if (!seen.insert({cls, entry.phrase}).second) {
      errors.push_back({file, line, 1, "'" + entry.phrase + "' stands twice in @" + cls});
      continue;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace statgrep
