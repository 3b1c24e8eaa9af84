// How wide text is on a terminal, and how to make it fit.
//
// Width counts columns: two for wide East Asian characters, none for combining
// marks and other invisible ones. Input is valid UTF-8. Pure, thread-safe,
// linear in the text.
#pragma once

#include <string>
#include <string_view>

namespace statgrep {

int display_width(std::string_view text);

// The text for one cell of a terminal: control characters, line breaks among
// them, become blanks, so that no text can move the cursor or send commands.
std::string printable(std::string_view text);

enum class Elide { end, start };

// The text in at most `width` columns, an ellipsis in place of what was cut.
std::string fit(std::string_view text, int width, Elide where);

// The width of the terminal on file descriptor `fd`: COLUMNS, else what the
// terminal says, else 100.
int terminal_width(int fd);

}  // namespace statgrep
