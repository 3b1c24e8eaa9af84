// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/pack_set.h"

#include <algorithm>
#include <cstring>

#include "language_file.h"

namespace statgrep {

const Pack* PackSet::find(std::string_view lang) const {
  for (const Pack& p : packs_)
    if (p.lang() == lang) return &p;
  return nullptr;
}

void PackSet::own(const std::vector<char>& image) {
  packs_.push_back(*Pack::over(keep(image)));
}

void PackSet::own_catalogue(const std::vector<char>& image) {
  catalogue_ = Catalogue::over(keep(image));
}

std::span<const char> PackSet::keep(const std::vector<char>& image) {
  images_.push_back(std::make_unique<char[]>(image.size()));  // aligned for any of the image's structs
  std::memcpy(images_.back().get(), image.data(), image.size());
  return {images_.back().get(), image.size()};
}

bool PackSet::is_stop_word(std::string_view word) const {
  return std::any_of(packs_.begin(), packs_.end(),
                     [word](const Pack& pack) { return pack.knows(word, Cls::stop_word); });
}

std::optional<std::vector<char>> compile_catalogue_of(std::vector<LanguageFiles>& folders, const PackSet& set,
                                                      std::vector<Error>& errors) {
  const auto at = std::find_if(folders.begin(), folders.end(),
                               [](const LanguageFiles& f) { return f.lang == kCatalogueFolder; });
  if (at == folders.end()) return std::nullopt;
  std::vector<PackFile> files = std::move(at->files);
  folders.erase(at);
  std::map<std::string, std::function<std::vector<std::string>(const std::string&)>> variants;
  for (const Pack& pack : set.packs())
    for (const SourceFile& f : pack.sources())
      if (pack.text(f.path) == kLanguageFile) {
        const std::string name = std::string(pack.lang()) + "/" + std::string(kLanguageFile);
        const LanguageTraits traits = read_language_traits(pack.text(f.text), name, errors);
        variants[std::string(pack.lang())] = spelling_variants(traits.variants, name, errors);
      }
  return compile_catalogue(
      std::move(files), [&set](std::string_view word) { return set.is_stop_word(word); },
      [&variants](const std::string& lang, const std::string& name) {
        const auto way = variants.find(lang);
        return way == variants.end() ? std::vector<std::string>() : way->second(name);
      },
      errors);
}

}  // namespace statgrep
