// The packs inside the binary, and a user's laid over them.
// Tests: tests/unit/pack_compile_test.cc
#include <algorithm>
#include <cstring>
#include <span>

#include "statgrep/pack/pack_set.h"

extern "C" const char statgrep_packs_begin[];
extern "C" const char statgrep_packs_end[];

namespace statgrep {
namespace {

void add_builtin(PackSet& set) {
  const char* at = statgrep_packs_begin;
  while (at < statgrep_packs_end) {
    const std::span<const char> rest{at, static_cast<size_t>(statgrep_packs_end - at)};
    if (const std::optional<Pack> pack = Pack::over(rest))
      set.add(*pack);
    else if (const std::optional<Catalogue> catalogue = Catalogue::over(rest))
      set.set(*catalogue);
    else
      break;
    at += reinterpret_cast<const ImageHeader*>(at)->size;
  }
}

void overlay(std::vector<PackFile>& files, std::vector<PackFile> over) {
  for (PackFile& f : over) {
    auto it = std::find_if(files.begin(), files.end(), [&](const PackFile& o) { return o.path == f.path; });
    if (it != files.end())
      it->text = std::move(f.text);
    else
      files.push_back(std::move(f));
  }
}

std::vector<PackFile> files_of(const Pack& pack) {
  std::vector<PackFile> files;
  for (const SourceFile& s : pack.sources())
    files.push_back({std::string(pack.text(s.path)), std::string(pack.text(s.text))});
  return files;
}

}  // namespace

LoadedPacks load_packs(const std::string& patterns_dir) {
  LoadedPacks out;
  PackSet builtin;
  add_builtin(builtin);
  auto set = std::make_unique<PackSet>();
  std::vector<LanguageFiles> user;
  if (!patterns_dir.empty()) user = read_pack_files(patterns_dir, out.errors);
  for (const Pack& pack : builtin.packs())
    if (std::none_of(user.begin(), user.end(), [&](const LanguageFiles& l) { return l.lang == pack.lang(); }))
      set->add(pack);
  const size_t read = out.errors.size();
  const auto own = std::find_if(user.begin(), user.end(),
                                [](const LanguageFiles& f) { return f.lang == kCatalogueFolder; });
  if (own == user.end() && builtin.catalogue()) set->set(*builtin.catalogue());
  if (own != user.end() && builtin.catalogue()) {
    std::vector<PackFile> files = builtin.catalogue()->sources();
    overlay(files, std::move(own->files));
    own->files = std::move(files);
  }
  for (LanguageFiles& lang : user) {
    if (lang.lang == kCatalogueFolder) continue;
    std::vector<PackFile> files;
    if (const Pack* pack = builtin.find(lang.lang)) files = files_of(*pack);
    overlay(files, std::move(lang.files));
    if (auto image = compile_pack(lang.lang, std::move(files), out.errors)) set->own(*image);
  }
  if (auto image = compile_catalogue_of(user, *set, out.errors)) set->own_catalogue(*image);
  for (size_t i = read; i < out.errors.size(); ++i)
    out.errors[i].file = pack_file_name(patterns_dir, out.errors[i].file);
  if (out.errors.empty()) out.packs = std::move(set);
  return out;
}

}  // namespace statgrep
