// Tests: tests/unit/pack_language_test.cc
#include "language_file.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

#include "statgrep/pack/located_json.h"

namespace statgrep {
namespace {

bool is_script(const std::string& name) {
  UScriptCode code;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getCode(name.c_str(), &code, 1, &status) == 1 && U_SUCCESS(status) != 0;
}

}  // namespace

LanguageTraits read_language_traits(std::string_view text, const std::string& file,
                                    std::vector<Error>& errors) {
  LanguageTraits out;
  const std::optional<JsonNode> root = parse_located(text, file, errors);
  if (!root) return out;
  const auto fail = [&](const JsonNode& at, const std::string& what) {
    errors.push_back({file, at.line, at.column, what});
  };
  if (root->kind != JsonNode::Kind::object) return fail(*root, "a language's traits are an object"), out;
  for (const JsonMember& m : root->members) {
    if (m.key == "script" && m.value.kind == JsonNode::Kind::string) {
      out.script = m.value.string;
      if (!is_script(out.script)) fail(m.value, "there is no script '" + out.script + "'");
    } else if (m.key == "segmented" && m.value.kind == JsonNode::Kind::boolean) {
      out.segmented = m.value.boolean;
    } else if (m.key == "variants" && m.value.kind == JsonNode::Kind::array) {
      for (const JsonNode& rule : m.value.items) out.variants.push_back(rule.string);
    } else {
      errors.push_back({file, m.key_line, m.key_column, "'" + m.key + "' is no trait of a language"});
    }
  }
  return out;
}

std::function<std::vector<std::string>(const std::string&)> spelling_variants(
    const std::vector<std::string>& rules, const std::string& file, std::vector<Error>& errors) {
  std::vector<std::shared_ptr<icu::Transliterator>> ways;
  for (const std::string& rule : rules) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    std::shared_ptr<icu::Transliterator> way(icu::Transliterator::createFromRules(
        "variant", icu::UnicodeString::fromUTF8(rule), UTRANS_FORWARD, where, status));
    if (way == nullptr || U_FAILURE(status) != 0)
      errors.push_back({file, 0, 0, "'" + rule + "': " + u_errorName(status)});
    else
      ways.push_back(std::move(way));
  }
  return [ways](const std::string& phrase) {
    std::vector<std::string> out;
    for (const auto& way : ways) {
      icu::UnicodeString text = icu::UnicodeString::fromUTF8(phrase);
      way->transliterate(text);
      std::string variant;
      text.toUTF8String(variant);
      if (variant != phrase && std::find(out.begin(), out.end(), variant) == out.end())
        out.push_back(std::move(variant));
    }
    return out;
  };
}

}  // namespace statgrep
