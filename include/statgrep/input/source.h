// The command line's FILE, DIR and - as a stream of inputs.
//
// Order is deterministic: arguments as given, a directory's entries by the
// bytes of their names, depth first. Within a directory hidden names are
// passed over, and so is what is neither a file nor a directory; links are
// followed; a filter leaves out what is not meant, of directories only. Names
// can also come from a list. A directory that leads back into itself is an error; one that was
// read already under another name is passed over. Memory: the names of one
// directory for each level. Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/input/globs.h"

namespace statgrep {

struct Input {
  std::string name;  // as mentions and messages print it; "-" is standard input
  bool is_stdin() const { return name == "-"; }
};

struct InputList {
  std::vector<std::string> arguments;
  std::string files_from;   // a file of names, "-" for standard input, "": none; after the arguments
  bool null_ended = false;  // the list's names, not a line each
};

class InputStream {
 public:
  // `filter` may be null; else it must outlive this.
  explicit InputStream(InputList list, const PathFilter* filter = nullptr);
  explicit InputStream(std::vector<std::string> arguments)
      : InputStream(InputList{std::move(arguments), "", false}) {}
  ~InputStream();

  // The next input, or an error about one that is missing, unreadable or a
  // loop (call again: the rest goes on), or nullopt at the end.
  std::optional<std::variant<Input, Error>> next();

 private:
  using FileId = std::pair<uint64_t, uint64_t>;  // device, inode
  struct Level {
    std::string path;
    FileId id;
    size_t below = 0;                // where a path relative to the named directory begins
    std::vector<std::string> names;  // sorted from last to first: popped from the back
  };

  std::optional<std::variant<Input, Error>> visit(const std::string& path, bool is_argument);
  std::optional<Error> enter(const std::string& path, FileId id);
  std::optional<std::variant<Input, Error>> listed();

  InputList list_;
  const PathFilter* filter_;
  struct Names;
  std::unique_ptr<Names> names_;  // of the list, once it is open
  size_t next_argument_ = 0;
  std::vector<Level> levels_;
  std::set<FileId> entered_;
};

// Whether standard input is a terminal, where nobody means it to be read.
bool stdin_is_terminal();

}  // namespace statgrep
