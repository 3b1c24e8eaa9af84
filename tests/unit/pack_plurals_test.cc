#include "statgrep/pack/plurals.h"

#include <catch2/catch.hpp>
#include <string>

#include "layers/english.h"
#include "statgrep/pack/words.h"

using namespace statgrep;
using statgrep::test::english;

namespace {

bool participle(const std::string& word) {
  std::string folded;
  fold_word(word, folded);
  return has_suffix(english(), folded, Cls::participle_suffix);
}

}  // namespace

TEST_CASE("a word is left alone where no plural of that form is known") {
  for (const char* word : {"vehicle", "business", "", "s", "5", "\xE2\x80\x99"})
    CHECK(singular_of(english(), word) == word);
}

TEST_CASE("the list of a language goes before its endings") {
  CHECK(singular_of(english(), "women") == "woman");
  CHECK(singular_of(english(), "factories") == "factory");
  CHECK(singular_of(english(), "Vans") == "Van");
}

TEST_CASE("a curly apostrophe does not break the singular") {
  // Folded it is shorter than printed.
  for (const char* word : {"’s", "mill’s", "’", "a’s", "’’’s"}) {
    INFO(word);
    const std::string singular = singular_of(english(), word);
    CHECK(std::string(word).substr(0, singular.size()) == singular);
  }
}

TEST_CASE("an ending needs something before it") {
  CHECK(participle("offering"));
  CHECK(participle("OFFERING"));
  CHECK_FALSE(participle("ing"));
  CHECK_FALSE(participle("offer"));
  CHECK_FALSE(participle(""));
}
