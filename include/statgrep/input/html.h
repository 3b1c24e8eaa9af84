// A web page's article: its text with places in the page, and its date.
//
// What scripts, styles, navigation, forms and page furniture hold is left
// out; of a page with an <article> or <main> of any length only that is kept.
// Blocks part paragraphs, table rows are lines with two blanks between cells.
// No tree is built: nesting of any depth costs nothing, and what is never
// closed ends with the page. Pure; linear; `page` is valid UTF-8 below 4 GiB.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/date.h"
#include "statgrep/model/document.h"

namespace statgrep {

struct HtmlText {
  std::string text;
  std::vector<OffsetStep> steps;  // from `text` to the page
  std::optional<Date> date;       // of publication, as JSON-LD, meta or time elements say
};
HtmlText text_of_html(std::string_view page);

// The charset that a page declares in its first 4 KiB, "" where it does not.
std::string_view html_charset(std::string_view bytes);

// What "&name;" or "&#8211;" at the start of `text` stands for, as UTF-8, and
// how long it is; 0 where it is no character reference.
size_t html_entity(std::string_view text, std::string& out);

}  // namespace statgrep
