// Tests: tests/unit/input_parts_test.cc
#include "warc.h"

#include <algorithm>
#include <functional>

#include "html_tags.h"

namespace statgrep {
namespace {

std::string_view trimmed(std::string_view s) {
  const size_t first = s.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// Each "Name: value" of a head, names in small letters.
void each_field(std::string_view head,
                const std::function<void(const std::string&, std::string_view)>& take) {
  while (!head.empty()) {
    const size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos)
      take(lower_ascii(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
}

std::optional<uint64_t> whole_number(std::string_view digits, int base) {
  constexpr size_t kMost = 15;
  if (digits.empty() || digits.size() > kMost) return std::nullopt;
  uint64_t n = 0;
  for (const char c : digits) {
    const char low = static_cast<char>(c | 0x20);
    const int digit = c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : base;
    if (digit >= base) return std::nullopt;
    n = n * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit);
  }
  return n;
}

}  // namespace

size_t warc_head_end(std::string_view bytes) {
  const size_t crlf = bytes.find("\r\n\r\n"), lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return std::string_view::npos;
  return crlf < lf ? crlf + 4 : lf + 2;
}

WarcHead read_warc_head(std::string_view head) {
  WarcHead out;
  each_field(head, [&](const std::string& name, std::string_view value) {
    if (name == "warc-type") out.type = lower_ascii(value);
    if (name == "warc-date") out.date = value;
    if (name == "content-type") out.content_type = lower_ascii(value);
    if (name == "content-length") out.length = whole_number(value, 10);
    if (name == "warc-target-uri") {
      if (value.starts_with('<') && value.ends_with('>'))
        value = value.substr(1, value.size() - 2);  // WARC 1.0
      out.target = value;
    }
  });
  return out;
}

HttpHead read_http_head(std::string_view head) {
  HttpHead out;
  const size_t blank = head.find(' ');
  if (head.starts_with("HTTP/") && blank != std::string_view::npos)
    out.status = static_cast<int>(whole_number(head.substr(blank + 1, 3), 10).value_or(0));
  each_field(head, [&](const std::string& name, std::string_view value) {
    if (name == "content-type") out.content_type = lower_ascii(value);
    if (name == "transfer-encoding") out.chunked = lower_ascii(value).find("chunked") != std::string::npos;
    if (name == "content-encoding") out.coding = lower_ascii(value);
  });
  return out;
}

std::string without_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const size_t end = body.find('\n');
    if (end == std::string_view::npos) break;
    const std::string_view size = trimmed(body.substr(0, std::min(body.find(';'), end)));
    const std::optional<uint64_t> n = whole_number(size, 16);
    // Some archives store the body unpacked and keep the header.
    if (!n) return out.empty() ? std::string(body) : out;
    body.remove_prefix(end + 1);
    if (*n == 0) break;
    out += body.substr(0, *n);
    body.remove_prefix(std::min<size_t>(*n, body.size()));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return out;
}

std::string_view charset_of(std::string_view content_type) {
  const size_t at = content_type.find("charset=");
  if (at == std::string_view::npos) return "";
  std::string_view value = content_type.substr(at + 8);
  if (value.starts_with('"')) value.remove_prefix(1);
  return value.substr(0, value.find_first_of("\"; \t"));
}

}  // namespace statgrep
