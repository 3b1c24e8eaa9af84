// Why a text gives what it gives, in words for authors of patterns.
//
// For each sentence: the chunks that rules see, what spots and quantities were
// found, the record of each rule that made one, the rules that fitted but lost
// and to whom, and what was given up and why.
#pragma once

#include <optional>
#include <string>

#include "statgrep/base/date.h"
#include "statgrep/pack/pack_set.h"

namespace statgrep {

// `verbose`: also which rules were tried at a chunk and did not fit.
std::string explain_text(const PackSet& packs, const std::string& text, std::optional<Date> date,
                         const std::string& lang, bool verbose = false);

// The same as JSON Lines, one object a sentence.
std::string explain_json(const PackSet& packs, const std::string& text, std::optional<Date> date,
                         const std::string& lang, bool verbose = false);

}  // namespace statgrep
