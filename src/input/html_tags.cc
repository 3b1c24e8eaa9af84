// Tests: tests/unit/input_parts_test.cc
#include "html_tags.h"

#include <algorithm>

#include "statgrep/input/html.h"

namespace statgrep {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// One past the tag's '>', which does not stand in a quoted value.
size_t tag_end(std::string_view page, size_t at) {
  char quote = 0;
  for (bool value = false; at < page.size(); ++at) {
    const char c = page[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return at + 1;
    } else if ((c == '"' || c == '\'') && value) {
      quote = c;
    }
    if (!is_blank(c)) value = c == '=';
  }
  return page.size();
}

std::string resolved(std::string_view value) {
  std::string out;
  for (size_t i = 0; i < value.size();) {
    if (const size_t n = value[i] == '&' ? html_entity(value.substr(i), out) : 0; n > 0)
      i += n;
    else
      out += value[i++];
  }
  return out;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

HtmlTag html_tag_at(std::string_view page, size_t at) {
  HtmlTag tag;
  size_t i = at + 1;
  if (i < page.size() && page[i] == '/') {
    tag.closes = true;
    ++i;
  }
  if (i >= page.size() || !is_letter(page[i])) return tag;
  const size_t first = i;
  while (i < page.size() && !is_blank(page[i]) && page[i] != '>' && page[i] != '/') ++i;
  tag.name = lower_ascii(page.substr(first, i - first));
  tag.end = tag_end(page, i);
  tag.attributes = page.substr(i, tag.end - i);
  return tag;
}

std::string html_attribute(std::string_view attributes, std::string_view name) {
  for (size_t i = 0; i < attributes.size();) {
    while (i < attributes.size() && (is_blank(attributes[i]) || attributes[i] == '/')) ++i;
    const size_t first = i;
    while (i < attributes.size() && !is_blank(attributes[i]) && attributes[i] != '=' && attributes[i] != '>')
      ++i;
    const std::string said = lower_ascii(attributes.substr(first, i - first));
    while (i < attributes.size() && is_blank(attributes[i])) ++i;
    std::string_view value;
    if (i < attributes.size() && attributes[i] == '=') {
      ++i;
      while (i < attributes.size() && is_blank(attributes[i])) ++i;
      const char quote =
          i < attributes.size() && (attributes[i] == '"' || attributes[i] == '\'') ? attributes[i] : 0;
      const size_t begin = quote != 0 ? ++i : i;
      while (i < attributes.size() &&
             (quote != 0 ? attributes[i] != quote : !is_blank(attributes[i]) && attributes[i] != '>'))
        ++i;
      value = attributes.substr(begin, i - begin);
      if (quote != 0 && i < attributes.size()) ++i;
    } else if (i == first) {
      ++i;  // a stray mark
    }
    if (said == name) return resolved(value);
  }
  return "";
}

size_t html_comment_end(std::string_view page, size_t at) {
  const std::string_view rest = page.substr(at);
  const auto past = [&](std::string_view mark, size_t from) {
    const size_t found = page.find(mark, from);
    return found == std::string_view::npos ? page.size() : found + mark.size();
  };
  if (rest.starts_with("<!--")) return past("-->", at + 4);
  if (rest.starts_with("<![CDATA[")) return past("]]>", at + 9);
  if (rest.starts_with("<!") || rest.starts_with("<?")) return past(">", at + 2);
  return 0;
}

size_t html_raw_end(std::string_view page, size_t at, std::string_view name) {
  for (; (at = page.find("</", at)) != std::string_view::npos; at += 2) {
    const std::string_view rest = page.substr(at + 2, name.size() + 1);
    if (rest.size() > name.size() && lower_ascii(rest.substr(0, name.size())) == name &&
        !is_letter(rest.back()))
      return at;
  }
  return page.size();
}

}  // namespace statgrep
