// Two rules of the source tree that no compiler checks:
//   layers  a lower layer includes no upper one, siblings of a layer never meet
//   words   no string in C++ holds a letter outside ASCII: words are data
// Prints file:line of each offence; exit 1 where there is one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::map<std::string, int> kLayers = {
    {"base", 0},  {"model", 1},   {"pack", 2},   {"input", 3}, {"text", 3}, {"annotate", 3},
    {"match", 3}, {"resolve", 3}, {"record", 3}, {"write", 3}, {"app", 4},
};

struct Source {
  fs::path path;
  std::string folder;  // below src/ or include/statgrep/
  std::vector<std::string> lines;
};

std::vector<Source> read_sources(const fs::path& root) {
  std::vector<Source> sources;
  for (const fs::path& top : {root / "src", root / "include" / "statgrep"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top)) {
      const auto extension = entry.path().extension();
      if (extension != ".cc" && extension != ".h") continue;
      Source source{entry.path(), entry.path().lexically_relative(top).begin()->string(), {}};
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) source.lines.push_back(line);
      sources.push_back(std::move(source));
    }
  }
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return sources;
}

int report(const Source& source, size_t line, const std::string& message) {
  std::cout << source.path.string() << ':' << line + 1 << ": " << message << '\n';
  return 1;
}

int check_layers(const Source& source) {
  static const std::regex include(R"re(^\s*#\s*include\s*"(?:statgrep/)?([a-z_]+)/)re");
  const auto own = kLayers.find(source.folder);
  if (own == kLayers.end()) return report(source, 0, "folder " + source.folder + " belongs to no layer");
  int offences = 0;
  for (size_t i = 0; i < source.lines.size(); ++i) {
    std::smatch match;
    if (!std::regex_search(source.lines[i], match, include)) continue;
    const auto other = kLayers.find(match[1]);
    if (other == kLayers.end()) {
      offences += report(source, i, "includes a folder of no layer: " + match[1].str());
    } else if (other->second > own->second) {
      offences += report(source, i, source.folder + " reaches up to " + other->first);
    } else if (other->second == own->second && other->first != own->first) {
      offences += report(source, i, source.folder + " includes its sibling " + other->first);
    }
  }
  return offences;
}

// The text of a line that is not comment. Good enough for this tree: block
// comments are not used in it, and "//" in a string is followed by a quote.
std::string without_comment(const std::string& line) {
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (quoted && line[i] == '\\') {
      ++i;
    } else if (line[i] == '"' && (i == 0 || line[i - 1] != '\'')) {
      quoted = !quoted;
    } else if (!quoted && line.compare(i, 2, "//") == 0) {
      return line.substr(0, i);
    }
  }
  return line;
}

// Whether a code point is a letter: everything from Latin-1's letters on, but
// for the blocks of punctuation and symbols.
bool is_letter(char32_t c) {
  if (c < 0xAA || c == 0xAB || c == 0xD7 || c == 0xF7) return false;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c >= 0x2000 && c < 0x2C00) return false;  // punctuation to arrows and dingbats
  if (c >= 0x2E00 && c < 0x3040) return false;  // supplemental and CJK punctuation
  if (c >= 0xFE00 && c < 0xFE70) return false;  // variation selectors, forms of punctuation
  if (c >= 0xFF00 && c < 0xFF21) return false;  // full-width digits and signs
  return c < 0xFFE0;
}

bool has_foreign_letter(const std::string& text) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (int k = 1; k < length && i + k < text.size(); ++k) code = code << 6 | (text[i + k] & 0x3F);
    if (is_letter(code)) return true;
    i += length;
  }
  // The same letters written as escapes.
  static const std::regex escaped(R"re(\\u([0-9a-fA-F]{4}))re");
  for (std::sregex_iterator it(text.begin(), text.end(), escaped), end; it != end; ++it) {
    if (is_letter(static_cast<char32_t>(std::stoul((*it)[1], nullptr, 16)))) return true;
  }
  return false;
}

int check_words(const Source& source) {
  int offences = 0;
  for (size_t i = 0; i < source.lines.size(); ++i) {
    if (has_foreign_letter(without_comment(source.lines[i]))) {
      offences += report(source, i, "a word of a language belongs in patterns/");
    }
  }
  return offences;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 3 ? argv[1] : "";
  if (what != "layers" && what != "words") {
    std::cerr << "usage: statgrep_source_check layers|words ROOT\n";
    return 2;
  }
  int offences = 0;
  for (const Source& source : read_sources(argv[2])) {
    offences += what == "layers" ? check_layers(source) : check_words(source);
  }
  return offences == 0 ? 0 : 1;
}
