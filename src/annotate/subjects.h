// Whom the clause of an amount is about.
#pragma once

#include <vector>

#include "clause.h"

namespace statgrep {

// Adds to `found` the subject of the clause that holds chunk `c`, over asides,
// relative pronouns and shared verbs; nothing where a person is spoken of.
// `measured`: the amount has a phrase already, so "it" needs none. Cost: linear
// in the sentence. Thread-safe.
void add_subject(const Clause& clause, uint32_t c, bool measured, std::vector<TokenRange>& found);

// "Properties including: … $5 million, … $3 million": items below what opens
// the list. Cost: linear in the sentence. Thread-safe.
void add_heading(const Clause& clause, uint32_t c, std::vector<TokenRange>& found);

// "Get the camera for $99": with no subject, the object. Cost: linear in the
// sentence. Thread-safe.
void add_object(const Clause& clause, uint32_t c, std::vector<TokenRange>& found);

}  // namespace statgrep
