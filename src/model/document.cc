#include "statgrep/model/document.h"

#include <algorithm>

namespace statgrep {

uint32_t Document::to_source(uint32_t offset) const {
  const auto after =
      std::upper_bound(steps.begin(), steps.end(), offset,
                       [](uint32_t value, const OffsetStep& step) { return value < step.text; });
  if (after == steps.begin()) return offset;
  const OffsetStep& step = *(after - 1);
  return offset - step.text + step.source;
}

uint32_t Document::line_of(uint32_t source_offset) const {
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), source_offset);
  // A reader that listed no first line still means that there is one.
  return std::max<uint32_t>(1, static_cast<uint32_t>(after - line_starts.begin()));
}

}  // namespace statgrep
