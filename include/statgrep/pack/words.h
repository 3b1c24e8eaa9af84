// How a stretch of text falls into words and marks. Shared by the pack
// compiler, which cuts lexicon phrases, and the tokeniser, which cuts texts,
// so that both always agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "statgrep/base/shape.h"
#include "statgrep/base/span.h"

namespace statgrep {

struct Piece {
  Span span;
  Shape shape = Shape::word;
};

// The piece that begins at `at`, which is not white space. REQUIRES at <
// text.size() and valid UTF-8. Cost: linear in the piece.
Piece next_piece(std::string_view text, uint32_t at);

bool is_space_at(std::string_view text, uint32_t at, uint32_t& width);

// Lower case, curly apostrophes straight, full width to half: the form in
// which words are looked up. ASCII is done by table, the rest by ICU.
// Appends to `out`.
void fold_word(std::string_view word, std::string& out);

uint64_t hash_word(std::string_view folded);  // never 0

}  // namespace statgrep
