#include "statgrep/pack/catalogue.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace statgrep;

namespace {

const DroppedWords kDropped = [](std::string_view word) { return word == "of" || word == "the"; };

std::vector<std::string> spelled(const std::string& lang, const std::string& name) {
  if (lang != "yy") return {};
  return {name + " twice"};
}

struct Made {
  explicit Made(const std::string& text) {
    std::vector<Error> errors;
    image = compile_catalogue({{"a.json", text}}, kDropped, spelled, errors);
    for (const Error& e : errors) mistakes += (mistakes.empty() ? "" : "\n") + to_string(e);
  }
  std::string id(const std::string& name) const {
    REQUIRE(image);
    return std::string(Catalogue::over(*image)->id_of(content_words(name, kDropped)));
  }
  std::optional<std::vector<char>> image;
  std::string mistakes;
};

std::string mistakes(const std::string& text) {
  return Made(text).mistakes;
}

}  // namespace

TEST_CASE("an indicator is found by each of its names in each language, whatever their order") {
  const Made made(R"([{"id": "steel.output", "names": {"xx": "steel output", "yy": "acier"},
                       "aliases": {"xx": ["the production of steel", "Steel"]}, "measure": "level", "unit": "t"},
                      {"id": "steel.price", "names": {"xx": "steel price"}, "parent": "steel.output"}])");
  CHECK(made.mistakes.empty());
  CHECK(made.id("steel output") == "steel.output");
  CHECK(made.id("Output of the steel") == "steel.output");
  CHECK(made.id("steel production") == "steel.output");
  CHECK(made.id("acier") == "steel.output");
  CHECK(made.id("twice acier") == "steel.output");  // the language's other spelling
  CHECK(made.id("steel price") == "steel.price");
  CHECK(made.id("crude steel output").empty());
  CHECK(made.id("").empty());
}

TEST_CASE("an image of something else is no catalogue") {
  const std::vector<char> other(256, 'x'), none;
  CHECK_FALSE(Catalogue::over(other));
  CHECK_FALSE(Catalogue::over(none));
}

TEST_CASE("mistakes in a catalogue are told with their places") {
  CHECK(mistakes("{}") == "catalogue/a.json:1:1: a catalogue's file is an array of entries");
  CHECK(mistakes("[1]") == "catalogue/a.json:1:2: an entry of the catalogue is an object");
  CHECK(mistakes(R"([{"names": {"xx": "a"}}])") == "catalogue/a.json:1:2: an entry without \"id\"");
  CHECK(mistakes(R"([{"id": "a"}])") == "catalogue/a.json:1:2: a: an entry without \"names\"");
  CHECK(mistakes(R"([{"id": "a b", "names": {"xx": "a"}}])") ==
        "catalogue/a.json:1:9: an id is made of letters, digits, '.', '_' and '-'");
  CHECK(mistakes(R"([{"id": "a", "names": "a"}])").find("names stand by language") != std::string::npos);
  CHECK(mistakes(R"([{"id": "a", "names": {"xx": "a"}, "colour": "red"}])") ==
        "catalogue/a.json:1:36: 'colour' is no field of an entry");
}

TEST_CASE("ids and names are each one entry's, and parents are entries") {
  CHECK(mistakes(R"([{"id": "a", "names": {"xx": "a"}}, {"id": "a", "names": {"xx": "b"}}])") ==
        "catalogue/a.json:1:37: a second entry with the id 'a'");
  CHECK(mistakes(R"([{"id": "a", "names": {"xx": "x y"}}, {"id": "b", "names": {"xx": "y of x"}}])") ==
        "catalogue/a.json:1:67: b: 'y of x' is also a name of a");
  CHECK(mistakes(R"([{"id": "a", "names": {"xx": "a"}, "parent": "b"}])") ==
        "catalogue/a.json:1:2: a: there is no 'b'");
  CHECK(mistakes(R"([{"id": "a", "names": {"xx": "a"}, "parent": "b"},
                     {"id": "b", "names": {"xx": "b"}, "parent": "a"}])")
            .find("go round in a circle") != std::string::npos);
}
