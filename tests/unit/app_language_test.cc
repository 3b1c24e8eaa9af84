#include "statgrep/app/language.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/chinese.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

std::string languages(const std::string& text, const std::string& asked = "auto") {
  std::string out;
  for (const LanguagePart& part : language_parts(builtin_packs(), asked, text))
    out += (out.empty() ? "" : " ") + (part.pack == nullptr ? "-" : std::string(part.pack->lang()));
  return out;
}

}  // namespace

TEST_CASE("a text's language is found by its script") {
  CHECK(languages("Exports rose 4 percent.") == "en");
  CHECK(languages("出口增长4%。") == "zh");
  CHECK(languages("新能源汽车（NEV）销量增长4%，GDP增长5%。") == "zh");
  CHECK(languages("Sales of 汽车 rose 4 percent, the ministry said on its site.") == "en");
}

TEST_CASE("the language that is asked for is taken") {
  CHECK(languages("出口增长4%。", "en") == "en");
  CHECK(languages("Exports rose 4 percent.", "zh") == "zh");
}

TEST_CASE("a mixed text is read paragraph by paragraph, in its own order") {
  const std::string text = "出口增长4%。\n\nImports rose 3 percent.\n\n产量下降2%。\n";
  CHECK(languages(text).size() > 2);
  const std::vector<Record> records =
      Pipeline(builtin_packs(), {}).run(document_of(text, std::nullopt), nullptr);
  REQUIRE(records.size() == 3);
  CHECK(records[0].indicator == "出口");
  CHECK(records[1].indicator == "imports");
  CHECK(records[2].indicator == "产量");
  CHECK(records[2].mentions[0].line == 5);
}
