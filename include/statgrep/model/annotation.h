// What stretches of tokens mean, before it is known what is said of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "statgrep/base/date.h"
#include "statgrep/base/decimal.h"
#include "statgrep/base/span.h"
#include "statgrep/model/record.h"

namespace statgrep {

// A half-open range of tokens.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t size() const { return last - first; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// How a period is said; fields that a form does not use are 0.
enum class PeriodForm : uint8_t {
  none,
  month,            // month, year?
  month_range,      // month, month2, year?, year2?
  day,              // day, month, year?
  day_range,        // day, day2 (0: the month's last), month, year?
  quarter,          // n, year?
  half,             // n, year?
  year,             // year
  years,            // year, year2
  split_year,       // year, year2: 1985/86, 2024-25, a fiscal or crop year
  fiscal,           // year
  fiscal_split,     // year: begins in the fiscal month of the document
  fiscal_quarter,   // n, year: of a year that begins so
  decade,           // year
  first,            // the first n units of year?
  last_of,          // the last n units of year?
  ending,           // the n units that end with month, day?, year?; day2: which of a company's year
  fiscal_ending,    // the same, of a fiscal year: where the text's other ones end, too
  same_end,         // the n units that end with the period in force: a table's next block
  past,             // the n units that end with the period in force, else with the document's date
  latest,           // the unit in force, else the last that is complete
  nth,              // the n-th quarter or half of the year in force, after another: "in the second"
  season,           // month (its first), year? or offset; n: where it is "this" one
  whole_year,       // the year that is over, or (looking ahead) the document's
  fiscal_relative,  // offset: 0 this fiscal year, -1 last
  relative,         // unit, offset: 0 this, -1 last, 1 next; month: where its end is meant
  ago,              // n units before (after, where negative) the period in force
  same,             // the period in force, of year? or shifted by offset years
  trailing,         // the n units before (n < 0) or after now
  to_date,          // from the start of the unit (or of year) to the document's date
  weekday,          // day: 0 Monday … 6 Sunday
  now               // no period: the document's date
};
std::optional<PeriodForm> period_form_from(std::string_view name);
std::string_view name_of(PeriodForm form);

enum class TimeUnit : uint8_t {
  none,
  day,
  week,
  fortnight,
  month,
  quarter,
  half,
  year,
  decade,
  hour,
  minute,
  second
};
std::optional<TimeUnit> time_unit_from(std::string_view name);
const char* name_of(TimeUnit unit);

enum class SpotKind : uint8_t { period, basis, convention, comparator, streak, trap, adjunct, fronted };
std::optional<SpotKind> spot_kind_from(std::string_view name);
std::string_view name_of(SpotKind kind);

struct PeriodSpec {
  PeriodForm form = PeriodForm::none;
  TimeUnit unit = TimeUnit::none;
  int year = 0;
  int year2 = 0;
  int month = 0;
  int month2 = 0;
  int day = 0;
  int day2 = 0;
  int n = 0;
  int offset = 0;
  friend bool operator==(const PeriodSpec&, const PeriodSpec&) = default;
};

// Found by a spot rule.
struct Spot {
  SpotKind kind = SpotKind::period;
  TokenRange tokens;
  uint32_t rule = 0;  // index in the pack's rules
  PeriodSpec period;  // period, comparator; of a streak its n and unit
  Basis basis = Basis::none;
  int direction = 0;  // streak: 1 up, -1 down
};

// A number with its unit, sign and qualifier.
struct Quantity {
  TokenRange tokens;  // with qualifier and sign
  TokenRange number;  // the number alone
  Span text;          // value_text: number and unit
  Decimal value;
  std::optional<Decimal> high;
  std::string_view unit;             // code; "" for a bare number. Points into the pack or the text
  int unit_shift = 0;                // powers of ten in the unit as printed: -2 of "47.1p", counted in pounds
  std::string_view per;              // divisor of a rate, "" where none
  std::optional<Decimal> per_value;  // of a rate on so many: "per million people"
  bool exchange = false;             // `per` is a currency: "34.40 to the dollar"
  TokenRange minor;  // the word of a currency's hundredths, "cents"; empty where none is printed
  TokenRange noun;   // the counted noun phrase, empty where there is none
  Qualifier qualifier = Qualifier::none;
  Status status = Status::none;
  enum class Kind : uint8_t {
    percent,
    points,
    money,
    physical,
    count,
    time,
    bare,
    fraction,
    times,
    index_points
  } kind = Kind::bare;
  bool signed_number = false;  // a sign was written
  bool integer = true;
  bool words = false;      // written in words
  bool scaled = false;     // a scale word stood with the number
  bool partitive = false;  // one of several: the counted noun is a plural after an article
};

}  // namespace statgrep
