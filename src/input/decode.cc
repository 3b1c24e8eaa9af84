#include "statgrep/input/decode.h"

#include <algorithm>
#include <cstring>

namespace statgrep {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool in(unsigned char c, int low, int high) {
  return c >= low && c <= high;
}

// The bytes of the sequence at `s` (not ASCII) that are well formed, and
// whether they are all of it. Unicode, table 3-7.
struct Sequence {
  size_t length;
  bool complete;
};

Sequence sequence_at(std::string_view s) {
  const auto at = [&](size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0; };
  const int lead = at(0);
  if (!in(lead, 0xC2, 0xF4)) return {1, false};
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (!in(at(1), low, high)) return {1, false};
  for (size_t i = 2; i < length; ++i) {
    if (!in(at(i), 0x80, 0xBF)) return {i, false};
  }
  return {length, true};
}

size_t skip_ascii(std::string_view s, size_t i) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  for (; i + 8 <= s.size(); i += 8) {
    uint64_t word = 0;
    std::memcpy(&word, s.data() + i, 8);
    if ((word & kHighBits) != 0) break;
  }
  while (i < s.size() && static_cast<unsigned char>(s[i]) < 0x80) ++i;
  return i;
}

// Copies `bytes` from its first invalid byte on with replacements.
void replace_invalid(std::string_view bytes, Decoded& decoded) {
  std::string& out = decoded.text;
  while (true) {
    const size_t valid = valid_utf8_prefix(bytes);
    out.append(bytes, 0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) return;
    out += kReplacement;
    ++decoded.replaced;
    bytes.remove_prefix(sequence_at(bytes).length);
  }
}

void replace_lone_returns(std::string& text) {
  for (size_t i = text.find('\r'); i != std::string::npos; i = text.find('\r', i + 1)) {
    if (i + 1 == text.size() || text[i + 1] != '\n') text[i] = '\n';
  }
}

}  // namespace

size_t valid_utf8_prefix(std::string_view bytes) {
  size_t i = 0;
  while (true) {
    i = skip_ascii(bytes, i);
    // Runs of other scripts stay in this loop.
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= 0x80) {
      const Sequence sequence = sequence_at(bytes.substr(i, 4));
      if (!sequence.complete) return i;
      i += sequence.length;
    }
    if (i == bytes.size()) return i;
  }
}

Decoded decode_utf8(std::string bytes) {
  Decoded decoded;
  const size_t mark = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const size_t valid = valid_utf8_prefix(bytes);
  if (valid == bytes.size()) {
    decoded.text = std::move(bytes);
    if (mark != 0) decoded.text.erase(0, mark);
  } else {
    decoded.first_invalid = valid;
    decoded.text.reserve(bytes.size() + bytes.size() / 16);
    replace_invalid(std::string_view(bytes).substr(mark), decoded);
  }
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
  replace_lone_returns(decoded.text);
  return decoded;
}

std::vector<uint32_t> line_starts_of(std::string_view text) {
  std::vector<uint32_t> starts = {0};
  // Each is looked for from where it was found last, so that texts without one
  // of them are not searched again for every line.
  size_t feed = text.find('\n');
  size_t carriage = text.find('\r');
  while (feed != carriage) {  // equal only where there is none
    const size_t ending = std::min(feed, carriage);
    size_t next = ending + 1;
    if (ending == carriage && feed == next) ++next;
    // A line end at the very end begins no line.
    if (next < text.size()) starts.push_back(static_cast<uint32_t>(next));
    if (feed < next) feed = text.find('\n', next);
    if (carriage < next) carriage = text.find('\r', next);
  }
  return starts;
}

}  // namespace statgrep
