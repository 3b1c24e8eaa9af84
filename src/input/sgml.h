// Wire stories between <REUTERS …> and </REUTERS>, as the Reuters-21578
// collection prints them.
#pragma once

#include <string>
#include <string_view>

#include "statgrep/input/html.h"

namespace statgrep {

struct WireStory {
  HtmlText text;   // title, dateline and body; date of the <DATE>
  std::string id;  // of NEWID
};
WireStory read_wire_story(std::string_view story);

}  // namespace statgrep
