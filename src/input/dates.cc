// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/dates.h"

#include <array>
#include <string>
#include <vector>

namespace statgrep {
namespace {

constexpr size_t kLongest = 64;  // what is longer is no date

struct Part {
  std::string_view text;
  bool digits = false;
  int number = 0;  // of at most eight digits
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> out;
  for (size_t i = 0; i < text.size();) {
    const bool digits = is_digit(text[i]);
    if (!digits && !is_letter(text[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    Part part{text.substr(i, end - i), digits, 0};
    for (size_t k = i; digits && k < end && k < i + 8; ++k) part.number = part.number * 10 + (text[k] - '0');
    out.push_back(part);
    i = end;
  }
  return out;
}

// RFC 5322's names of months, which longer ones begin with.
int month_named(std::string_view word) {
  static constexpr std::array kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  for (size_t m = 0; m < kMonths.size(); ++m) {
    bool same = true;
    for (size_t i = 0; i < 3; ++i) same = same && (word[i] | 0x20) == kMonths[m][i];
    if (same) return static_cast<int>(m) + 1;
  }
  return 0;
}

std::optional<Date> day(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return Date{static_cast<int16_t>(year), static_cast<int8_t>(month), static_cast<int8_t>(day)};
}

std::optional<Date> from_epoch(std::string_view digits) {
  constexpr int64_t kDay = 86400;
  constexpr size_t kSeconds = 10, kMillis = 13;
  if (digits.size() != kSeconds && digits.size() != kMillis) return std::nullopt;
  return from_days(std::stoll(std::string(digits.substr(0, kSeconds))) / kDay);
}

}  // namespace

std::optional<Date> metadata_date(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n\"");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, kLongest);
  const std::vector<Part> p = parts_of(text);
  if (p.empty()) return std::nullopt;
  if (p[0].digits && p[0].text.size() == 8)
    return day(p[0].number / 10000, p[0].number / 100 % 100, p[0].number % 100);
  if (p[0].digits && p[0].text.size() == 14)  // 20231020080000
    return day(p[0].number / 10000, p[0].number / 100 % 100, p[0].number % 100);
  if (p[0].digits && p[0].text.size() >= 10) return from_epoch(p[0].text);
  if (p.size() >= 3 && p[0].digits && p[0].text.size() == 4 && p[1].digits && p[2].digits)
    return day(p[0].number, p[1].number, p[2].number);
  for (size_t i = 0; i < p.size(); ++i) {
    const int month = p[i].digits ? 0 : month_named(p[i].text);
    if (month == 0) continue;
    if (i > 0 && p[i - 1].digits && i + 1 < p.size() && p[i + 1].digits)  // 20 Oct 2023
      return day(p[i + 1].number, month, p[i - 1].number);
    if (i + 2 < p.size() && p[i + 1].digits && p[i + 2].digits)  // October 20, 2023
      return day(p[i + 2].number, month, p[i + 1].number);
  }
  return std::nullopt;
}

}  // namespace statgrep
