// The tags of a page, read one by one.
#pragma once

#include <string>
#include <string_view>

namespace statgrep {

struct HtmlTag {
  std::string name;             // in small letters
  bool closes = false;          // </name>
  std::string_view attributes;  // as printed
  size_t end = 0;               // one past it in the page
};

// The tag at page[at] == '<'; end == 0 where none is there ("3 < 4").
HtmlTag html_tag_at(std::string_view page, size_t at);

// The value of an attribute, references resolved; "" where it is not there.
std::string html_attribute(std::string_view attributes, std::string_view name);

// One past a comment, declaration or instruction at page[at] == '<'; 0: none is there.
size_t html_comment_end(std::string_view page, size_t at);

// The place of "</name" at or after `at`, or the page's end.
size_t html_raw_end(std::string_view page, size_t at, std::string_view name);

std::string lower_ascii(std::string_view text);

}  // namespace statgrep
