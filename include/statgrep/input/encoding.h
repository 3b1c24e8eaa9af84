// Bytes in whatever encoding to UTF-8.
//
// In this order: a byte order mark; UTF-8, where the bytes are valid; what the
// input declares; `fallback` (--encoding); what ICU finds, where it is sure
// enough; UTF-8 with U+FFFD for what is not. UTF-16 without a mark is known by
// its NULs. Thread-safe; linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "statgrep/input/decode.h"

namespace statgrep {

struct EncodingHints {
  std::string_view declared;  // a charset's name, "": none
  std::string_view fallback;  // of --encoding
};

struct Encoded {
  Decoded decoded;
  std::string charset;  // ICU's name of the one that was read, "" for UTF-8
};

Encoded decode(std::string bytes, const EncodingHints& hints);

// Whether there is such an encoding: names and aliases as ICU and the IANA have them.
bool is_encoding(const std::string& name);

// UTF-16 by its mark or its NULs, as "UTF-16LE" or "UTF-16BE"; nullopt otherwise.
std::optional<std::string_view> utf16_kind(std::string_view bytes);

}  // namespace statgrep
