// Tests: tests/unit/pack_words_test.cc
#include "statgrep/pack/words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

namespace statgrep {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

UChar32 read(std::string_view text, uint32_t at, uint32_t& next) {
  int32_t i = static_cast<int32_t>(at);
  UChar32 c;
  U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), c);
  next = static_cast<uint32_t>(i);
  return c < 0 ? 0xFFFD : c;
}

bool is_ideograph(UChar32 c) {
  if (c < 0x2E80) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return true;
    default:
      return c == 0x3007;
  }
}

bool is_letter(std::string_view text, uint32_t at, uint32_t& next) {
  unsigned char c = static_cast<unsigned char>(text[at]);
  next = at + 1;
  if (c < 0x80) return is_ascii_letter(text[at]);
  UChar32 u = read(text, at, next);
  return (u_isalpha(u) || u_getCombiningClass(u) != 0) && !is_ideograph(u);
}

// The apostrophe at `at`, straight or curly: its width, or 0.
uint32_t apostrophe(std::string_view text, uint32_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool letter_at(std::string_view text, uint32_t at) {
  uint32_t next;
  return at < text.size() && is_letter(text, at, next);
}

// "U.S.", "a.m.": single letters, each with its dot.
uint32_t dotted_letters(std::string_view text, uint32_t at) {
  uint32_t end = at;
  while (end + 1 < text.size() && is_ascii_letter(text[end]) && text[end + 1] == '.') end += 2;
  return end - at >= 4 ? end : at;
}

uint32_t word_end(std::string_view text, uint32_t at, bool& digits) {
  if (uint32_t end = dotted_letters(text, at); end > at) return end;
  while (at < text.size()) {
    uint32_t next;
    if (is_letter(text, at, next)) {
      at = next;
    } else if (is_digit(text[at])) {
      digits = true;
      ++at;
    } else if (uint32_t w = apostrophe(text, at); w != 0 && letter_at(text, at + w)) {
      // A possessor's 's is a piece of its own; "don't" and "O'Neill" are not.
      if ((text[at + w] == 's' || text[at + w] == 'S') && !letter_at(text, at + w + 1)) break;
      at += w;
    } else {
      break;
    }
  }
  return at;
}

// The bytes of a comma or a space that does not break the line, between groups of digits; 0: neither.
uint32_t group_mark(std::string_view text, uint32_t at) {
  constexpr UChar32 kNoBreak = 0xA0, kNarrowNoBreak = 0x202F, kThin = 0x2009;
  if (at >= text.size()) return 0;
  if (text[at] == ',') return 1;
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  uint32_t next;
  const UChar32 c = read(text, at, next);
  return c == kNoBreak || c == kNarrowNoBreak || c == kThin ? next - at : 0;
}

constexpr uint32_t kWide = 3;  // bytes of a full-width digit or stop

bool wide_digit_at(std::string_view text, uint32_t at) {
  return text.substr(at, 2) == "\xEF\xBC" && at + 2 < text.size() && text[at + 2] >= '\x90' &&
         text[at + 2] <= '\x99';
}

uint32_t wide_number_end(std::string_view text, uint32_t at) {
  const auto digits = [&](uint32_t i) {
    while (wide_digit_at(text, i)) i += kWide;
    return i;
  };
  const uint32_t end = digits(at);
  const std::string_view stop = text.substr(end, kWide);
  if (stop.starts_with('.')) return wide_digit_at(text, end + 1) ? digits(end + 1) : end;
  return stop == "\xEF\xBC\x8E" && wide_digit_at(text, end + kWide) ? digits(end + kWide) : end;
}

uint32_t number_end(std::string_view text, uint32_t at) {
  auto digits = [&](uint32_t i) {
    while (i < text.size() && is_digit(text[i])) ++i;
    return i;
  };
  uint32_t end = digits(at);
  constexpr uint32_t kGroup = 3;
  if (end - at <= kGroup)  // 1,234,567 but not the list 2021,2022
    for (uint32_t w = group_mark(text, end); w > 0 && digits(end + w) == end + w + kGroup;
         w = group_mark(text, end))
      end += w + kGroup;
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) end = digits(end + 1);
  return end;
}

uint32_t mark_end(std::string_view text, uint32_t at) {
  uint32_t next;
  UChar32 c = read(text, at, next);
  if (c == '.' || c == '-' || c == '_' || c == '*' || c == '=')
    while (next < text.size() && text[next] == static_cast<char>(c)) ++next;
  return next;
}

}  // namespace

bool is_space_at(std::string_view text, uint32_t at, uint32_t& width) {
  unsigned char c = static_cast<unsigned char>(text[at]);
  width = 1;
  if (c <= 0x20 || c == 0x7F) return true;
  if (c < 0xC2) return false;
  uint32_t next;
  UChar32 u = read(text, at, next);
  width = next - at;
  return u_isUWhiteSpace(u) || u == 0x200B || u == 0xFEFF || u == 0x2060;
}

Piece next_piece(std::string_view text, uint32_t at) {
  char c = text[at];
  uint32_t next;
  if (is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1])))
    return {{at, number_end(text, at)}, Shape::number};
  if (wide_digit_at(text, at)) return {{at, wide_number_end(text, at)}, Shape::number};
  if (is_letter(text, at, next)) {
    bool digits = false;
    uint32_t end = word_end(text, at, digits);
    return {{at, end}, digits ? Shape::mixed : Shape::word};
  }
  if (uint32_t w = apostrophe(text, at); w != 0 && at + w < text.size() &&
                                         (text[at + w] == 's' || text[at + w] == 'S') &&
                                         !letter_at(text, at + w + 1))
    return {{at, at + w + 1}, Shape::word};
  if (static_cast<unsigned char>(c) >= 0x80 && is_ideograph(read(text, at, next)))
    return {{at, next}, Shape::ideograph};
  return {{at, mark_end(text, at)}, Shape::mark};
}

void fold_word(std::string_view word, std::string& out) {
  for (uint32_t i = 0; i < word.size();) {
    unsigned char c = static_cast<unsigned char>(word[i]);
    if (c < 0x80) {
      out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : static_cast<char>(c);
      ++i;
      continue;
    }
    uint32_t next;
    UChar32 u = read(word, i, next);
    if (u == 0x2019 || u == 0x2018) u = '\'';
    if (u >= 0xFF01 && u <= 0xFF5E) u -= 0xFEE0;  // full width to half
    u = u_tolower(u);
    std::array<char, 4> bytes;
    int32_t n = 0;
    U8_APPEND_UNSAFE(bytes.data(), n, u);
    out.append(bytes.data(), static_cast<size_t>(n));
    i = next;
  }
}

uint64_t hash_word(std::string_view folded) {
  uint64_t h = 0xCBF29CE484222325u;  // FNV-1a
  for (char c : folded) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  h ^= h >> 29;
  return h | 1;
}

}  // namespace statgrep
