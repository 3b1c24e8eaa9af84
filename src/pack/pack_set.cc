// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/pack_set.h"

#include <cstring>

namespace statgrep {

const Pack* PackSet::find(std::string_view lang) const {
  for (const Pack& p : packs_)
    if (p.lang() == lang) return &p;
  return nullptr;
}

void PackSet::own(std::vector<char> image) {
  auto block = std::make_unique<char[]>(image.size());  // aligned for any of the image's structs
  std::memcpy(block.get(), image.data(), image.size());
  packs_.push_back(*Pack::over({block.get(), image.size()}));
  images_.push_back(std::move(block));
}

}  // namespace statgrep
