// Tests: tests/unit/input_parts_test.cc
#include "sgml.h"

#include <algorithm>

#include "statgrep/input/dates.h"

namespace statgrep {
namespace {

struct Element {
  size_t begin = 0, end = 0;  // of what it holds; equal where it is not there
};

Element element(std::string_view story, std::string_view name) {
  const std::string open = "<" + std::string(name) + ">", close = "</" + std::string(name) + ">";
  const size_t at = story.find(open);
  if (at == std::string_view::npos) return {};
  const size_t begin = at + open.size();
  return {begin, std::min(story.find(close, begin), story.size())};
}

// The element's characters, line by line as printed.
void append(std::string_view story, Element e, HtmlText& out) {
  while (e.begin < e.end && static_cast<unsigned char>(story[e.begin]) <= ' ') ++e.begin;
  std::string character;
  for (size_t i = e.begin; i < e.end;) {
    character.clear();
    const size_t n = story[i] == '&' ? html_entity(story.substr(i, e.end - i), character) : 0;
    const size_t end = n > 0 ? i + n : std::min(story.find('&', i + 1), e.end);
    const auto text = static_cast<uint32_t>(out.text.size());
    const auto place = static_cast<uint32_t>(i);
    const bool goes_on =
        !out.steps.empty() && text - out.steps.back().text + out.steps.back().source == place;
    if (!goes_on) out.steps.push_back({text, place});
    if (n == 0)
      out.text += story.substr(i, end - i);
    else  // the wire's control characters are no text
      out.text += character.size() == 1 && static_cast<unsigned char>(character[0]) < ' ' ? " " : character;
    i = end;
  }
}

}  // namespace

WireStory read_wire_story(std::string_view story) {
  WireStory out;
  if (const size_t id = story.find("NEWID=\""); id != std::string_view::npos)
    out.id = story.substr(id + 7, std::min(story.find('"', id + 7), story.size()) - id - 7);
  const Element date = element(story, "DATE");
  out.text.date = metadata_date(story.substr(date.begin, date.end - date.begin));
  const Element body = element(story, "BODY");
  const Element parts[] = {element(story, "TITLE"), element(story, "DATELINE"),
                           body.end > 0 ? body : Element{}};
  for (const Element& part : parts) {
    if (part.begin >= part.end) continue;
    const bool goes_on =
        &part == &parts[2] && out.text.text.ends_with(' ');  // "TAIPEI, March 3 - " | the body
    if (!out.text.text.empty() && !goes_on) out.text.text += "\n\n";
    append(story, part, out.text);
  }
  return out;
}

}  // namespace statgrep
