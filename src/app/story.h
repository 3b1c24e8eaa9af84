// What explain tells of a sentence, before it is put in words or in JSON.
#pragma once

#include <string>
#include <vector>

#include "statgrep/app/reading.h"

namespace statgrep {

struct ChunkStory {
  std::string text;
  std::vector<std::string> classes;  // those that patterns ask for
  bool transparent = false;
};

// A spot or quantity, or a number that is none.
struct FoundStory {
  std::string text;
  std::string kind;   // "period", "quantity", "trap", …
  std::string value;  // what it means: "2023-05/2023-05", "2.5 %"
  std::string by;     // the spot rule, or ""
};

struct RecordStory {
  std::string rule;
  const Record* record = nullptr;  // into the Reading; null: merged into one of other words
  std::string name;
  std::string merged;  // the place of the same statement before, or ""
};

struct LossStory {
  std::string rule;
  std::string text;
  std::string why;  // of a rule that fitted: who won; else the reason
};

struct SentenceStory {
  std::string text;
  Span span;
  bool countable = true;
  std::vector<ChunkStory> chunks;
  std::vector<FoundStory> found;
  std::vector<RecordStory> records;
  std::vector<LossStory> lost;
  std::vector<LossStory> rejected;
  std::vector<std::string> untaken;  // quantities that no rule took
  std::vector<LossStory> tried;      // rules that do not fit at a chunk: `rule` lists them
};

// The reading and the document must outlive the answer.
std::vector<SentenceStory> stories_of(const Reading& reading, const Document& document);

}  // namespace statgrep
