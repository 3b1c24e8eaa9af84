// Codes and names set in angle brackets, as news agencies print them.
#pragma once

#include <cstdint>
#include <string_view>

namespace statgrep {

// What stands in the brackets that open at `at`: "<IBM.N>" is a code, which
// says nothing of its own; "<Acme Holdings Ltd>" is a name like any other.
struct Bracketed {
  uint32_t close = 0;  // where the closing bracket stands, 0 for none
  bool code = false;
};

// "x < 5", "<5 percent" and what spans lines are no brackets. Looks at most 80
// bytes ahead. Thread-safe.
Bracketed bracketed(std::string_view text, uint32_t at);

}  // namespace statgrep
