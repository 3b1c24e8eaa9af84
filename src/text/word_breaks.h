// Where words begin in text that does not set them apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace statgrep {

// The byte offsets at which ICU's dictionary lets words begin (UAX #29 with its
// CJK dictionary), in order; empty where ICU has no rules. Linear. Thread-safe:
// each thread keeps its own iterator.
std::vector<uint32_t> word_starts(std::string_view text);

}  // namespace statgrep
