// The words that keys of records leave out, as the language packs list them.
#pragma once

#include "statgrep/record/key.h"

namespace statgrep {

class PackSet;

// Whether a lower-case word is a stop word of any of the packs, which must
// outlive the answer. A look-up a pack; thread-safe.
DroppedWords stop_words_of(const PackSet& packs);

}  // namespace statgrep
