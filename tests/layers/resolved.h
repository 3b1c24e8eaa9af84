// Tables of cases for the tests of resolve/: a text, and what its statements
// or their periods are, on one date.
#pragma once

#include <catch2/catch.hpp>
#include <vector>

#include "layers/english.h"

namespace statgrep::test {

inline constexpr const char* kDate = "2024-06-12";

struct Case {
  const char* text;
  const char* expected;
};

// `said`: statements_in, periods_in or comparisons_in.
template <typename Said>
void check_each(const std::vector<Case>& cases, Said said, const char* date) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(said(c.text, date) == c.expected);
  }
}

inline void check(const std::vector<Case>& cases) {
  check_each(cases, statements_in, kDate);
}
inline void check_periods(const std::vector<Case>& cases, const char* date = kDate) {
  check_each(cases, periods_in, date);
}
inline void check_comparisons(const std::vector<Case>& cases) {
  check_each(cases, comparisons_in, kDate);
}

}  // namespace statgrep::test
