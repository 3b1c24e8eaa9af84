// What a start costs when rules are RE2 programs, against the image used in
// place. Every frame rule of the built-in English pack is written as an RE2 over
// one byte a class (atoms become byte classes; transparent chunks, which RE2
// cannot step over, are left out, so that the patterns are smaller than the
// real ones). Prints milliseconds, the best of several runs, and their ratio.
#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "statgrep/pack/located_json.h"
#include "statgrep/pack/pack_set.h"

namespace {

using Macros = std::map<std::string, std::string>;

std::string expand(std::string text, const Macros& macros) {
  for (const auto& [name, value] : macros) {
    const std::string used = "$" + name;
    for (size_t at = text.find(used); at != std::string::npos; at = text.find(used, at))
      text.replace(at, used.size(), value);
  }
  return text;
}

// A class or word -> one byte of its own, above the ASCII marks of a pattern.
std::string byte_class(const std::string& names, std::map<std::string, int>& bytes) {
  std::string out = "[";
  for (size_t at = 0; at <= names.size();) {
    const size_t end = std::min(names.find('|', at), names.size());
    const int code =
        0x80 + bytes.emplace(names.substr(at, end - at), static_cast<int>(bytes.size())).first->second % 0x7F;
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned>(code));
    out += hex;
    at = end + 1;
  }
  return out + "]";
}

std::string as_regex(const std::string& pattern, std::map<std::string, int>& bytes) {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '{' && !std::isdigit(static_cast<unsigned char>(pattern[i + 1]))) {
      const size_t close = pattern.find('}', i);
      std::string inside = pattern.substr(i + 1, close - i - 1);
      const size_t colon = inside.find(':');
      const bool captured = colon != std::string::npos;
      if (captured) inside.erase(0, colon + 1);
      out += captured ? "(" + byte_class(inside, bytes) + ")" : byte_class(inside, bytes);
      i = close;
    } else if (c == '*') {
      out += "{0,12}";
    } else if (c == '+') {
      out += "{1,12}";
    } else if (std::isalpha(static_cast<unsigned char>(c))) {
      size_t end = i;
      while (end < pattern.size() && std::isalpha(static_cast<unsigned char>(pattern[end]))) ++end;
      out += byte_class(pattern.substr(i, end - i), bytes);
      i = end - 1;
    } else if (c != ' ' && c != '!' && c != '^' && c != '$') {
      out += c;
    }
  }
  return out;
}

std::vector<std::string> frame_patterns(const statgrep::Pack& pack) {
  std::vector<statgrep::Error> errors;
  Macros macros;
  std::vector<std::string> out;
  std::map<std::string, int> bytes;
  for (const statgrep::SourceFile& f : pack.sources())
    if (pack.text(f.path) == "macros.json") {
      const auto root = statgrep::parse_located(pack.text(f.text), "macros.json", errors);
      for (const auto& m : root->members) macros[m.key] = m.value.string;
    }
  for (const statgrep::SourceFile& f : pack.sources()) {
    if (!pack.text(f.path).starts_with("rules/")) continue;
    const auto root = statgrep::parse_located(pack.text(f.text), std::string(pack.text(f.path)), errors);
    for (const statgrep::JsonNode& rule : root->items) {
      const statgrep::JsonNode& match = *rule.find("match");
      std::string pattern = match.string;  // a long one is an array of strings
      for (const statgrep::JsonNode& part : match.items) pattern += ' ' + part.string;
      out.push_back(as_regex(expand(std::move(pattern), macros), bytes));
    }
  }
  return out;
}

template <typename Run>
double best_ms(Run run) {
  double best = 1e9;
  for (int i = 0; i < 7; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(
        best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

}  // namespace

int main() {
  const auto loaded = statgrep::load_packs("");
  const statgrep::Pack* english = loaded.packs->find("en");
  const std::vector<std::string> patterns = frame_patterns(*english);
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);
  size_t compiled = 0;
  const double re2 = best_ms([&] {
    std::vector<std::unique_ptr<RE2>> all;
    compiled = 0;
    for (const std::string& p : patterns) {
      all.push_back(std::make_unique<RE2>(p, options));
      compiled += all.back()->ok() ? 1 : 0;
    }
  });
  const double image = best_ms([] { (void)statgrep::load_packs(""); });
  std::printf("frame rules                    %8zu\n", patterns.size());
  std::printf("of which RE2 compiles          %8zu\n", compiled);
  std::printf("compiling them with RE2        %8.3f ms\n", re2);
  std::printf("opening the whole pack's image %8.3f ms\n", image);
  std::printf("ratio                          %8.0f\n", re2 / std::max(image, 1e-6));
  return 0;
}
