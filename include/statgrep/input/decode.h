// Bytes to a document's text: valid UTF-8 without a byte order mark.
//
// Offsets of mentions count in that text. A byte order mark is dropped,
// invalid UTF-8 becomes U+FFFD (one for each maximal part of a sequence, as
// Unicode and ICU do it), a NUL becomes a blank and a lone CR an LF, both of
// the same length; CR LF stays. All functions are pure, thread-safe and linear;
// where nothing has to change nothing is copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statgrep {

// The length of the longest start of `bytes` that is valid UTF-8.
size_t valid_utf8_prefix(std::string_view bytes);

struct Decoded {
  std::string text;
  size_t replaced = 0;       // places where U+FFFD was put
  size_t first_invalid = 0;  // the first of them, a byte offset into the input
};
Decoded decode_utf8(std::string bytes);

// Why these are not the bytes of a text ("gzip data"), or nullopt. Looks at
// the first 8 KiB only.
std::optional<std::string> binary_kind(std::string_view bytes);

// The offsets at which lines begin (after LF, CR LF and a lone CR); the first is
// 0, also of no text.
std::vector<uint32_t> line_starts_of(std::string_view text);

}  // namespace statgrep
