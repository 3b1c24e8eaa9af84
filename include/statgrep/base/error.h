// Errors are values: a place and a sentence, never an exception across stages.
#pragma once

#include <string>

namespace statgrep {

// `line` and `column` count from 1; 0 means that the place has none.
// Columns count bytes.
struct Error {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;
};

// "file:line:column: message", leaving out what is 0 or empty.
std::string to_string(const Error& error);

}  // namespace statgrep
