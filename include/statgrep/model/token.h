// A word, number or mark of a document, with all readings that the lexicon
// gives it. A phrase that the lexicon knows is one token.
#pragma once

#include <cstdint>
#include <vector>

#include "statgrep/base/class_set.h"
#include "statgrep/base/decimal.h"
#include "statgrep/base/shape.h"
#include "statgrep/base/span.h"

namespace statgrep {

struct Token {
  Span span;  // in Document::text
  Shape shape = Shape::word;
  bool space_before = false;
  uint32_t entry = 0xFFFFFFFF;  // of the pack's lexicon, or none
  ClassSet cls;
  Decimal value;  // of a number, or of a number word
};

// Token indices are document-wide.
struct Sentence {
  Span span;
  uint32_t first = 0;  // token
  uint32_t last = 0;   // one past
  uint32_t paragraph = 0;
  bool countable = false;  // holds a number or a word that stands for one
  bool heading = false;    // a line of its own without a sentence end
};

}  // namespace statgrep
