// Tests: tests/unit/text_tokens_test.cc
#include "codes.h"

#include <algorithm>

namespace statgrep {
namespace {

constexpr size_t kLongest = 80;  // bytes of a name in brackets

bool capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool letter(char c) {
  return capital(c) || (c >= 'a' && c <= 'z');
}

bool in_code(char c) {
  return capital(c) || c == '.' || c == '/' || (c >= '0' && c <= '9');
}

}  // namespace

Bracketed bracketed(std::string_view text, uint32_t at) {
  const std::string_view rest = text.substr(at + 1, kLongest);
  const size_t close = rest.find_first_of("<>\n");
  if (close == 0 || close == std::string_view::npos || rest[close] != '>' || !letter(rest[0])) return {};
  const std::string_view inside = rest.substr(0, close);
  if (inside.back() == ' ') return {};
  return {static_cast<uint32_t>(at + 1 + close), std::all_of(inside.begin(), inside.end(), in_code)};
}

}  // namespace statgrep
