// The head of a WARC record, and of an HTTP response within it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace statgrep {

struct WarcHead {
  std::string type, date, target, content_type;
  std::optional<uint64_t> length;
};
WarcHead read_warc_head(std::string_view head);

// One past the blank line that ends a head, npos where there is none.
size_t warc_head_end(std::string_view bytes);

struct HttpHead {
  int status = 0;
  std::string content_type;  // in small letters: "text/html; charset=gbk"
  bool chunked = false;
  std::string coding;  // of the body: "gzip"
};
HttpHead read_http_head(std::string_view head);

// The body of a chunked transfer (RFC 9112, 7.1), as far as it is well formed.
std::string without_chunks(std::string_view body);

// "text/html; charset=gbk" -> "gbk"
std::string_view charset_of(std::string_view content_type);

}  // namespace statgrep
