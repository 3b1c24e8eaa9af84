// What the splitters share.
#pragma once

#include <string>

#include "statgrep/input/unit.h"

namespace statgrep {

std::unique_ptr<Splitter> split_whole(InputFormat format, std::string name, ByteBuffer& bytes,
                                      const ReaderOptions& o);
std::unique_ptr<Splitter> split_lines(std::string name, ByteBuffer& bytes, const ReaderOptions& o);
std::unique_ptr<Splitter> split_json(std::string name, ByteBuffer& bytes, const ReaderOptions& o);
std::unique_ptr<Splitter> split_table(char mark, std::string name, ByteBuffer& bytes, const ReaderOptions& o);
std::unique_ptr<Splitter> split_warc(std::string name, ByteBuffer& bytes, const ReaderOptions& o);
std::unique_ptr<Splitter> split_sgml(std::string name, ByteBuffer& bytes, const ReaderOptions& o);

inline uint64_t most_bytes(const ReaderOptions& o) {
  return o.max_bytes < kMostBytes ? o.max_bytes : kMostBytes;
}

Error too_large(const std::string& name, uint64_t limit, int line = 0);

// "dump.jsonl:17", "pages.warc#3"
std::string numbered(const std::string& name, char mark, uint64_t n);

// Looks ahead until `found(held, from)` is no npos, or the end or `most` is
// reached; then npos. `from`: up to where it was asked before. No more is
// waited for than has to be: lines of a pipe are there as soon as written.
template <class Found>
size_t look_ahead(ByteBuffer& bytes, uint64_t most, Found found) {
  for (size_t from = 0;;) {
    const std::string_view held = bytes.held();
    if (const size_t at = found(held, from); at != std::string_view::npos) return at;
    from = held.size();
    if (from > most || bytes.peek(from + 1).size() == from) return std::string_view::npos;
  }
}

}  // namespace statgrep
