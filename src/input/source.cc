#include "statgrep/input/source.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>

namespace statgrep {
namespace {

Error system_error(const std::string& path) {
  return {path, 0, 0, std::strerror(errno)};
}

std::string joined(const std::string& directory, const std::string& name) {
  return directory.ends_with('/') ? directory + name : directory + '/' + name;
}

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};

}  // namespace

InputStream::InputStream(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {}

std::optional<std::variant<Input, Error>> InputStream::next() {
  while (true) {
    std::optional<std::variant<Input, Error>> found;
    if (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.names.empty()) {
        levels_.pop_back();
        continue;
      }
      const std::string path = joined(level.path, level.names.back());
      level.names.pop_back();
      found = visit(path, false);
    } else if (next_argument_ < arguments_.size()) {
      found = visit(arguments_[next_argument_++], true);
    } else {
      return std::nullopt;
    }
    if (found) return found;
  }
}

// Nothing where the path is a directory (now entered) or of no interest.
std::optional<std::variant<Input, Error>> InputStream::visit(const std::string& path, bool is_argument) {
  if (is_argument && path == "-") return Input{path};
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    // A link round in a circle is a loop, too, but one without a directory.
    return system_error(path);
  }
  if (S_ISDIR(status.st_mode)) {
    auto error = enter(path, {status.st_dev, status.st_ino});
    if (error) return std::move(*error);
    return std::nullopt;
  }
  // A pipe or device that is named is meant: <(zcat …) is one.
  if (S_ISREG(status.st_mode) || is_argument) return Input{path};
  return std::nullopt;
}

std::optional<Error> InputStream::enter(const std::string& path, FileId id) {
  const auto above =
      std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) { return level.id == id; });
  if (above != levels_.end()) return Error{path, 0, 0, "directory loop: this is " + above->path + " again"};
  if (!entered_.insert(id).second) return std::nullopt;

  const std::unique_ptr<DIR, CloseDirectory> directory(opendir(path.c_str()));
  if (directory == nullptr) return system_error(path);
  Level level{path, id, {}};
  errno = 0;
  while (const dirent* entry = readdir(directory.get())) {
    if (entry->d_name[0] != '.') level.names.emplace_back(entry->d_name);
  }
  if (errno != 0) return system_error(path);
  std::sort(level.names.begin(), level.names.end(), std::greater<>());
  levels_.push_back(std::move(level));
  return std::nullopt;
}

bool stdin_is_terminal() {
  return isatty(STDIN_FILENO) != 0;
}

}  // namespace statgrep
