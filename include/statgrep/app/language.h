// Which pack reads which part of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/span.h"
#include "statgrep/pack/pack_set.h"

namespace statgrep {

// The pack of a language, or for "auto" the one whose script, and of packs of
// one script whose words, the text has most of; nullptr where there is none.
// Looks at the first 16 KiB. Thread-safe.
const Pack* choose_pack(const PackSet& packs, const std::string& lang, std::string_view text);

struct LanguagePart {
  const Pack* pack = nullptr;
  std::vector<Span> spans;  // whole lines, in order
};

// The text in parts of whole lines, one part a pack, where packs are of several
// scripts; a line without letters goes with what is before it. One part for a
// text of one script, or where `lang` names one. Linear. Thread-safe.
std::vector<LanguagePart> language_parts(const PackSet& packs, const std::string& lang,
                                         std::string_view text);

}  // namespace statgrep
