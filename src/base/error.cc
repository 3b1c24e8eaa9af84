#include "statgrep/base/error.h"

namespace statgrep {

std::string to_string(const Error& error) {
  std::string place = error.file;
  const auto add = [&place](int number) {
    if (!place.empty()) place += ':';
    place += std::to_string(number);
  };
  if (error.line > 0) {
    add(error.line);
    // A column alone would be read as a line.
    if (error.column > 0) add(error.column);
  }
  return place.empty() ? error.message : place + ": " + error.message;
}

}  // namespace statgrep
