#include <catch2/catch.hpp>
#include <cstdlib>

#include "statgrep/app/options.h"

using namespace statgrep;

namespace {

template <class Set>
std::optional<CheckedOptions> checked(Set set, bool terminal = false) {
  Options options;
  set(options);
  auto result = check_options(options, terminal);
  if (auto* good = std::get_if<CheckedOptions>(&result)) return *good;
  return std::nullopt;
}

}  // namespace

TEST_CASE("--date takes full dates of the calendar only") {
  CHECK(checked([](Options& o) { o.date = "2024-02-29"; })->date == Date{2024, 2, 29});
  for (const char* date : {"2023-02-29", "2024-06", "2024", "XXXX-06-12", "12 June 2024", "2024-6-1"}) {
    CHECK_FALSE(checked([&](Options& o) { o.date = date; }));
  }
}

TEST_CASE("--min-confidence is a number from 0 to 1") {
  CHECK(checked([](Options& o) { o.min_confidence = "0.8"; })->min_confidence == 80);
  CHECK(checked([](Options& o) { o.min_confidence = "1"; })->min_confidence == 100);
  CHECK(checked([](Options& o) { o.min_confidence = "0.801"; })->min_confidence == 81);
  for (const char* text : {"80", "-0.1", "high", "1.01"}) {
    CHECK_FALSE(checked([&](Options& o) { o.min_confidence = text; }));
  }
}

TEST_CASE("--max-bytes takes a number with K, M or G") {
  CHECK(checked([](Options& o) { o.max_bytes = "500"; })->max_bytes == 500);
  CHECK(checked([](Options& o) { o.max_bytes = "2G"; })->max_bytes == uint64_t{2} << 30);
  for (const char* text : {"0", "-1", "G", "1.5", "9999999999G", "1T"}) {
    CHECK_FALSE(checked([&](Options& o) { o.max_bytes = text; }));
  }
}

TEST_CASE("colour follows the option, then NO_COLOR, then the terminal") {
  const auto color = [](const char* when, bool terminal) {
    return checked([&](Options& o) { o.color = when; }, terminal)->color;
  };
  unsetenv("NO_COLOR");
  CHECK(color("auto", true));
  CHECK_FALSE(color("auto", false));
  CHECK(color("always", false));
  CHECK_FALSE(color("never", true));
  setenv("NO_COLOR", "1", 1);
  CHECK_FALSE(color("auto", true));
  CHECK(color("always", true));
  unsetenv("NO_COLOR");
}

TEST_CASE("every option belongs to a command and says what it does") {
  for (const OptionSpec& spec : option_table()) {
    CHECK(spec.commands != 0);
    CHECK(std::string(spec.help).size() > 10);
  }
}
