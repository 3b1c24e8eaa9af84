#include "statgrep/record/key.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace statgrep {
namespace {

// Between parts of a key; no text holds it once words are split.
constexpr char kSeparator = '\x1F';

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

std::string bounds_text(const Period& period) {
  return to_string(period.start) + '/' + to_string(period.end);
}

Period without_year(Period period) {
  period.start.year = 0;
  period.end.year = 0;
  return period;
}

void set_period(RecordKey& key, const RecordPeriod& period, const DroppedWords& dropped) {
  if (!period.bounds) {
    // Unresolved words agree with the same words only.
    key.period = key.period_shape = '?' + content_words(period.text, dropped);
    return;
  }
  key.period_has_year = period.bounds->start.has_year() && period.bounds->end.has_year();
  key.period = bounds_text(*period.bounds);
  key.period_shape = bounds_text(without_year(*period.bounds));
}

std::string versus_key(const Versus& versus, const DroppedWords& dropped) {
  std::string out = content_words(versus.indicator, dropped) + kSeparator;
  if (versus.bounds) out += bounds_text(*versus.bounds);
  // The words count where nothing was made of them.
  return out.size() > 1 ? out : out + content_words(versus.text, dropped);
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

std::string RecordKey::exact() const {
  std::string out = core;
  for (const std::string* part : {&basis, &area, &of, &versus, &period}) {
    out += kSeparator;
    out += *part;
  }
  return out;
}

RecordKey key_of(const Record& record, const DroppedWords& dropped) {
  RecordKey key;
  key.core =
      record.indicator_id.empty() ? content_words(record.indicator, dropped) : '#' + record.indicator_id;
  for (const std::string& part : {std::string(name_of(record.measure)), record.value.to_string(),
                                  record.value_high ? record.value_high->to_string() : "", record.unit,
                                  std::string(name_of(record.status))}) {
    key.core += kSeparator;
    key.core += part;
  }
  key.basis = name_of(record.basis);
  key.area = content_words(record.area, dropped);
  key.of = content_words(record.of, dropped);
  if (record.versus) key.versus = versus_key(*record.versus, dropped);
  if (record.period) set_period(key, *record.period, dropped);
  return key;
}

}  // namespace statgrep
