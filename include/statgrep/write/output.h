// Where the text goes: standard output, or a file that appears whole or not at
// all.
//
// A file is written beside its place (FILE.tmp-PID) and renamed by commit();
// it is removed when the Output goes without a commit, and by SIGINT, SIGTERM
// and SIGHUP. A symbolic link keeps pointing, an existing file keeps its mode,
// and what is no regular file (a pipe, a device) is written straight. Not
// thread-safe; one file Output at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "statgrep/base/error.h"

namespace statgrep {

class Output {
 public:
  // Standard output; nothing to close.
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Turns to `path`; at most once, before anything is written.
  std::optional<Error> open(const std::string& path);

  // Writes all of `text`. After the reader has closed its pipe this does
  // nothing and reports nothing: see closed().
  std::optional<Error> write(std::string_view text);
  bool closed() const { return closed_; }

  // Ends the output; of a file, gives it its name. Late errors (a full disk)
  // are found here at the latest.
  std::optional<Error> commit();

  int descriptor() const { return fd_; }

 private:
  std::optional<Error> failure(const char* what) const;
  void discard();

  int fd_ = 1;
  std::string name_;    // as the user gave it; "": standard output
  std::string target_;  // with links resolved; "": written straight
  std::string temporary_;
  bool closed_ = false;
};

}  // namespace statgrep
