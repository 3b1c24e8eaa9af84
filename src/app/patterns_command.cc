#include "messages.h"
#include "statgrep/app/commands.h"

namespace statgrep {

int run_patterns_test(const Options& options) {
  const auto packs = load_packs_or_say(options.patterns_arg);
  return packs ? kFound : kTrouble;
}

int run_patterns_list(const Options& options) {
  const auto packs = load_packs_or_say(options.patterns_arg);
  return packs ? kFound : kTrouble;
}

}  // namespace statgrep
