// Bytes that come in pieces: a file, standard input, a member of an archive.
//
// One reader each; not thread-safe. Memory: the buffer holds what was peeked
// at, no more than the caller asks for.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "statgrep/base/error.h"
#include "statgrep/input/source.h"

namespace statgrep {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `most` bytes to `to`, 0 at the end. After an error it gives no more.
  virtual std::variant<size_t, Error> read(char* to, size_t most) = 0;
};

// A file or standard input; an error where it cannot be opened. Bytes come in
// blocks as the system has them, so that a pipe's are there as soon as written.
std::variant<std::unique_ptr<ByteSource>, Error> open_bytes(const Input& input);

// From now on files and standard input are at their end, in all threads. May be
// called by a signal handler.
void stop_reading();
bool reading_stopped();

// The bytes of `text`, which must outlive it.
std::unique_ptr<ByteSource> bytes_of(std::string_view text);

// A source that can be looked ahead in.
class ByteBuffer {
 public:
  explicit ByteBuffer(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // At least `wanted` of the next bytes; fewer at the end. Holds until the next call.
  std::string_view peek(size_t wanted);
  // What is held already.
  std::string_view held() const { return std::string_view(buffer_).substr(begin_); }
  // Passes over the next `n` bytes, which must have been peeked at.
  void skip(size_t n);
  // Moves the next bytes out, up to `most`; fewer at the end.
  std::string take(size_t most);

  bool at_end() { return peek(1).empty(); }
  // Where the bytes ended early, why.
  const std::optional<Error>& error() const { return error_; }
  uint64_t position() const { return position_; }  // bytes passed over so far

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  size_t begin_ = 0;
  uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace statgrep
