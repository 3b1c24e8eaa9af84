#include "statgrep/app/name_keys.h"

#include "statgrep/pack/pack_set.h"

namespace statgrep {

NameKeys name_keys_of(const PackSet& packs) {
  return {[&packs](std::string_view word) { return packs.is_stop_word(word); },
          [&packs](std::string_view words) { return std::string(packs.id_of(words)); }};
}

}  // namespace statgrep
