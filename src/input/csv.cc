// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/csv.h"

namespace statgrep {

std::vector<std::string> csv_fields(std::string_view record, char mark) {
  while (record.ends_with('\n') || record.ends_with('\r')) record.remove_suffix(1);
  std::vector<std::string> out(1);
  bool quoted = false;
  for (size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (quoted && c == '"' && record.substr(i + 1).starts_with('"')) {
      out.back() += record[++i];
    } else if (c == '"' && (quoted || out.back().empty())) {
      quoted = !quoted;
    } else if (c == mark && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

size_t CsvRecordEnd::operator()(std::string_view held, size_t from) {
  for (size_t i = from; (i = held.find_first_of("\"\n", i)) != std::string_view::npos; ++i) {
    if (held[i] == '\n') {
      if (!quoted_) return i + 1;
    } else if (quoted_) {
      quoted_ = false;
      closed_ = i;
    } else {
      // A quote opens at the beginning of a field, or was doubled.
      quoted_ = i == 0 || held[i - 1] == mark_ || closed_ + 1 == i;
    }
  }
  return std::string_view::npos;
}

}  // namespace statgrep
