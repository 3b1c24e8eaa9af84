#include "statgrep/resolve/heads.h"

#include <catch2/catch.hpp>

#include "layers/resolved.h"

using namespace statgrep;
using namespace statgrep::test;

TEST_CASE("a forecast of growth is growth, with its status") {
  check({{"The bank kept its growth forecast of 3.2 percent.", "growth: growth 3.2 % forecast"},
         {"The export growth target is 5 percent.", "export: growth 5 % target"},
         {"It cut its forecast for wheat output to 31 million tonnes.",
          "wheat output: level 31000000 t forecast"},
         {"The ministry has a target for new homes of 300,000.", "new homes: level 300000 home target"}});
}

TEST_CASE("a lone forecast is of what was spoken of before") {
  check({{"Inflation was 2.4 percent. The forecast is 2.1 percent.",
          "inflation: level 2.4 %; inflation: level 2.1 % forecast"}});
}

TEST_CASE("an earlier forecast is a previous figure") {
  check({{"The earlier inflation forecast was 2.6 percent.", "inflation: level 2.6 % previous"}});
}

TEST_CASE("a low that is reached is the subject's") {
  check({{"Inflation eased to a six-year low of 3.2 percent.", "inflation: level 3.2 %"},
         {"The jobless rate hit a record high of 12.1 percent.", "jobless rate: level 12.1 %"},
         {"Coal output climbed to an all-time peak of 31 million tonnes.", "coal output: level 31000000 t"}});
}
