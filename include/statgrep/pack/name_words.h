// Names without regard to order and case, as keys and the catalogue compare them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace statgrep {

// Whether a lower-case word names nothing ("of", "the"): what does is for the
// language packs to say. Thread-safe.
using DroppedWords = std::function<bool(std::string_view)>;

// The words of a name without regard to order and case: lower-cased, split at
// what is neither letter, digit nor mark, `dropped` ones left out, sorted,
// each once, joined by blanks. A name of dropped words only keeps them.
std::string content_words(std::string_view name, const DroppedWords& dropped);

}  // namespace statgrep
