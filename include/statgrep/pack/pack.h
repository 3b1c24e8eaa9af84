// A language pack in use: look-ups over a flat image.
//
// The image must outlive the Pack and stay where it is. All members are const
// and thread-safe; look-ups are O(1) and allocate nothing.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "statgrep/pack/classes.h"
#include "statgrep/pack/image.h"
#include "statgrep/pack/program.h"
#include "statgrep/pack/rule_keys.h"

namespace statgrep {

class Pack {
 public:
  // nullopt: not an image of this version.
  static std::optional<Pack> over(std::span<const char> image);

  std::string_view lang() const { return text(header_->lang); }
  // The script that the language is written in, as ICU names it ("Han"); "" where the pack is silent.
  std::string_view script() const { return text(header_->script); }
  // Whether words stand apart; where they do not, the lexicon cuts them.
  bool segmented() const { return header_->segmented != 0; }
  uint64_t hash() const { return header_->hash; }

  std::string_view text(StrRef ref) const { return {strings_ + ref.offset, ref.size}; }

  // The number of a folded word, or kNone.
  uint32_t word(std::string_view folded) const;
  // A step of a phrase: from `node` (0 at its start) by `word`; kNone: no such phrase.
  uint32_t step(uint32_t node, uint32_t word) const;
  // What a phrase that ends at the node means, or kNone.
  uint32_t entry_at(uint32_t node) const { return array<Node>(Section::nodes)[node].entry; }

  // The entry of a folded word that is a phrase by itself, or kNone.
  uint32_t entry_of(std::string_view folded) const {
    const uint32_t id = word(folded);
    const uint32_t node = id == kNone ? kNone : step(0, id);
    return node == kNone ? kNone : entry_at(node);
  }

  const ClassSet& classes_of(uint32_t entry) const {
    return sets_[array<Entry>(Section::entries)[entry].class_set];
  }
  // The payload of an entry in a class (or one below it); nullptr: none.
  const Payload* payload(uint32_t entry, Cls cls) const;

  // Whether a folded word is by itself of the class, or of one below it.
  bool knows(std::string_view folded, Cls cls) const {
    const uint32_t entry = entry_of(folded);
    return entry != kNone && classes_of(entry).meets(family(cls));
  }

  std::span<const RuleHeader> rules() const { return array<RuleHeader>(Section::rules); }
  std::span<const Instr> code(const RuleHeader& r) const {
    return array<Instr>(Section::code).subspan(r.code_begin, r.code_count);
  }
  std::span<const EmitField> emits(const RuleHeader& r) const {
    return array<EmitField>(Section::emits).subspan(r.emit_begin, r.emit_count);
  }
  // The rules of a kind that a sentence with these classes can satisfy at all, as bits.
  using RuleBits = std::array<uint64_t, kMaxRules / 64>;
  RuleBits rules_for(const ClassSet& sentence, RuleKind kind) const;

  // Calls `use(rule)` for each rule of the kind among `possible` that may begin
  // at an item of these classes, by falling priority. Cost: a few operations a
  // class of the item.
  template <typename Use>
  void for_rules_at(const ClassSet& item, RuleKind kind, const RuleBits& possible, Use use) const;

  const ClassSet* sets() const { return sets_; }
  size_t set_count() const { return array<ClassSet>(Section::class_sets).size(); }
  // All bits of a class and of those below it.
  const ClassSet& family(Cls cls) const { return sets_[static_cast<size_t>(cls)]; }
  std::string_view class_name(int bit) const {
    return text(array<StrRef>(Section::class_names)[static_cast<size_t>(bit)]);
  }
  size_t class_count() const { return array<StrRef>(Section::class_names).size(); }

  std::span<const SourceFile> sources() const { return array<SourceFile>(Section::sources); }
  std::span<const StrRef> capture_names(const RuleHeader& r) const {
    return array<StrRef>(Section::captures).subspan(r.capture_begin, r.captures);
  }

 private:
  template <typename T>
  std::span<const T> array(Section s) const {
    const auto& where = header_->sections[static_cast<size_t>(s)];
    return {reinterpret_cast<const T*>(base_ + where.offset), where.count};
  }

  const char* base_ = nullptr;
  const ImageHeader* header_ = nullptr;
  const char* strings_ = nullptr;
  const ClassSet* sets_ = nullptr;
};

template <typename Use>
void Pack::for_rules_at(const ClassSet& item, RuleKind kind, const RuleBits& possible, Use use) const {
  std::span<const uint64_t> table = array<uint64_t>(Section::dispatch);
  const size_t words = (rules().size() + 63) / 64;
  RuleBits found{};
  for (size_t w = 0; w < item.words.size(); ++w)
    for (uint64_t bits = item.words[w]; bits != 0; bits &= bits - 1) {
      size_t row =
          ((w * 64 + static_cast<size_t>(std::countr_zero(bits))) * 2 + static_cast<size_t>(kind)) * words;
      if (row + words > table.size()) continue;
      for (size_t k = 0; k < words; ++k) found[k] |= table[row + k];
    }
  for (size_t k = 0; k < words; ++k)
    for (uint64_t bits = found[k] & possible[k]; bits != 0; bits &= bits - 1)
      use(static_cast<uint32_t>(k * 64 + static_cast<size_t>(std::countr_zero(bits))));
}

}  // namespace statgrep
