#include "statgrep/model/record.h"

#include <iterator>

namespace statgrep {
namespace {

// Each table is in the order of its enum, so that a value is its own index.
constexpr const char* kMeasures[] = {"level",      "growth",   "change", "share", "contribution",
                                     "difference", "multiple", "streak", "rank"};
constexpr const char* kBases[] = {"", "YoY", "HoH", "QoQ", "MoM", "WoW", "DoD", "annualised"};
constexpr const char* kQualifiers[] = {"", "approx", "over", "under", "at_least", "at_most"};
constexpr const char* kStatuses[] = {"", "estimate", "forecast", "target", "revised", "previous"};

static_assert(std::size(kMeasures) == static_cast<size_t>(Measure::rank) + 1);
static_assert(std::size(kBases) == static_cast<size_t>(Basis::annualised) + 1);
static_assert(std::size(kQualifiers) == static_cast<size_t>(Qualifier::at_most) + 1);
static_assert(std::size(kStatuses) == static_cast<size_t>(Status::previous) + 1);

template <typename Enum, size_t size>
const char* name_in(const char* const (&names)[size], Enum value) {
  const auto index = static_cast<size_t>(value);
  return index < size ? names[index] : "";
}

template <typename Enum, size_t size>
std::optional<Enum> value_in(const char* const (&names)[size], std::string_view name) {
  for (size_t index = 0; index < size; ++index) {
    if (name == names[index]) return static_cast<Enum>(index);
  }
  return std::nullopt;
}

}  // namespace

const char* name_of(Measure value) {
  return name_in(kMeasures, value);
}
const char* name_of(Basis value) {
  return name_in(kBases, value);
}
const char* name_of(Qualifier value) {
  return name_in(kQualifiers, value);
}
const char* name_of(Status value) {
  return name_in(kStatuses, value);
}

std::optional<Measure> measure_from(std::string_view name) {
  return value_in<Measure>(kMeasures, name);
}
std::optional<Basis> basis_from(std::string_view name) {
  return value_in<Basis>(kBases, name);
}
std::optional<Qualifier> qualifier_from(std::string_view name) {
  return value_in<Qualifier>(kQualifiers, name);
}
std::optional<Status> status_from(std::string_view name) {
  return value_in<Status>(kStatuses, name);
}

}  // namespace statgrep
