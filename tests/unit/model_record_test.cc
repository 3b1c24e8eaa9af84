#include "statgrep/model/record.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace statgrep;

namespace {

// Names as RECORD.md lists them, in the order of the enum.
template <typename Enum, typename From>
void check_names(const std::vector<std::string>& names, From from) {
  for (size_t index = 0; index < names.size(); ++index) {
    const auto value = static_cast<Enum>(index);
    INFO(names[index]);
    CHECK(name_of(value) == names[index]);
    CHECK(from(names[index]) == value);
  }
  for (const char* other :
       {"Level", "yoy", "YOY", "at least", "none", "levels", "lev", " level", "unknown"}) {
    INFO(other);
    CHECK_FALSE(from(other));
  }
}

}  // namespace

TEST_CASE("record: measures") {
  check_names<Measure>(
      {"level", "growth", "change", "share", "contribution", "difference", "multiple", "streak", "rank"},
      measure_from);
  CHECK_FALSE(measure_from(""));
  CHECK(measure_from("contribution") == Measure::contribution);
}

TEST_CASE("record: bases") {
  check_names<Basis>({"", "YoY", "HoH", "QoQ", "MoM", "WoW", "DoD", "annualised"}, basis_from);
  CHECK(basis_from("MoM") == Basis::MoM);
}

TEST_CASE("record: qualifiers") {
  check_names<Qualifier>({"", "approx", "over", "under", "at_least", "at_most"}, qualifier_from);
  CHECK(qualifier_from("at_most") == Qualifier::at_most);
}

TEST_CASE("record: statuses") {
  check_names<Status>({"", "estimate", "forecast", "target", "revised", "previous"}, status_from);
  CHECK(status_from("previous") == Status::previous);
}

TEST_CASE("record: a name is found by its bytes, not by its terminator") {
  CHECK(measure_from(std::string_view("growth rate").substr(0, 6)) == Measure::growth);
}

TEST_CASE("record: nothing is claimed by default") {
  const Record record;
  CHECK(record.measure == Measure::level);
  CHECK(record.value == Decimal());
  CHECK(std::string(name_of(record.basis)).empty());
  CHECK(std::string(name_of(record.qualifier)).empty());
  CHECK(std::string(name_of(record.status)).empty());
  CHECK_FALSE(record.period);
  CHECK(record.confidence == 100);
}
