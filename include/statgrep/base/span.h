// A half-open range of byte offsets.
//
// Units: bytes. The text that offsets count in is named by whoever holds the
// span: token, chunk and frame spans count in Document::text; mention spans
// count in the source's decoded UTF-8 (see Document::to_source).
#pragma once

#include <cstdint>
#include <string_view>

namespace statgrep {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

inline Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace statgrep
