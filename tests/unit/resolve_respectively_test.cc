#include "layers/resolved.h"

using namespace statgrep::test;

TEST_CASE("figures that stood apart before \"respectively\" were all of the first subject") {
  check({{"Imports of oil and gas were 317 tons and 75 tons, down by 2 percent and up by 9 percent, "
          "respectively.",
          "oil imports: level 317 t; gas imports: level 75 t; oil imports: growth -2 %; gas imports: growth "
          "9 %"},
         {"Exports and imports rose 3 percent and fell 2 percent, respectively.",
          "exports: growth 3 %; imports: growth -2 %"},
         {"Exports and imports were up 3 percent and down 2 percent, respectively.",
          "exports: growth 3 %; imports: growth -2 %"}});
}

TEST_CASE("one subject keeps figures that stand apart before \"respectively\"") {
  check({{"Output rose 3 percent and fell 2 percent in May and June, respectively.",
          "output: growth 3 %; output: growth -2 %"}});
}
