// A set of word classes, as bits. Every lexeme and chunk has one; an atom of a
// pattern asks whether two sets meet.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace statgrep {

// Word classes and the literal words of patterns together; the pack compiler
// refuses a pack that needs more.
inline constexpr int kMaxClasses = 768;

struct ClassSet {
  std::array<uint64_t, kMaxClasses / 64> words{};

  void add(int c) { words[static_cast<std::size_t>(c) / 64] |= uint64_t{1} << (c % 64); }
  void remove(int c) { words[static_cast<std::size_t>(c) / 64] &= ~(uint64_t{1} << (c % 64)); }
  bool has(int c) const { return (words[static_cast<std::size_t>(c) / 64] >> (c % 64)) & 1; }
  bool meets(const ClassSet& o) const {
    uint64_t any = 0;
    for (std::size_t i = 0; i < words.size(); ++i) any |= words[i] & o.words[i];
    return any != 0;
  }
  bool covers(const ClassSet& o) const {
    uint64_t missing = 0;
    for (std::size_t i = 0; i < words.size(); ++i) missing |= o.words[i] & ~words[i];
    return missing == 0;
  }
  void merge(const ClassSet& o) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= o.words[i];
  }
  int size() const {
    int n = 0;
    for (uint64_t w : words) n += std::popcount(w);
    return n;
  }
  bool empty() const {
    for (uint64_t w : words)
      if (w != 0) return false;
    return true;
  }
  friend bool operator==(const ClassSet&, const ClassSet&) = default;
};

}  // namespace statgrep
