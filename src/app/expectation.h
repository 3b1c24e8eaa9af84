// A record as an example lists it, and as the pipeline made it, in one form.
#pragma once

#include <string>
#include <vector>

#include "statgrep/base/error.h"
#include "statgrep/model/record.h"
#include "statgrep/pack/located_json.h"

namespace statgrep {

// One field in canonical spelling: numbers without superfluous digits, periods
// as "start/end". Fields of an object have names of their own: versus_text.
struct Fact {
  std::string name;
  std::string json;
};
using Facts = std::vector<Fact>;

Facts facts_of(const Record& record);

// Mistakes (unknown field, wrong type) are appended to `errors`.
Facts facts_listed(const JsonNode& object, const std::string& file, std::vector<Error>& errors);

// Whether all that is listed was extracted, and nothing more of the fields that
// make a statement. Place, period, versus and attribution need not be listed;
// null says that the record has no such field.
bool agree(const Facts& listed, const Facts& extracted);

// One line of JSON, short enough to read and right to paste into an example;
// details (the period's words, …) only where `listed` has them.
std::string to_json(const Facts& facts, const Facts& listed);

}  // namespace statgrep
