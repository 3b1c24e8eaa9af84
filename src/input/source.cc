#include "statgrep/input/source.h"

#include "statgrep/input/bytes.h"

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

// The names of a list, read as they are asked for.
struct InputStream::Names {
  ByteBuffer bytes;
  char mark;

  std::optional<std::string> next() {
    while (!bytes.at_end()) {
      size_t end = std::string_view::npos;
      for (size_t wanted = 4096;; wanted *= 2) {
        const std::string_view held = bytes.peek(wanted);
        end = held.find(mark);
        if (end != std::string_view::npos || held.size() < wanted) break;
      }
      const bool last = end == std::string_view::npos;
      std::string name = bytes.take(last ? bytes.held().size() : end);
      if (!last) bytes.skip(1);
      if (mark == '\n' && name.ends_with('\r')) name.pop_back();
      if (!name.empty()) return name;
    }
    return std::nullopt;
  }
};

InputStream::InputStream(InputList list, const PathFilter* filter)
    : list_(std::move(list)), filter_(filter) {}
InputStream::~InputStream() = default;

std::optional<std::variant<Input, Error>> InputStream::listed() {
  if (!names_) {
    auto source = open_bytes({list_.files_from});
    if (auto* error = std::get_if<Error>(&source)) {
      list_.files_from.clear();
      return std::move(*error);
    }
    names_ =
        std::make_unique<Names>(Names{ByteBuffer(std::move(std::get<std::unique_ptr<ByteSource>>(source))),
                                      list_.null_ended ? '\0' : '\n'});
  }
  while (const auto name = names_->next()) {
    if (auto found = visit(*name, true)) return found;
    if (!levels_.empty()) return next();
  }
  const std::optional<Error> error = names_->bytes.error();
  list_.files_from.clear();
  if (error) return *error;
  return std::nullopt;
}

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
    } else if (next_argument_ < list_.arguments.size()) {
      found = visit(list_.arguments[next_argument_++], true);
    } else {
      return list_.files_from.empty() ? std::nullopt : listed();
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
  const std::string_view below = levels_.empty() ? "" : std::string_view(path).substr(levels_.back().below);
  if (!is_argument && filter_ != nullptr &&
      !(S_ISDIR(status.st_mode) ? filter_->enters(below) : filter_->reads(below)))
    return std::nullopt;
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
  const size_t below = levels_.empty() ? joined(path, "").size() : levels_.back().below;
  Level level{path, id, below, {}};
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
