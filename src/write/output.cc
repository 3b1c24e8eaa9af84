#include "statgrep/write/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace statgrep {
namespace {

// What the signal handler removes. Plain memory, for a handler may touch
// nothing else.
char unfinished[PATH_MAX];

void remove_and_die(int signal) {
  if (unfinished[0] != '\0') unlink(unfinished);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void guard(const std::string& path) {
  if (path.size() >= sizeof unfinished) return;
  std::memcpy(unfinished, path.c_str(), path.size() + 1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // A signal that our parent had us ignore (nohup) stays ignored.
    if (std::signal(signal, remove_and_die) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

void unguard() {
  unfinished[0] = '\0';
}

std::string resolved(const std::string& path) {
  char buffer[PATH_MAX];
  return realpath(path.c_str(), buffer) != nullptr ? std::string(buffer) : path;
}

}  // namespace

Output::~Output() {
  discard();
}

void Output::discard() {
  if (name_.empty() || fd_ < 0) return;
  close(fd_);
  fd_ = -1;
  if (!temporary_.empty()) unlink(temporary_.c_str());
  unguard();
}

std::optional<Error> Output::failure(const char* what) const {
  const std::string name = name_.empty() ? "standard output" : name_;
  return Error{name, 0, 0, std::string(what) + ": " + std::strerror(errno)};
}

std::optional<Error> Output::open(const std::string& path) {
  name_ = path;
  struct stat existing {};
  const bool exists = stat(path.c_str(), &existing) == 0;
  if (exists && !S_ISREG(existing.st_mode)) {
    fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return fd_ < 0 ? failure("cannot write") : std::nullopt;
  }
  target_ = exists ? resolved(path) : path;
  temporary_ = target_ + ".tmp-" + std::to_string(getpid());
  guard(temporary_);
  fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd_ < 0) {
    temporary_.clear();
    unguard();
    return failure("cannot write");
  }
  if (exists) fchmod(fd_, existing.st_mode & 07777);
  return std::nullopt;
}

std::optional<Error> Output::write(std::string_view text) {
  while (!text.empty() && !closed_) {
    const ssize_t written = ::write(fd_, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      return failure("cannot write");
    }
  }
  return std::nullopt;
}

std::optional<Error> Output::commit() {
  if (name_.empty()) return std::nullopt;
  const int closing = close(fd_);
  fd_ = -1;
  if (temporary_.empty()) return closing != 0 ? failure("cannot write") : std::nullopt;
  if (closing != 0 || rename(temporary_.c_str(), target_.c_str()) != 0) {
    auto error = failure("cannot write");
    unlink(temporary_.c_str());
    unguard();
    return error;
  }
  unguard();
  return std::nullopt;
}

}  // namespace statgrep
