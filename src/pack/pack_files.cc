// Reading packs from a folder. Tests: tests/unit/pack_compile_test.cc
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "statgrep/pack/pack_set.h"

namespace statgrep {
namespace fs = std::filesystem;
namespace {

bool is_pack_file(const fs::path& path) {
  return path.extension() == ".txt" || path.extension() == ".json";
}

void read_language(const fs::path& folder, LanguageFiles& out, std::vector<Error>& errors) {
  std::error_code ec;
  for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    if (!it->is_regular_file(ec) || !is_pack_file(it->path())) continue;
    std::ifstream in(it->path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
      errors.push_back({it->path().string(), 0, 0, "cannot be read"});
      continue;
    }
    out.files.push_back({fs::relative(it->path(), folder, ec).generic_string(), text.str()});
  }
  if (ec) errors.push_back({folder.string(), 0, 0, ec.message()});
  std::sort(out.files.begin(), out.files.end(), [](auto& a, auto& b) { return a.path < b.path; });
}

}  // namespace

std::string pack_file_name(const std::string& patterns_dir, const std::string& file) {
  std::error_code ec;
  const fs::path path = fs::path(patterns_dir) / file;
  return !patterns_dir.empty() && fs::exists(path, ec) ? path.string() : "builtin:" + file;
}

std::vector<LanguageFiles> read_pack_files(const std::string& dir, std::vector<Error>& errors) {
  std::vector<LanguageFiles> out;
  std::error_code ec;
  fs::directory_iterator it(dir, ec);
  if (ec) {
    errors.push_back({dir, 0, 0, ec.message()});
    return out;
  }
  for (const fs::directory_entry& entry : it) {
    if (!entry.is_directory(ec)) continue;
    LanguageFiles lang{entry.path().filename().string(), {}};
    read_language(entry.path(), lang, errors);
    if (!lang.files.empty()) out.push_back(std::move(lang));
  }
  std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.lang < b.lang; });
  if (out.empty() && errors.empty())
    errors.push_back({dir, 0, 0, "holds no language folder with packs (such as en/rules/…json)"});
  return out;
}

}  // namespace statgrep
