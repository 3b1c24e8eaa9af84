// Tables of texts: RFC 4180, also with tabs. Pure; linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace statgrep {

// The fields of one record, quotes resolved; its line end is passed over. What
// stands behind a closing quote is kept as it is.
std::vector<std::string> csv_fields(std::string_view record, char mark);

// One past the first record in `held`, its line end included; npos where that
// ends within one. Asked again with more it goes on where it stopped.
class CsvRecordEnd {
 public:
  explicit CsvRecordEnd(char mark) : mark_(mark) {}
  size_t operator()(std::string_view held, size_t from);

 private:
  char mark_;
  bool quoted_ = false;
  size_t closed_ = std::string_view::npos;  // where the last quote was closed
};

}  // namespace statgrep
