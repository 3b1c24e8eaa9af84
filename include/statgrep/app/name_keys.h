// How keys of records compare names, as the language packs and the catalogue say.
#pragma once

#include "statgrep/record/key.h"

namespace statgrep {

class PackSet;

// The stop words of all packs and the ids of the catalogue; `packs` must
// outlive the answer. A look-up a pack; thread-safe.
NameKeys name_keys_of(const PackSet& packs);

}  // namespace statgrep
