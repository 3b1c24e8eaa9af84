#include "statgrep/base/trace.h"

#include <cstddef>
#include <iterator>

namespace statgrep {
namespace {

// Each table is in the order of its enum.
constexpr const char* kStages[] = {"prescan", "sentence", "token",  "annotation", "chunk",
                                   "match",   "resolve",  "record", "merge"};
constexpr const char* kVerdicts[] = {"made",  "prescan",      "no chunk",   "gate", "pattern",
                                     "guard", "overlap lost", "unresolved", "trap", "merged"};

static_assert(std::size(kStages) == static_cast<size_t>(Stage::merge) + 1);
static_assert(std::size(kVerdicts) == static_cast<size_t>(Verdict::merged) + 1);

}  // namespace

const char* name_of(Stage stage) {
  return kStages[static_cast<size_t>(stage)];
}
const char* name_of(Verdict verdict) {
  return kVerdicts[static_cast<size_t>(verdict)];
}

}  // namespace statgrep
