// Indicators and places by their names in every language: patterns/catalogue/.
//
// The image must outlive the Catalogue and stay where it is. Const and
// thread-safe; a look-up hashes its argument once and allocates nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/pack/compile.h"
#include "statgrep/pack/image.h"
#include "statgrep/pack/name_words.h"

namespace statgrep {

// What the ids of places begin with, which are no indicators.
inline constexpr std::string_view kPlaceIds = "area.";

class Catalogue {
 public:
  // nullopt: not an image of compile_catalogue in this version.
  static std::optional<Catalogue> over(std::span<const char> image);

  // The id of what has a name with these content_words, or "". Ids of places begin with "area.".
  std::string_view id_of(std::string_view words) const;

  // The files that it was compiled from, for overlays.
  std::vector<PackFile> sources() const;

  uint64_t size_in_bytes() const;

 private:
  explicit Catalogue(const char* image) : image_(image) {}
  const char* image_;
};

// The other spellings of a name in a language, without itself.
using Spellings = std::function<std::vector<std::string>(const std::string& lang, const std::string& name)>;

// The files of the catalogue folder -> a flat image, or located errors: unknown
// key, entry without id or names, two entries of one id, one name in two
// entries of a language, a parent that is no entry, a circle of parents.
// Deterministic. Cost: linear in the names, some 10 ms for a thousand entries.
std::optional<std::vector<char>> compile_catalogue(std::vector<PackFile> files, const DroppedWords& dropped,
                                                   const Spellings& spellings, std::vector<Error>& errors);

}  // namespace statgrep
