// Our decoder and ICU's on the same random bytes.
#include <unicode/unistr.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "statgrep/input/decode.h"

using namespace statgrep;

namespace {

// Bytes that are often nearly valid: whole characters, cut and changed.
std::string random_bytes(std::mt19937& random, size_t length) {
  static const char* const pieces[] = {
      "a",        "plain ascii", "\xC3\xA9", "\xE5\xA2\x9E", "\xF0\x9F\x93\x88",
      "\xED\x9F", "\xEE\x80",    "\xF4\x8F", "\xE0\xA0",     "\xF0\x90\x80"};
  std::string out;
  while (out.size() < length) {
    if (random() % 4 == 0) {
      out += static_cast<char>(random() % 255 + 1);
    } else {
      out += pieces[random() % std::size(pieces)];
    }
  }
  if (random() % 2 == 0) out.resize(length);
  std::replace(out.begin(), out.end(), '\r', '\n');  // a lone CR is changed on purpose
  return out;
}

std::string by_icu(const std::string& bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8(bytes).toUTF8String(out);
  return out;
}

}  // namespace

TEST_CASE("decoding gives what ICU gives") {
  std::mt19937 random(20240612);
  for (int i = 0; i < 20000; ++i) {
    const std::string bytes = random_bytes(random, random() % 40);
    if (bytes.starts_with("\xEF\xBB\xBF")) continue;
    const std::string expected = by_icu(bytes);
    const Decoded decoded = decode_utf8(bytes);
    REQUIRE(decoded.text == expected);
    REQUIRE((decoded.replaced == 0) == (expected == bytes));
    const size_t valid = valid_utf8_prefix(bytes);
    REQUIRE(by_icu(bytes.substr(0, valid)) == bytes.substr(0, valid));
    REQUIRE((valid == bytes.size()) == (expected == bytes));
  }
}
