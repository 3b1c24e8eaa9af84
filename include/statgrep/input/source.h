// The command line's FILE, DIR and - as a stream of inputs.
//
// Order is deterministic: arguments as given, a directory's entries by the
// bytes of their names, depth first. Within a directory hidden names are
// passed over, and so is what is neither a file nor a directory; links are
// followed. A directory that leads back into itself is an error; one that was
// read already under another name is passed over. Memory: the names of one
// directory for each level. Not thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

struct Input {
  std::string name;  // as mentions and messages print it; "-" is standard input
  bool is_stdin() const { return name == "-"; }
};

class InputStream {
 public:
  explicit InputStream(std::vector<std::string> arguments);

  // The next input, or an error about one that is missing, unreadable or a
  // loop (call again: the rest goes on), or nullopt at the end.
  std::optional<std::variant<Input, Error>> next();

 private:
  using FileId = std::pair<uint64_t, uint64_t>;  // device, inode
  struct Level {
    std::string path;
    FileId id;
    std::vector<std::string> names;  // sorted from last to first: popped from the back
  };

  std::optional<std::variant<Input, Error>> visit(const std::string& path, bool is_argument);
  std::optional<Error> enter(const std::string& path, FileId id);

  std::vector<std::string> arguments_;
  size_t next_argument_ = 0;
  std::vector<Level> levels_;
  std::set<FileId> entered_;
};

// Whether standard input is a terminal, where nobody means it to be read.
bool stdin_is_terminal();

}  // namespace statgrep
