// Tests: tests/unit/pack_catalogue_test.cc
#include "catalogue_file.h"

#include <algorithm>
#include <array>

#include "statgrep/pack/located_json.h"

namespace statgrep {
namespace {

using Kind = JsonNode::Kind;

class Reader {
 public:
  Reader(const std::string& file, std::vector<Error>& errors) : file_(file), errors_(errors) {}

  void entry(const JsonNode& n, std::vector<CatalogueEntry>& out) {
    if (n.kind != Kind::object) return fail(n, "an entry of the catalogue is an object");
    CatalogueEntry e{.file = file_, .line = n.line, .column = n.column, .id = {}, .parent = {}, .names = {}};
    for (const JsonMember& m : n.members) member(m, e);
    if (e.id.empty()) return fail(n, "an entry without \"id\"");
    if (e.names.empty()) return fail(n, e.id + ": an entry without \"names\"");
    out.push_back(std::move(e));
  }

  void fail(const JsonNode& at, const std::string& what) {
    errors_.push_back({file_, at.line, at.column, what});
  }

 private:
  void member(const JsonMember& m, CatalogueEntry& e) {
    constexpr std::array<std::string_view, 2> kPlain = {"measure", "unit"};
    if (m.key == "id") {
      e.id = id(m.value);
    } else if (m.key == "parent") {
      e.parent = m.value.string;
    } else if (m.key == "names" || m.key == "aliases") {
      names(m.value, e);
    } else if (std::find(kPlain.begin(), kPlain.end(), m.key) == kPlain.end()) {
      errors_.push_back({file_, m.key_line, m.key_column, "'" + m.key + "' is no field of an entry"});
    } else if (m.value.kind != Kind::string) {
      fail(m.value, "\"" + m.key + "\" is a string");
    }
  }

  std::string id(const JsonNode& n) {
    const auto allowed = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
             c == '_' || c == '-';
    };
    if (n.kind != Kind::string || n.string.empty() || !std::all_of(n.string.begin(), n.string.end(), allowed))
      fail(n, "an id is made of letters, digits, '.', '_' and '-'");
    return n.string;
  }

  // {"en": "…"} or {"en": ["…", "…"]}
  void names(const JsonNode& n, CatalogueEntry& e) {
    if (n.kind != Kind::object) return fail(n, "names stand by language: {\"en\": \"…\"}");
    for (const JsonMember& m : n.members) {
      if (m.value.kind == Kind::string) name(m.key, m.value, e);
      for (const JsonNode& item : m.value.items) name(m.key, item, e);
    }
  }

  void name(const std::string& lang, const JsonNode& n, CatalogueEntry& e) {
    if (n.kind != Kind::string || n.string.empty()) return fail(n, e.id + ": a name is a string");
    e.names.push_back({lang, n.string, n.line, n.column});
  }

  const std::string& file_;
  std::vector<Error>& errors_;
};

}  // namespace

std::vector<CatalogueEntry> read_catalogue_file(std::string_view text, const std::string& file,
                                                std::vector<Error>& errors) {
  std::vector<CatalogueEntry> out;
  const std::optional<JsonNode> root = parse_located(text, file, errors);
  if (!root) return out;
  Reader reader(file, errors);
  if (root->kind != Kind::array) return reader.fail(*root, "a catalogue's file is an array of entries"), out;
  for (const JsonNode& n : root->items) reader.entry(n, out);
  return out;
}

}  // namespace statgrep
