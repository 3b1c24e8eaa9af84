// Plurals, by the pack's own list and endings.
#pragma once

#include <string>
#include <string_view>

#include "statgrep/model/token.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// The singular of a word as printed; the word itself where the pack knows no
// plural of that form. Cost: a few look-ups. Thread-safe.
std::string singular_of(const Pack& pack, std::string_view word);

// Whether a word of a text is a plural: its class says so, or its singular is
// another. Cost: a few look-ups. Thread-safe.
bool is_plural(const Pack& pack, const Token& word, std::string_view text);

// Whether a folded word ends in an entry of the class, with something before
// it. Cost: a few look-ups. Thread-safe.
bool has_suffix(const Pack& pack, std::string_view folded, Cls cls);

}  // namespace statgrep
