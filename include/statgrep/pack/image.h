// The flat form of one language pack: arrays in one block of memory, used in
// place. Made by the compiler (compile.h), at build time for the packs inside
// the binary, so that start-up parses nothing.
//
// Layout: an ImageHeader, then the sections it lists, each an array of one of
// the structs below, 8-byte aligned, in the machine's own byte order (an image
// is never carried between machines).
#pragma once

#include <cstdint>

#include "statgrep/base/class_set.h"

namespace statgrep {

inline constexpr uint32_t kImageMagic = 0x47415453;  // "STAG"
inline constexpr uint32_t kImageVersion = 3;
inline constexpr size_t kMaxRules = 1024;  // the pack compiler refuses more
inline constexpr uint32_t kNone = 0xFFFFFFFF;

struct StrRef {  // into the strings section
  uint32_t offset = 0;
  uint32_t size = 0;
};

struct WordSlot {     // open addressing by hash; size is a power of two
  uint64_t hash = 0;  // 0: free
  StrRef text;
  uint32_t word = kNone;
  uint32_t unused = 0;
};

struct EdgeSlot {         // (node, word) -> node; open addressing; node 0 is the root
  uint32_t node = kNone;  // kNone: free
  uint32_t word = 0;
  uint32_t next = 0;
};

struct Node {
  uint32_t entry = kNone;  // what a phrase ending here means
};

struct Entry {
  uint32_t class_set = 0;
  uint32_t payload_begin = 0;
  uint32_t payload_count = 0;
};

struct Payload {  // of one class of an entry
  uint32_t cls = 0;
  int32_t number = 0;
  int32_t number2 = 0;
  StrRef text;
};

// One step of a pattern's program; see pattern.h.
struct Instr {
  enum Op : uint8_t { atom, split, jump, save, reject, at_start, at_end, done } op = done;
  uint8_t slot = 0;  // save: capture slot (2n begin, 2n+1 end)
  uint16_t x = 0;    // split: preferred next; jump: next
  uint16_t y = 0;    // split: other next
  uint16_t unused = 0;
  uint32_t class_set = 0;  // atom, reject
};

struct EmitField {
  uint16_t field = 0;    // EmitKey
  int16_t capture = -1;  // -1: a constant
  int32_t number = 0;
  StrRef text;
};

struct RuleHeader {
  StrRef id;
  int32_t priority = 0;
  uint32_t kind = 0;   // RuleKind
  uint32_t first = 0;  // class set of what may stand first
  uint32_t required[4] = {kNone, kNone, kNone,
                          kNone};  // class sets, of each of which a sentence must have one
  uint32_t longest = 0;            // the most items that a match takes, those stepped over not counted
  uint32_t code_begin = 0;
  uint32_t code_count = 0;
  uint32_t emit_begin = 0;  // of all statements
  uint32_t emit_count = 0;
  uint32_t guards = 0;    // bits of Guard
  uint32_t captures = 0;  // how many names; their spelling is in capture_begin
  uint32_t capture_begin = 0;
};

struct SourceFile {  // for `patterns list`, `patterns test` and overlays
  StrRef path;
  StrRef text;
};

// The dispatch section: for each class bit, and for each kind of rule, the
// rules that an item of that class may begin, as bits of 64-bit words;
// [bit][kind][word], rules / 64 rounded up words.

enum class Section : uint32_t {
  strings,
  class_names,
  class_sets,
  word_slots,
  edges,
  nodes,
  entries,
  payloads,
  rules,
  dispatch,
  code,
  emits,
  captures,
  sources,
  count_
};

struct ImageHeader {
  uint32_t magic = kImageMagic;
  uint32_t version = kImageVersion;
  uint64_t size = 0;  // of the whole image
  uint64_t hash = 0;  // of the sources: says whether two runs used one pack
  StrRef lang;
  StrRef script;           // as ICU names it; "" where the pack is silent
  uint32_t segmented = 1;  // words stand apart
  uint32_t unused = 0;
  struct {
    uint32_t offset = 0;
    uint32_t count = 0;
  } sections[static_cast<size_t>(Section::count_)];
};

}  // namespace statgrep
