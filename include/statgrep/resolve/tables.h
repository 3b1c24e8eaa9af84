// Tables printed as text: what their heading says of the rows under it.
#pragma once

#include "statgrep/resolve/scope.h"

namespace statgrep {

inline constexpr size_t kMostColumns = 8;  // of a table; a line with more is none

// "SEK million   Q3 2025   Q3 2024", "Percent change from a year earlier",
// "Division   Revenue   Like-for-like": what the heading's words say; periods
// are added by the caller, who can read them. Cells stand two spaces apart;
// the first one heads the rows' labels, unless the line is indented.
// One look-up a token. Pure.
Table read_table_heading(std::string_view text, const std::vector<Token>& tokens,
                         const SentenceAnalysis& heading, const Pack& pack);

// Gives the values of a row the column's period and the heading's unit; a
// currency that a row prints is that of the rows below. Frames
// that want a column where the text has none are removed; what went on from
// them goes on from where they did. Linear in frames. Thread-safe over distinct rows.
void fill_row(const std::vector<Token>& tokens, SentenceAnalysis& row, const Pack& pack, Table& table);

}  // namespace statgrep
