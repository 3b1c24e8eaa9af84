#include <catch2/catch.hpp>
#include <string>

#include "../src/pack/language_file.h"
#include "layers/pack_files.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

std::string mistakes(const std::string& text) {
  return complaints({{"language.json", text}});
}

}  // namespace

TEST_CASE("a pack says its script, whether words stand apart, and other spellings") {
  const Compiled xx(
      {{"language.json",
        "{\"script\": \"Han\", \"segmented\": false, \"variants\": [\"一 > 壹;\", \":: Null;\"]}"},
       {"lexicon/l.txt", "@noun\n一线城市\n"}});
  CHECK(xx.pack().script() == "Han");
  CHECK_FALSE(xx.pack().segmented());
  CHECK(is_a(xx.pack(), "一线城市", Cls::noun));
  CHECK(is_a(xx.pack(), "壹线城市", Cls::noun));
}

TEST_CASE("a pack without traits is of a segmented language in no known script") {
  const Compiled xx(lexicon("@noun\nsteel\n"));
  CHECK(xx.pack().script().empty());
  CHECK(xx.pack().segmented());
}

TEST_CASE("mistakes in a language's traits are told with their places") {
  CHECK(mistakes("[]") == "xx/language.json:1:1: a language's traits are an object");
  CHECK(mistakes("{\"script\": \"Klingonese\"}") == "xx/language.json:1:12: there is no script 'Klingonese'");
  CHECK(mistakes("{\n \"segments\": true}") == "xx/language.json:2:2: 'segments' is no trait of a language");
  CHECK(mistakes("{\"variants\": [\":: No-Such-Way;\"]}").find("xx/language.json") == 0);
}
