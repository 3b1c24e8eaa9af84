#include "messages.h"
#include "statgrep/app/commands.h"
#if __has_include("statgrep/app/explain.h")
#include "statgrep/app/explain.h"
#else
namespace statgrep {
std::string explain_text(const PackSet&, const std::string&, std::optional<Date>, std::string) {
  return "";
}
}  // namespace statgrep
#endif

namespace statgrep {

int run_explain(const Options& options) {
  const auto checked = check_options(options, false);
  if (const auto* error = std::get_if<Error>(&checked)) {
    say(*error);
    return kTrouble;
  }
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  return print(explain_text(*packs, options.text, std::get<CheckedOptions>(checked).date, options.lang));
}

}  // namespace statgrep
