// One file of patterns/catalogue/ -> its entries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

struct CatalogueName {
  std::string lang;
  std::string text;
  int line = 0;
  int column = 0;
};

struct CatalogueEntry {
  std::string file;
  int line = 0;
  int column = 0;
  std::string id;  // "invest.fixed_asset"
  std::string parent;
  std::vector<CatalogueName> names;  // and aliases
};

// Entries with every mistake in `errors` as file:line:column. Linear.
std::vector<CatalogueEntry> read_catalogue_file(std::string_view text, const std::string& file,
                                                std::vector<Error>& errors);

}  // namespace statgrep
