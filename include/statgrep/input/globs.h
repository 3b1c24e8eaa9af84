// Which files of a directory are meant: patterns as in .gitignore, and globs as
// ripgrep's -g has them. Paths are relative to the directory that was named.
// Thread-safe once built; a match is linear in the path for each pattern (RE2).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

class PathFilter {
 public:
  PathFilter();
  ~PathFilter();
  PathFilter(PathFilter&&) noexcept;
  PathFilter& operator=(PathFilter&&) noexcept;

  // A line of a .gitignore: "*.tmp", "/drafts/", "!keep.tmp"; blanks and # lines add nothing.
  std::optional<Error> ignore(std::string_view pattern);
  // Files must match one of these, unless none is given; "!x" leaves out what matches.
  std::optional<Error> glob(std::string_view pattern);

  // Whether a directory is gone into, a file read.
  bool enters(std::string_view path) const;
  bool reads(std::string_view path) const;

 private:
  struct Pattern;
  // Of the last pattern that matches: true where it says no.
  static bool left_out(const std::vector<Pattern>& patterns, std::string_view path, bool directory);

  std::vector<Pattern> ignores_, globs_;
};

}  // namespace statgrep
