// One text to read, with what its surroundings said about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/base/span.h"

namespace statgrep {

// Where `text` and the source's decoded UTF-8 part company: from byte `text`
// of Document::text on, source offset = offset - text + source. Sorted by
// `text`; empty means that both are the same.
struct OffsetStep {
  uint32_t text = 0;
  uint32_t source = 0;
};

struct Document {
  std::string source;        // path or document id, as mentions print it
  std::string text;          // valid UTF-8, markup removed
  std::optional<Date> date;  // from --date or the input's metadata
  std::string lang;          // "" : to be found
  std::vector<OffsetStep> steps;
  std::vector<uint32_t> line_starts;  // source offsets at which lines begin; filled by the reader

  // Source offset of a text offset: O(log steps).
  uint32_t to_source(uint32_t offset) const;
  // 1-based line of a source offset: O(log lines).
  uint32_t line_of(uint32_t source_offset) const;
};

}  // namespace statgrep
