// Tests: tests/unit/input_parts_test.cc
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "html_characters.h"
#include "statgrep/input/html.h"

namespace statgrep {
namespace {

constexpr size_t kLongestName = 16;

// References to the C1 controls mean windows-1252's characters (the HTML standard's table).
constexpr std::array<uint16_t, 32> kC1 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                          0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append(uint32_t code, std::string& out) {
  if (code >= 0x80 && code < 0xA0) code = kC1[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  std::array<char, 4> bytes{};
  int32_t n = 0;
  U8_APPEND_UNSAFE(bytes.data(), n, code);
  out.append(bytes.data(), static_cast<size_t>(n));
}

// "&#8211;", "&#x2013;"
size_t numeric(std::string_view text, std::string& out) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  size_t i = hex ? 3 : 2;
  const size_t first = i;
  uint32_t code = 0;
  for (; i < text.size() && i < first + 8; ++i) {
    const char c = text[i];
    const char low = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9')
      code = code * (hex ? 16 : 10) + static_cast<uint32_t>(c - '0');
    else if (hex && low >= 'a' && low <= 'f')
      code = code * 16 + static_cast<uint32_t>(low - 'a' + 10);
    else
      break;
  }
  if (i == first) return 0;
  append(code, out);
  return i < text.size() && text[i] == ';' ? i + 1 : i;
}

}  // namespace

size_t html_entity(std::string_view text, std::string& out) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') return numeric(text, out);
  const size_t end = text.substr(0, kLongestName).find(';');
  if (end == std::string_view::npos) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const auto* found =
      std::lower_bound(kNamedCharacters.begin(), kNamedCharacters.end(), name,
                       [](const NamedCharacter& c, std::string_view n) { return c.name < n; });
  if (found == kNamedCharacters.end() || found->name != name) return 0;
  append(found->code, out);
  return end + 1;
}

}  // namespace statgrep
