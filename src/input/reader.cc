#include "statgrep/input/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "statgrep/input/decode.h"

namespace statgrep {
namespace {

constexpr size_t kBlock = size_t{1} << 18;

class Descriptor {
 public:
  explicit Descriptor(const Input& input)
      : fd_(input.is_stdin() ? STDIN_FILENO : open(input.name.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (fd_ > STDIN_FILENO) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

Error system_error(const std::string& name) {
  return {name, 0, 0, std::strerror(errno)};
}

Error too_large(const std::string& name, uint64_t limit) {
  const bool at_most = limit >= kMostBytes;
  return {name, 0, 0,
          "more than " + std::to_string(limit) + " bytes, " +
              (at_most ? "which is all that can be read; split it" : "the limit; --max-bytes raises it")};
}

// The size where it is known beforehand: memory is then taken once.
size_t expected_size(int fd) {
  struct stat status {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0) return 0;
  return static_cast<size_t>(status.st_size);
}

std::optional<Error> read_all(const Input& input, uint64_t limit, std::string& bytes) {
  const Descriptor file(input);
  if (file.get() < 0) return system_error(input.name);
  const size_t expected = expected_size(file.get());
  if (expected > limit) return too_large(input.name, limit);
  size_t filled = 0;
  while (true) {
    // One byte more than expected, so that the end shows without another block.
    if (filled == bytes.size()) bytes.resize(std::max({expected + 1, filled * 2, kBlock}));
    const ssize_t got = read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(input.name);
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    if (filled > limit) return too_large(input.name, limit);
  }
  bytes.resize(filled);
  return std::nullopt;
}

std::string invalid_note(const Decoded& decoded) {
  return "invalid UTF-8 replaced (" + std::to_string(decoded.replaced) +
         (decoded.replaced == 1 ? " place" : " places, first") + " at byte " +
         std::to_string(decoded.first_invalid) + ")";
}

}  // namespace

ReadResult make_document(std::string name, std::string bytes, const ReaderOptions& options) {
  ReadResult result;
  if (const auto kind = binary_kind(bytes)) {
    result.notes.push_back({name, 0, 0, "skipped: looks like " + *kind});
    return result;
  }
  Decoded decoded = decode_utf8(std::move(bytes));
  if (decoded.replaced > 0) result.notes.push_back({name, 0, 0, invalid_note(decoded)});
  if (decoded.text.size() > kMostBytes) {
    result.error = too_large(name, kMostBytes);
    return result;
  }
  Document document;
  document.source = std::move(name);
  document.text = std::move(decoded.text);
  document.date = options.date;
  document.lang = options.lang;
  document.line_starts = line_starts_of(document.text);
  result.document = std::move(document);
  return result;
}

ReadResult read_document(const Input& input, const ReaderOptions& options) {
  std::string bytes;
  if (auto error = read_all(input, std::min(options.max_bytes, kMostBytes), bytes)) {
    ReadResult result;
    result.error = std::move(error);
    return result;
  }
  return make_document(input.name, std::move(bytes), options);
}

}  // namespace statgrep
