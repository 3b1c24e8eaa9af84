// The dates that metadata is printed with.
#pragma once

#include <optional>
#include <string_view>

#include "statgrep/base/date.h"

namespace statgrep {

// The day of "2023-10-20T08:00:00Z", "2023/10/20", "20231020" (ISO 8601),
// "Fri, 20 Oct 2023 08:00:00 GMT" (RFC 5322), "October 20, 2023",
// "20-OCT-2023 15:01", or seconds or milliseconds since 1970. The time of day
// and its zone are passed over. Pure; O(1).
std::optional<Date> metadata_date(std::string_view text);

}  // namespace statgrep
