// What the commands say beside their results: lines on standard error.
#pragma once

#include <memory>
#include <string>

#include "statgrep/base/error.h"
#include "statgrep/pack/pack_set.h"

namespace statgrep {

void say(const std::string& message);  // "statgrep: message"
void say(const Error& error);

// The packs, or null once every mistake in them has been said.
std::unique_ptr<PackSet> load_packs_or_say(const std::string& patterns_dir);

// Whether `lang` is "auto" or the name of a pack; says so where it is not.
bool known_language_or_say(const PackSet& packs, const std::string& lang);

// Writes all of `text` to standard output; kFound, also where the reader has
// gone, or kTrouble (said).
int print(const std::string& text);

}  // namespace statgrep
