// statgrep_packc PATTERNS OUT: compiles every language folder and the catalogue into one file,
// image after image, for the build to put inside the binary.
#include <cstdio>
#include <fstream>

#include "statgrep/pack/pack_set.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: statgrep_packc PATTERNS OUT\n");
    return 2;
  }
  std::vector<statgrep::Error> errors;
  std::ofstream out(argv[2], std::ios::binary);
  const auto put = [&](const std::vector<char>& image) {
    out.write(image.data(), static_cast<std::streamsize>(image.size()));
  };
  statgrep::PackSet set;
  std::vector<statgrep::LanguageFiles> folders = statgrep::read_pack_files(argv[1], errors);
  for (statgrep::LanguageFiles& lang : folders) {
    if (lang.lang == statgrep::kCatalogueFolder) continue;
    if (auto image = statgrep::compile_pack(lang.lang, std::move(lang.files), errors)) {
      put(*image);
      set.own(*image);
    }
  }
  if (auto image = statgrep::compile_catalogue_of(folders, set, errors)) put(*image);
  for (const statgrep::Error& e : errors) std::fprintf(stderr, "%s\n", statgrep::to_string(e).c_str());
  out.flush();
  if (!out) std::fprintf(stderr, "%s: cannot be written\n", argv[2]);
  return errors.empty() && out ? 0 : 2;
}
