// All languages at hand: the packs inside the binary, and a user's own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/pack/catalogue.h"
#include "statgrep/pack/compile.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// Owns the images that it compiled; those inside the binary are used in place.
// Const and thread-safe once loaded.
class PackSet {
 public:
  const std::vector<Pack>& packs() const { return packs_; }
  const Pack* find(std::string_view lang) const;  // nullptr: no such language

  void add(Pack pack) { packs_.push_back(pack); }
  void own(const std::vector<char>& image);  // REQUIRES an image of compile_pack

  // Whether a lower-case word names nothing ("of") in any of the languages. A look-up a pack.
  bool is_stop_word(std::string_view word) const;

  // The id in the catalogue of what has these content words, or "".
  std::string_view id_of(std::string_view words) const {
    return catalogue_ ? catalogue_->id_of(words) : std::string_view();
  }
  const std::optional<Catalogue>& catalogue() const { return catalogue_; }
  void set(Catalogue catalogue) { catalogue_ = catalogue; }
  void own_catalogue(const std::vector<char>& image);  // REQUIRES an image of compile_catalogue

 private:
  std::span<const char> keep(const std::vector<char>& image);

  std::vector<std::unique_ptr<char[]>> images_;
  std::vector<Pack> packs_;
  std::optional<Catalogue> catalogue_;
};

struct LoadedPacks {
  std::unique_ptr<PackSet> packs;  // null where there are errors
  std::vector<Error> errors;
};

// `patterns_dir` holds a folder for each language ("en/…"); its files are added
// to those inside the binary, and replace those of the same path. "": the
// packs inside the binary alone, which takes no time worth naming.
LoadedPacks load_packs(const std::string& patterns_dir);

// How a message names a pack's file ("en/rules/growth.json"): below
// `patterns_dir` where it stands there, else "builtin:en/rules/growth.json".
std::string pack_file_name(const std::string& patterns_dir, const std::string& file);

// The folder beside the languages' that holds the catalogue.
inline constexpr std::string_view kCatalogueFolder = "catalogue";

// Takes the catalogue's folder out of `folders` and compiles it with what the
// languages of `set` say of stop words and spellings; nothing where there is none.
struct LanguageFiles;
std::optional<std::vector<char>> compile_catalogue_of(std::vector<LanguageFiles>& folders, const PackSet& set,
                                                      std::vector<Error>& errors);

// The files of each language folder below `dir`, sorted; a folder or file that
// cannot be read is an Error.
struct LanguageFiles {
  std::string lang;
  std::vector<PackFile> files;
};
std::vector<LanguageFiles> read_pack_files(const std::string& dir, std::vector<Error>& errors);

}  // namespace statgrep
