// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/globs.h"

#include <re2/re2.h>

#include <algorithm>

namespace statgrep {

struct PathFilter::Pattern {
  std::unique_ptr<re2::RE2> path;
  bool negated = false;
  bool directories = false;  // only
};

namespace {

// "[!a-z]" -> "[^a-z]"; where the bracket is not closed it is a character.
size_t bracket(std::string_view glob, size_t at, std::string& regex) {
  const size_t first = at + 1 < glob.size() && (glob[at + 1] == '!' || glob[at + 1] == '^') ? at + 2 : at + 1;
  const size_t close = first < glob.size() ? glob.find(']', first + 1) : std::string_view::npos;
  if (close == std::string_view::npos) {
    regex += "\\[";
    return at + 1;
  }
  regex += first == at + 2 ? "[^/" : "[";
  for (const char c : glob.substr(first, close - first)) {
    if (c == '\\' || c == '[' || c == ']' || c == '^') regex += '\\';
    regex += c;
  }
  regex += ']';
  return close + 1;
}

std::string regex_of(std::string_view glob) {
  std::string out;
  for (size_t i = 0; i < glob.size();) {
    const std::string_view rest = glob.substr(i);
    if (rest.starts_with("**/")) {
      out += "(?:.*/)?";
      i += 3;
    } else if (rest == "**") {
      out += ".*";
      i += 2;
    } else if (rest[0] == '*') {
      out += "[^/]*";
      ++i;
    } else if (rest[0] == '?') {
      out += "[^/]";
      ++i;
    } else if (rest[0] == '[') {
      i = bracket(glob, i, out);
    } else {
      if (rest[0] == '\\' && rest.size() > 1) ++i;
      out += re2::RE2::QuoteMeta(re2::StringPiece(glob.data() + i, 1));
      ++i;
    }
  }
  return out;
}

}  // namespace

PathFilter::PathFilter() = default;
PathFilter::~PathFilter() = default;
PathFilter::PathFilter(PathFilter&&) noexcept = default;
PathFilter& PathFilter::operator=(PathFilter&&) noexcept = default;

namespace {

// Without a slash but at the end it matches at any depth.
std::string anchored(std::string_view glob) {
  const bool deep = glob.find('/') == std::string_view::npos;
  if (glob.starts_with('/')) glob.remove_prefix(1);
  return (deep ? "(?:.*/)?" : "") + regex_of(glob);
}

std::optional<Error> bad(std::string_view pattern) {
  return Error{"", 0, 0, "\"" + std::string(pattern) + "\" is no pattern of paths"};
}

}  // namespace

std::optional<Error> PathFilter::ignore(std::string_view pattern) {
  std::string_view glob = pattern;
  while (glob.ends_with(' ') || glob.ends_with('\r')) glob.remove_suffix(1);
  if (glob.empty() || glob.starts_with('#')) return std::nullopt;
  Pattern made;
  if (glob.starts_with('!')) {
    made.negated = true;
    glob.remove_prefix(1);
  }
  if (glob.ends_with('/')) {
    made.directories = true;
    glob.remove_suffix(1);
  }
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  made.path = std::make_unique<re2::RE2>(anchored(glob), options);
  if (glob.empty() || !made.path->ok()) return bad(pattern);
  ignores_.push_back(std::move(made));
  return std::nullopt;
}

std::optional<Error> PathFilter::glob(std::string_view pattern) {
  std::vector<Pattern> before = std::move(ignores_);
  ignores_.clear();
  std::optional<Error> error = ignore(pattern);
  for (Pattern& p : ignores_) globs_.push_back(std::move(p));
  ignores_ = std::move(before);
  return error;
}

bool PathFilter::left_out(const std::vector<Pattern>& patterns, std::string_view path, bool directory) {
  const auto last = std::find_if(patterns.rbegin(), patterns.rend(), [&](const Pattern& p) {
    return (directory || !p.directories) &&
           re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *p.path);
  });
  return last != patterns.rend() && !last->negated;
}

bool PathFilter::enters(std::string_view path) const {
  if (left_out(ignores_, path, true)) return false;
  return std::none_of(globs_.begin(), globs_.end(), [&](const Pattern& p) {
    return p.negated && re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *p.path);
  });
}

bool PathFilter::reads(std::string_view path) const {
  if (left_out(ignores_, path, false)) return false;
  bool wanted = std::all_of(globs_.begin(), globs_.end(), [](const Pattern& p) { return p.negated; });
  for (const Pattern& p : globs_)
    if (!p.directories && re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *p.path))
      wanted = !p.negated;
  return wanted;
}

}  // namespace statgrep
