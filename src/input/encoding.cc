// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace statgrep {
namespace {

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

constexpr int32_t kSure = 30;         // of ICU's 100: sure enough
constexpr size_t kSample = 1U << 16;  // that detection looks at

// The name that a web page means by `name`: what it calls Latin-1 is
// windows-1252 and what it calls GB2312 is GB18030 (https://encoding.spec.whatwg.org/#names-and-labels).
std::string meant(std::string_view name) {
  std::string folded;
  for (const char c : name)
    if (c != '-' && c != '_' && c != ' ' && c != '"')
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (folded == "gb2312" || folded == "gbk" || folded == "cp936") return "gb18030";
  if (folded == "latin1" || folded == "iso88591" || folded == "ascii" || folded == "usascii")
    return "windows-1252";
  if (folded == "shiftjis" || folded == "sjis") return "windows-31j";
  if (folded == "big5" || folded == "big5hkscs") return "Big5-HKSCS";
  if (folded == "euckr" || folded == "ksc56011987") return "windows-949";
  if (folded == "iso88599") return "windows-1254";
  return std::string(name);
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : Converter();
}

// How often `text` has U+FFFD, which stands for what could not be read.
size_t replaced_in(std::string_view text) {
  size_t n = 0;
  for (size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3))
    ++n;
  return n;
}

// nullopt where there is no such encoding.
std::optional<std::string> convert(std::string_view bytes, const std::string& name) {
  const Converter from = open_converter(name), to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string out;
  std::string block(size_t{1} << 16, '\0');
  UChar pivot[1024];
  UChar *pivot_from = pivot, *pivot_to = pivot;
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  for (bool first = true;; first = false) {
    char* target = block.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, block.data() + block.size(), &at, end, pivot, &pivot_from,
                   &pivot_to, pivot + 1024, first ? 1 : 0, 1, &status);
    out.append(block.data(), static_cast<size_t>(target - block.data()));
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  return out;
}

// What ICU takes the bytes for, "" where it is not sure.
std::string detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status),
                                                                                &ucsdet_close);
  const size_t first = static_cast<size_t>(
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) -
      bytes.begin());
  // The sample begins a little before the first byte that tells anything.
  const size_t begin = first < kSample / 2 ? 0 : first - kSample / 4;
  const std::string_view sample = bytes.substr(begin, kSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < kSure) return "";
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? name : "";
}

// Whether most of what is not ASCII is well-formed UTF-8: a UTF-8 text with faults in it.
bool mostly_utf8(std::string_view bytes) {
  size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    const size_t valid = valid_utf8_prefix(bytes);
    for (const char c : bytes.substr(0, valid)) good += static_cast<unsigned char>(c) >= 0xC2 ? 1 : 0;
    if (valid == bytes.size()) break;
    ++bad;
    bytes.remove_prefix(valid + 1);
  }
  return good > bad;
}

std::optional<Encoded> read_as(const std::string& bytes, const std::string& charset) {
  std::optional<std::string> text = convert(bytes, charset);
  if (!text) return std::nullopt;
  Encoded out;
  const size_t replaced = replaced_in(*text);
  out.decoded = decode_utf8(std::move(*text));
  out.decoded.replaced = replaced;
  out.charset = charset;
  return out;
}

}  // namespace

std::optional<std::string_view> utf16_kind(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  constexpr size_t kLook = 512, kLeast = 8;
  const size_t n = std::min(bytes.size(), kLook) & ~size_t{1};
  if (n < kLeast) return std::nullopt;
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < n; ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  const size_t most = n * 2 / 5;  // four in five of one kind of place
  if (odd >= most && even == 0) return "UTF-16LE";
  if (even >= most && odd == 0) return "UTF-16BE";
  return std::nullopt;
}

bool is_encoding(const std::string& name) {
  return open_converter(meant(name)) != nullptr;
}

Encoded decode(std::string bytes, const EncodingHints& hints) {
  if (const auto wide = utf16_kind(bytes)) {
    const size_t mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    if (auto read = read_as(bytes.substr(mark), std::string(*wide))) return std::move(*read);
  }
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  // Shifting encodings (ISO-2022) are valid UTF-8 byte for byte: they must be declared.
  const bool shifts = hints.declared.size() > 4 && meant(hints.declared.substr(0, 4)) == "iso-" &&
                      bytes.find('\x1B') != std::string::npos;
  if (marked || (!shifts && valid_utf8_prefix(bytes) == bytes.size()))
    return {decode_utf8(std::move(bytes)), ""};
  for (const std::string_view named : {hints.declared, hints.fallback}) {
    if (named.empty()) continue;
    const std::string charset = meant(named);
    if (charset == "utf-8" || charset == "UTF-8" || charset == "utf8") continue;
    if (auto read = read_as(bytes, charset)) return std::move(*read);
  }
  if (!mostly_utf8(bytes)) {
    const std::string found = detected(bytes);
    if (!found.empty() && found != "UTF-8")
      if (auto read = read_as(bytes, meant(found)); read && read->decoded.replaced == 0)
        return std::move(*read);
  }
  return {decode_utf8(std::move(bytes)), ""};
}

}  // namespace statgrep
