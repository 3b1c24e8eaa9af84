// Telling what is no text: by the opening bytes that formats have, else by
// bytes that texts do not.
#include <algorithm>

#include "statgrep/input/decode.h"

namespace statgrep {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  const char* kind;
};

constexpr Magic kMagics[] = {
    {"\x1F\x8B"sv, "gzip data"},
    {"PK\x03\x04"sv, "a zip archive"},
    {"\x28\xB5\x2F\xFD"sv, "zstd data"},
    {"\xFD\x37zXZ\0"sv, "xz data"},
    {"BZh"sv, "bzip2 data"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"%PDF-"sv, "a PDF document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an OLE document"},
    {"\x7F"
     "ELF"sv,
     "an ELF program"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"\xFF\xFE"sv, "UTF-16 text; only UTF-8 is read"},
    {"\xFE\xFF"sv, "UTF-16 text; only UTF-8 is read"},
};

constexpr size_t kSample = 8192;

bool is_control(unsigned char c) {
  return c < 0x20 ? c != '\0' && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r' : c == 0x7F;
}

}  // namespace

std::optional<std::string> binary_kind(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (!bytes.starts_with(magic.bytes)) continue;
    // "BZh" is three letters that a text may begin with.
    if (magic.bytes == "BZh"sv && (bytes.size() < 10 || bytes.substr(4, 6) != "1AY&SY"sv)) continue;
    return magic.kind;
  }
  const std::string_view sample = bytes.substr(0, kSample);
  const auto nuls = static_cast<size_t>(std::count(sample.begin(), sample.end(), '\0'));
  const auto controls = static_cast<size_t>(std::count_if(sample.begin(), sample.end(), is_control));
  // A stray NUL makes no binary; one in ten bytes, or NULs among other control
  // bytes, do. The fixed terms spare very short texts.
  if (nuls > 0 && (nuls > 4 + sample.size() / 10 || controls > 2 + sample.size() / 50))
    return "a binary file";
  return std::nullopt;
}

}  // namespace statgrep
