#include <catch2/catch.hpp>
#include <chrono>

#include "statgrep/input/decode.h"

using namespace statgrep;
using namespace std::string_literals;

TEST_CASE("valid text passes unchanged") {
  for (const std::string text :
       {"", "a", "plain text of more than eight bytes", "增长 5.2％ — “快”", "\xF4\x8F\xBF\xBF"}) {
    const Decoded decoded = decode_utf8(text);
    CHECK(decoded.text == text);
    CHECK(decoded.replaced == 0);
  }
}

TEST_CASE("a byte order mark is dropped, but only the one at the start") {
  CHECK(decode_utf8("\xEF\xBB\xBFtext").text == "text");
  CHECK(decode_utf8("\xEF\xBB\xBF").text.empty());
  CHECK(decode_utf8("a\xEF\xBB\xBF").text == "a\xEF\xBB\xBF");
  CHECK(decode_utf8("\xEF\xBB\xBF"
                    "a\xFF")
            .text == "a\xEF\xBF\xBD");
}

TEST_CASE("each maximal part of an invalid sequence becomes one U+FFFD") {
  const std::string mark = "\xEF\xBF\xBD";
  const struct {
    std::string bytes;
    size_t places;
  } cases[] = {
      {"\xFF", 1},         {"\x80\x80", 2},         {"\xC3", 1},         {"\xE2\x82", 1},
      {"\xF0\x9F\x93", 1}, {"\xC0\xAF", 2},         {"\xED\xA0\x80", 3}, {"\xF4\x90\x80\x80", 4},
      {"\xE0\x80\x80", 3}, {"\xF0\x80\x80\x80", 4}, {"\xE2\x82\xE2", 2}, {"\xF8\x88\x80\x80\x80", 5},
  };
  for (const auto& c : cases) {
    const Decoded decoded = decode_utf8("ab" + c.bytes + "cd");
    std::string expected = "ab";
    for (size_t i = 0; i < c.places; ++i) expected += mark;
    CHECK(decoded.text == expected + "cd");
    CHECK(decoded.replaced == c.places);
    CHECK(decoded.first_invalid == 2);
  }
}

TEST_CASE("a NUL becomes a blank of the same length") {
  CHECK(decode_utf8("a\0b"s).text == "a b");
}

TEST_CASE("a lone CR becomes an LF, CR LF stays") {
  CHECK(decode_utf8("a\rb\r\nc\r\r\nd\r").text == "a\nb\r\nc\n\r\nd\n");
}

TEST_CASE("lines begin after every kind of line end") {
  using Starts = std::vector<uint32_t>;
  CHECK(line_starts_of("") == Starts{0});
  CHECK(line_starts_of("one") == Starts{0});
  CHECK(line_starts_of("a\nb\n") == Starts{0, 2});
  CHECK(line_starts_of("a\r\nb\r\nc") == Starts{0, 3, 6});
  CHECK(line_starts_of("a\rb\rc") == Starts{0, 2, 4});
  CHECK(line_starts_of("\n\r\n\r\r\na") == Starts{0, 1, 3, 4, 6});
  CHECK(line_starts_of("a\n\nb") == Starts{0, 2, 3});
}

TEST_CASE("binary data is told from text with a stray control byte") {
  CHECK(binary_kind("\x1F\x8B\x08\x00"s) == "gzip data");
  CHECK(binary_kind("PK\x03\x04zip") == "a zip archive");
  CHECK(binary_kind("%PDF-1.7\n") == "a PDF document");
  CHECK(binary_kind("\x7F"
                    "ELF\x02") == "an ELF program");
  CHECK(binary_kind("\x89PNG\r\n\x1A\n") == "a PNG image");
  CHECK(binary_kind("\xFF\xFE"
                    "S\0a\0l\0"s) == "UTF-16 text; only UTF-8 is read");
  CHECK(binary_kind("S\0a\0l\0e\0s\0 \0r\0o\0s\0e\0"s) == "a binary file");
  std::string counting;
  for (int i = 0; i < 256; ++i) counting += static_cast<char>(i);
  CHECK(binary_kind(counting) == "a binary file");
  CHECK_FALSE(binary_kind(""));
  CHECK_FALSE(binary_kind("a\0b"s));
  CHECK_FALSE(binary_kind("Retail sales\0 rose 2.5 percent.\x1B\n"s));
  CHECK_FALSE(binary_kind("BZhang said exports rose."));
  CHECK_FALSE(binary_kind("caf\xE9 in Latin-1"));
}

TEST_CASE("decoding and lines take linear time") {
  const auto seconds = [](const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    const Decoded decoded = decode_utf8(bytes);
    CHECK(line_starts_of(decoded.text).size() >= 1);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  // Generous for a slow machine; anything quadratic would take hours.
  CHECK(seconds(std::string(50'000'000, 'a')) < 5);
  CHECK(seconds(std::string(20'000'000, '\xFF')) < 5);
  CHECK(seconds(std::string(20'000'000, '\n')) < 5);
  CHECK(seconds(std::string(10'000'000, '\n') + '\r' + std::string(10'000'000, 'a')) < 5);
}
