// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/pack.h"

#include "statgrep/pack/words.h"

namespace statgrep {

std::optional<Pack> Pack::over(std::span<const char> image) {
  if (image.size() < sizeof(ImageHeader)) return std::nullopt;
  const auto* header = reinterpret_cast<const ImageHeader*>(image.data());
  if (header->magic != kImageMagic || header->version != kImageVersion || header->size > image.size())
    return std::nullopt;
  Pack pack;
  pack.base_ = image.data();
  pack.header_ = header;
  pack.strings_ = image.data() + header->sections[static_cast<size_t>(Section::strings)].offset;
  pack.sets_ = pack.array<ClassSet>(Section::class_sets).data();
  return pack;
}

uint32_t Pack::word(std::string_view folded) const {
  std::span<const WordSlot> slots = array<WordSlot>(Section::word_slots);
  uint64_t h = hash_word(folded);
  for (uint64_t i = h >> 7;; ++i) {
    const WordSlot& slot = slots[i & (slots.size() - 1)];
    if (slot.hash == 0) return kNone;
    if (slot.hash == h && text(slot.text) == folded) return slot.word;
  }
}

uint32_t edge_hash(uint32_t node, uint32_t word) {
  uint64_t h = (uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15u;
  return static_cast<uint32_t>(h >> 32);
}

uint32_t Pack::step(uint32_t node, uint32_t word) const {
  if (word == kNone) return kNone;
  std::span<const EdgeSlot> slots = array<EdgeSlot>(Section::edges);
  for (uint32_t i = edge_hash(node, word);; ++i) {
    const EdgeSlot& slot = slots[i & (slots.size() - 1)];
    if (slot.node == kNone) return kNone;
    if (slot.node == node && slot.word == word) return slot.next;
  }
}

Pack::RuleBits Pack::rules_for(const ClassSet& sentence, RuleKind kind) const {
  RuleBits out{};
  std::span<const RuleHeader> all = rules();
  for (size_t r = 0; r < all.size(); ++r) {
    if (all[r].kind != static_cast<uint32_t>(kind)) continue;
    bool possible = true;
    for (uint32_t set : all[r].required)
      if (set != kNone && !sentence.meets(sets_[set])) {
        possible = false;
        break;
      }
    if (possible) out[r / 64] |= uint64_t{1} << (r % 64);
  }
  return out;
}

const Payload* Pack::payload(uint32_t entry, Cls cls) const {
  if (entry == kNone) return nullptr;
  const Entry& e = array<Entry>(Section::entries)[entry];
  std::span<const Payload> all = array<Payload>(Section::payloads).subspan(e.payload_begin, e.payload_count);
  for (const Payload& p : all)
    if (family(cls).has(static_cast<int>(p.cls))) return &p;
  return nullptr;
}

}  // namespace statgrep
