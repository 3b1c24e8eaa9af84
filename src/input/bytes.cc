// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

namespace statgrep {
namespace {

constexpr size_t kBlock = size_t{1} << 18;

std::atomic<bool> stopped = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // what a signal handler may touch

class FileBytes : public ByteSource {
 public:
  FileBytes(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}
  ~FileBytes() override {
    if (fd_ > STDIN_FILENO) close(fd_);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  std::variant<size_t, Error> read(char* to, size_t most) override {
    while (!reading_stopped()) {
      const ssize_t got = ::read(fd_, to, most);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return Error{name_, 0, 0, std::strerror(errno)};
    }
    return size_t{0};
  }

 private:
  int fd_;
  std::string name_;
};

class TextBytes : public ByteSource {
 public:
  explicit TextBytes(std::string_view text) : text_(text) {}

  std::variant<size_t, Error> read(char* to, size_t most) override {
    const size_t n = std::min(most, text_.size());
    if (n > 0) std::memcpy(to, text_.data(), n);
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
};

}  // namespace

void stop_reading() {
  stopped = true;
}

bool reading_stopped() {
  return stopped;
}

std::variant<std::unique_ptr<ByteSource>, Error> open_bytes(const Input& input) {
  const int fd = input.is_stdin() ? STDIN_FILENO : open(input.name.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Error{input.name, 0, 0, std::strerror(errno)};
  return std::make_unique<FileBytes>(fd, input.name);
}

std::unique_ptr<ByteSource> bytes_of(std::string_view text) {
  return std::make_unique<TextBytes>(text);
}

std::string_view ByteBuffer::peek(size_t wanted) {
  while (!ended_ && buffer_.size() - begin_ < wanted) {
    if (begin_ > 0) {
      buffer_.erase(0, begin_);
      begin_ = 0;
    }
    const size_t filled = buffer_.size();
    // Twice as much each time: what is long is copied a few times, not often.
    buffer_.resize(filled + std::max(kBlock, filled));
    const auto got = source_->read(buffer_.data() + filled, buffer_.size() - filled);
    if (const auto* error = std::get_if<Error>(&got)) {
      error_ = *error;
      ended_ = true;
    } else {
      ended_ = std::get<size_t>(got) == 0;
    }
    buffer_.resize(filled + (error_ ? 0 : std::get<size_t>(got)));
  }
  return held();
}

void ByteBuffer::skip(size_t n) {
  begin_ += n;
  position_ += n;
  if (begin_ < buffer_.size()) return;
  buffer_.clear();
  begin_ = 0;
}

std::string ByteBuffer::take(size_t most) {
  const std::string_view all = peek(most);
  const size_t n = std::min(most, all.size());
  std::string out;
  if (begin_ == 0 && n == buffer_.size()) {
    out = std::move(buffer_);
    buffer_.clear();
    position_ += n;
  } else {
    out = all.substr(0, n);
    skip(n);
  }
  return out;
}

}  // namespace statgrep
