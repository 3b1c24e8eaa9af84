// Civil dates at the precision a text gives, and the periods between them.
//
// The proleptic Gregorian calendar; no time zones, no clock. A date may lack
// its year ("in September", written XXXX-09 as in ISO 8601-2, EDTF), or its
// day, or day and month. All operations are O(1), pure and thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace statgrep {

struct Date {
  int16_t year = 0;  // 0: unknown
  int8_t month = 0;  // 0: not given
  int8_t day = 0;    // 0: not given

  bool has_year() const { return year != 0; }
  friend bool operator==(Date, Date) = default;
  friend auto operator<=>(Date, Date) = default;
};

// Both bounds inclusive, at the same precision.
struct Period {
  Date start;
  Date end;
  friend bool operator==(const Period&, const Period&) = default;
  friend auto operator<=>(const Period&, const Period&) = default;
};

bool is_leap(int year);
int days_in_month(int year, int month);  // year 0: February has 29 days
int weekday(Date full);                  // 0 = Monday … 6 = Sunday
int64_t to_days(Date full);              // days since 1970-01-01
Date from_days(int64_t days);

// "2023", "2023-09", "2023-09-30", "XXXX-09". nullopt: not such a date, or not
// a day of the calendar.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);

// The same precision, n days or months or years later (earlier where n < 0).
// Months clip the day to the month's last; a month without a year wraps round
// inside an unknown year. REQUIRES a full date for add_days.
Date add_days(Date date, int n);
Date add_months(Date date, int n);
Date add_years(Date date, int n);

// The first (last) day of what the date covers; an unknown year stays unknown.
Date first_day(Date date);
Date last_day(Date date);

// A period's length in whole months where both bounds have month precision
// (or are years), else nullopt.
std::optional<int> months_of(const Period& period);

// The same span n months later; day precision keeps month ends at month ends.
Period shift_months(const Period& period, int n);

}  // namespace statgrep
