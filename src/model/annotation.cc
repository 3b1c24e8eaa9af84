// Tests: tests/unit/model_record_test.cc
#include "statgrep/model/annotation.h"

#include <array>

namespace statgrep {
namespace {

constexpr std::array<std::string_view, 32> kForms = {
    "none",     "month",        "month_range",    "day",        "day_range",
    "quarter",  "half",         "year",           "years",      "split_year",
    "fiscal",   "fiscal_split", "fiscal_quarter", "decade",     "first",
    "last_of",  "ending",       "fiscal_ending",  "same_end",   "past",
    "latest",   "nth",          "season",         "whole_year", "fiscal_relative",
    "relative", "ago",          "same",           "trailing",   "to_date",
    "weekday",  "now"};
constexpr std::array<const char*, 12> kUnits = {"",     "day",  "week",   "fortnight", "month",  "quarter",
                                                "half", "year", "decade", "hour",      "minute", "second"};
constexpr std::array<std::string_view, 8> kSpots = {"period", "basis", "convention", "comparator",
                                                    "streak", "trap",  "adjunct",    "fronted"};

template <typename Enum, typename Names>
std::optional<Enum> find(const Names& names, std::string_view name) {
  for (size_t i = 0; i < names.size(); ++i)
    if (name == names[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::optional<PeriodForm> period_form_from(std::string_view name) {
  return find<PeriodForm>(kForms, name);
}
std::optional<TimeUnit> time_unit_from(std::string_view name) {
  return find<TimeUnit>(kUnits, name);
}
std::optional<SpotKind> spot_kind_from(std::string_view name) {
  return find<SpotKind>(kSpots, name);
}
std::string_view name_of(PeriodForm form) {
  return kForms[static_cast<size_t>(form)];
}
std::string_view name_of(SpotKind kind) {
  return kSpots[static_cast<size_t>(kind)];
}
const char* name_of(TimeUnit unit) {
  return kUnits[static_cast<size_t>(unit)];
}

}  // namespace statgrep
