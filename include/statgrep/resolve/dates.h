// How a period is said, and where -> the days it covers.
#pragma once

#include <optional>

#include "statgrep/model/annotation.h"

namespace statgrep {

struct DateContext {
  std::optional<Date> today;       // the document's date
  std::optional<Period> in_force;  // the period that "a year earlier" counts from
  int year = 0;                    // the year in force where the date is unknown
  bool future = false;             // the clause looks ahead
  int fiscal_month = 0;            // in which the fiscal years of the text's area begin; 0: unknown
  bool fiscal_area = false;        // that area's split years are fiscal without saying so
  int fiscal_year = 0;             // the text counts quarters in fiscal years; the last one named
  bool own_year = false;  // the fiscal year is a company's: named by its end, and quarters count in it
};

// nullopt: the words say no period (or none without a date). A year that
// nothing tells stays unknown (XXXX). Pure; O(1).
std::optional<Period> resolve_period(const PeriodSpec& spec, const DateContext& context);

// The basis of a comparison of `value` with `other`: adjacent or year-earlier
// periods of one length; none otherwise.
Basis basis_between(const Period& value, const Period& other);

// The basis of a comparison with the time `spec` names relative to a value of
// the given period (which may be unknown): "a year earlier" is YoY whatever the period.
Basis basis_of(const PeriodSpec& spec, const std::optional<Period>& value, const DateContext& context);

}  // namespace statgrep
