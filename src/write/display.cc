#include "statgrep/write/display.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdlib>

namespace statgrep {
namespace {

const char kEllipsis[] = "\xE2\x80\xA6";

int width_of(UChar32 c) {
  if (c < 0x20 || c == 0x7F) return 0;
  if (c < 0x300) return c >= 0x80 && c < 0xA0 ? 0 : c == 0xAD ? 0 : 1;
  constexpr uint32_t kInvisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(c) & kInvisible) != 0) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

UChar32 next_of(std::string_view text, size_t& at) {
  auto i = static_cast<int32_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), i, static_cast<int32_t>(text.size()), c);
  at = static_cast<size_t>(i);
  return c;
}

// How many bytes from the start of `text` fill at most `width` columns.
size_t prefix_within(std::string_view text, int width) {
  size_t at = 0;
  for (size_t next = 0; next < text.size(); at = next) {
    width -= width_of(next_of(text, next));
    if (width < 0) return at;
  }
  return text.size();
}

// At which byte the longest end of `text` within `width` columns starts.
size_t suffix_within(std::string_view text, int width) {
  int excess = display_width(text) - width;
  size_t at = 0;
  while (at < text.size() && excess > 0) excess -= width_of(next_of(text, at));
  return at;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) width += width_of(next_of(text, at));
  return width;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const UChar32 c = next_of(text, at);
    // Format characters include the overrides that turn a line round.
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
                         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    if (control) {
      out += ' ';
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

std::string fit(std::string_view text, int width, Elide where) {
  if (display_width(text) <= width) return std::string(text);
  if (width <= 0) return "";
  if (where == Elide::end) return std::string(text.substr(0, prefix_within(text, width - 1))) + kEllipsis;
  return kEllipsis + std::string(text.substr(suffix_within(text, width - 1)));
}

int terminal_width(int fd) {
  if (const char* columns = std::getenv("COLUMNS")) {
    const long width = std::strtol(columns, nullptr, 10);
    if (width > 0 && width < 100000) return static_cast<int>(width);
  }
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

}  // namespace statgrep
