#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/app/explain.h"

namespace statgrep {

int run_explain(const Options& options) {
  const auto checked = check_options(options, false);
  if (const auto* error = std::get_if<Error>(&checked)) {
    say(*error);
    return kTrouble;
  }
  const auto packs = load_packs_or_say(options.patterns);
  if (!packs || !known_language_or_say(*packs, options.lang)) return kTrouble;
  const auto explain = options.json ? explain_json : explain_text;
  return print(
      explain(*packs, options.text, std::get<CheckedOptions>(checked).date, options.lang, options.verbose));
}

}  // namespace statgrep
