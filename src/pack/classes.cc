// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/classes.h"

#include <array>

namespace statgrep {
namespace {

struct Row {
  std::string_view name;
  bool engine;
};
constexpr std::array<Row, static_cast<size_t>(Cls::count_)> kRows = {{
#define X(e, n, g) Row{n, g},
    STATGREP_CLASSES(X)
#undef X
}};

}  // namespace

std::string_view name_of(Cls c) {
  return kRows[static_cast<size_t>(c)].name;
}

std::optional<Cls> class_from(std::string_view name) {
  for (size_t i = 0; i < kRows.size(); ++i)
    if (kRows[i].name == name) return static_cast<Cls>(i);
  return std::nullopt;
}

bool is_engine_class(Cls c) {
  return kRows[static_cast<size_t>(c)].engine;
}

}  // namespace statgrep
