// Tests: tests/unit/record_builder_test.cc
#include "former_currencies.h"

namespace statgrep {
namespace {

struct Former {
  std::string_view now, then;
  int until;  // the first year of the later code
};

// ISO 4217-3; of one currency the oldest first.
constexpr Former kFormer[] = {
    {"RUB", "SUR", 1992}, {"RUB", "RUR", 1998}, {"VES", "VEB", 2008}, {"VES", "VEF", 2018},
    {"ZMW", "ZMK", 2013}, {"MXN", "MXP", 1993}, {"TRY", "TRL", 2005}, {"PLN", "PLZ", 1995},
    {"GHS", "GHC", 2007}, {"RON", "ROL", 2005}, {"BGN", "BGL", 1999}, {"AZN", "AZM", 2006},
    {"MZN", "MZM", 2006}, {"TMT", "TMM", 2009}, {"BYN", "BYR", 2016}, {"STN", "STD", 2018},
    {"MRU", "MRO", 2018}, {"AOA", "AOK", 1990}, {"SLE", "SLL", 2022}, {"UGX", "UGS", 1987},
};

}  // namespace

std::string_view code_in(std::string_view code, int year) {
  if (year == 0) return code;
  for (const Former& f : kFormer)
    if (f.now == code && year < f.until) return f.then;
  return code;
}

}  // namespace statgrep
