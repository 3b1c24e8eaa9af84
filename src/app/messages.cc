#include "messages.h"

#include <cstdio>

#include "statgrep/app/options.h"
#include "statgrep/write/output.h"

namespace statgrep {

void say(const std::string& message) {
  std::fprintf(stderr, "statgrep: %s\n", message.c_str());
}

void say(const Error& error) {
  say(to_string(error));
}

std::unique_ptr<PackSet> load_packs_or_say(const std::string& patterns_dir) {
  LoadedPacks loaded = load_packs(patterns_dir);
  for (const Error& error : loaded.errors) say(error);
  if (!loaded.errors.empty()) return nullptr;
  return std::move(loaded.packs);
}

bool known_language_or_say(const PackSet& packs, const std::string& lang) {
  if (lang == "auto" || packs.find(lang) != nullptr) return true;
  std::string known = "auto";
  for (const Pack& pack : packs.packs()) known += ", " + std::string(pack.lang());
  say("--lang: no patterns for \"" + lang + "\"; known are: " + known);
  return false;
}

int print(const std::string& text) {
  Output output;
  if (const auto error = output.write(text)) {
    say(*error);
    return kTrouble;
  }
  return kFound;
}

}  // namespace statgrep
