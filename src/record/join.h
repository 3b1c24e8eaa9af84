// Joining two records of one statement, field by field. While records are
// being joined their mentions are open: the smallest first, the others in any
// order and perhaps repeated.
#pragma once

#include "statgrep/model/record.h"

namespace statgrep {

// A record as it comes from anywhere to one with open mentions.
void open_mentions(Record& record);

// Joins `from` into `into`, both open. Commutative and associative for records
// of equal keys, up to settle_mentions. O(mentions of `from`).
void fold(Record& into, Record from);

// Sorts the mentions by source, start and end, and keeps each place once.
void settle_mentions(Record& record);

}  // namespace statgrep
