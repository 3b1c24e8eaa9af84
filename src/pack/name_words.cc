// Tests: tests/unit/record_key_test.cc
#include "statgrep/pack/name_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace statgrep {
namespace {

bool is_word_character(UChar32 c) {
  constexpr uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(c) & kWord) != 0;
}

void append_utf8(std::string& out, UChar32 c) {
  uint8_t bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, bytes + length);
}

// Lower-cased words in the order of the text.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (int32_t i = 0, size = static_cast<int32_t>(text.size()); i < size;) {
    const char c = text[static_cast<size_t>(i)];
    if (c >= 'a' && c <= 'z') {
      word += c;
    } else if (c >= 'A' && c <= 'Z') {
      word += static_cast<char>(c + ('a' - 'A'));
    } else if (c >= '0' && c <= '9') {
      word += c;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      flush();
    } else {
      UChar32 code = 0;
      U8_NEXT_OR_FFFD(text.data(), i, size, code);
      if (is_word_character(code)) {
        append_utf8(word, u_tolower(code));
      } else {
        flush();
      }
      continue;
    }
    ++i;
  }
  flush();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

std::string content_words(std::string_view name, const DroppedWords& dropped) {
  std::vector<std::string> words = words_of(name);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::string> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [&](const std::string& word) { return !dropped(word); });
  if (kept.empty() && words.empty()) return std::string(name);
  return joined(kept.empty() ? words : kept);
}

}  // namespace statgrep
