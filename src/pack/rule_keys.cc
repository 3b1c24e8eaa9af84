// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/rule_keys.h"

#include <array>

namespace statgrep {
namespace {

#define X(k) #k,
constexpr std::array<std::string_view, static_cast<size_t>(EmitKey::count_)> kEmitKeys = {
    STATGREP_EMIT_KEYS(X)};
constexpr std::array<std::string_view, static_cast<size_t>(Guard::count_)> kGuards = {STATGREP_GUARDS(X)};
#undef X

template <typename Enum, size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(EmitKey key) {
  return kEmitKeys[static_cast<size_t>(key)];
}
std::optional<EmitKey> emit_key_from(std::string_view name) {
  return find<EmitKey>(kEmitKeys, name);
}
std::string_view name_of(Guard guard) {
  return kGuards[static_cast<size_t>(guard)];
}
std::optional<Guard> guard_from(std::string_view name) {
  return find<Guard>(kGuards, name);
}

}  // namespace statgrep
