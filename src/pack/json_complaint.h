// nlohmann/json's syntax errors in plain words, at the token that is wrong.
// Private to the located reader; pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace statgrep {

struct JsonComplaint {
  size_t offset;  // where the thing complained of begins
  std::string message;
};

// `what` is the exception's text, `stopped` how many bytes of `text` the lexer
// had read (one more at the end of the text).
JsonComplaint json_complaint(std::string_view what, std::string_view text, size_t stopped);

// Where the token begins that ends before `end`; it must have been read as one.
size_t json_string_begin(std::string_view text, size_t end);
size_t json_number_begin(std::string_view text, size_t end);

}  // namespace statgrep
