// Tests: tests/unit/input_parts_test.cc
//
// One pass over the tags. What is between them goes to segments, each with its
// place and whether it stood in the page's article; the text is put together
// from those that are kept. An element that is left out counts the elements of
// its own name inside, so that it ends where it should; if the page ends first,
// it was never closed, and the pass is made again without it.
#include "statgrep/input/html.h"

#include <algorithm>
#include <array>
#include <set>

#include "html_tags.h"
#include "statgrep/input/dates.h"

namespace statgrep {
namespace {

using namespace std::string_view_literals;

constexpr std::array kRaw = {"script"sv,   "style"sv,    "textarea"sv, "title"sv,
                             "noscript"sv, "template"sv, "iframe"sv};
constexpr std::array kLeftOut = {"nav"sv,    "footer"sv, "aside"sv,  "form"sv,   "svg"sv,    "select"sv,
                                 "button"sv, "menu"sv,   "dialog"sv, "object"sv, "canvas"sv, "figure"sv};
constexpr std::array kInline = {"a"sv,     "abbr"sv, "acronym"sv, "b"sv,     "bdi"sv,  "bdo"sv,    "big"sv,
                                "cite"sv,  "code"sv, "data"sv,    "del"sv,   "dfn"sv,  "em"sv,     "font"sv,
                                "i"sv,     "ins"sv,  "kbd"sv,     "mark"sv,  "q"sv,    "rp"sv,     "rt"sv,
                                "ruby"sv,  "s"sv,    "samp"sv,    "small"sv, "span"sv, "strike"sv, "strong"sv,
                                "sub"sv,   "sup"sv,  "time"sv,    "tt"sv,    "u"sv,    "var"sv,    "wbr"sv,
                                "label"sv, "img"sv};
constexpr std::array kDateNames = {"article:published_time"sv,
                                   "datepublished"sv,
                                   "date"sv,
                                   "pubdate"sv,
                                   "publishdate"sv,
                                   "publish-date"sv,
                                   "dc.date"sv,
                                   "dc.date.issued"sv,
                                   "dcterms.created"sv,
                                   "parsely-pub-date"sv,
                                   "sailthru.date"sv,
                                   "weibo:article:create_at"sv};

template <size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

enum class Break : uint8_t { none, blank, cell, line, paragraph };

struct Segment {
  size_t begin = 0, end = 0;  // in the page
  Break before = Break::none;
  bool article = false;
  bool heading = false;  // the page's own, from its head
};

class Page {
 public:
  Page(std::string_view page, const std::set<std::string>& unclosed) : page_(page), unclosed_(unclosed) {}

  // The name of an element that was left out and never closed, "" where there is none.
  std::string read() {
    size_t text = 0;
    for (size_t at = 0; (at = page_.find('<', at)) != std::string_view::npos;) {
      size_t end = html_comment_end(page_, at);
      HtmlTag tag;
      if (end == 0) {
        tag = html_tag_at(page_, at);
        end = tag.end;
      }
      if (end == 0) {  // "3 < 4"
        ++at;
        continue;
      }
      add(text, at);
      if (!tag.name.empty()) end = meet(tag, end);
      at = text = end;
    }
    add(text, page_.size());
    return left_out_;
  }

  HtmlText text() const {
    HtmlText out;
    const bool article = article_bytes_ > kLeast && article_bytes_ * 4 > all_bytes_;
    bool own_heading = false;
    for (const Segment& s : segments_)
      if (!s.heading && headings_.count(s.begin) != 0 && (s.article || !article)) own_heading = true;
    Break before = Break::none;
    for (const Segment& s : segments_) {
      if (s.heading ? own_heading : article && !s.article) {
        before = std::max(before, Break::paragraph);
        continue;
      }
      append(s, std::max(s.before, before), out);
      before = s.heading ? Break::paragraph : Break::none;
    }
    out.date = date_;
    return out;
  }

 private:
  static constexpr size_t kLeast = 200;  // bytes that make an article

  // What is between tags, unless it stands in what is left out.
  void add(size_t begin, size_t end) {
    if (begin >= end || !left_out_.empty()) return;
    const std::string_view text = page_.substr(begin, end - begin);
    const size_t first = text.find_first_not_of(" \t\r\n\f");
    if (first == std::string_view::npos) {
      next_ = std::max(next_, Break::blank);
      return;
    }
    if (first > 0) next_ = std::max(next_, Break::blank);
    segments_.push_back({begin + first, end, next_, in_article_ > 0, false});
    if (in_heading_) headings_.insert(begin + first);
    all_bytes_ += text.size();
    if (in_article_ > 0) article_bytes_ += text.size();
    next_ = Break::none;
  }

  // Returns where reading goes on.
  size_t meet(const HtmlTag& tag, size_t end) {
    if (!left_out_.empty()) {
      if (tag.name == left_out_ && (depth_ += tag.closes ? -1 : 1) == 0) left_out_.clear();
      return raw(tag) ? html_raw_end(page_, end, tag.name) : end;
    }
    const bool empty = tag.attributes.ends_with("/>");
    if (raw(tag)) return read_raw(tag, end);
    if (!tag.closes && !empty && among(kLeftOut, tag.name) && unclosed_.count(tag.name) == 0) {
      left_out_ = tag.name;
      depth_ = 1;
      next_ = std::max(next_, Break::paragraph);
      return end;
    }
    if (tag.name == "article" || tag.name == "main")
      in_article_ = std::max(0, in_article_ + (tag.closes ? -1 : 1));
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6')
      in_heading_ = !tag.closes && tag.name[1] == '1';
    if (tag.name == "meta") meta(tag.attributes);
    if (tag.name == "time" && !tag.closes && rank_ < 1) date(html_attribute(tag.attributes, "datetime"), 1);
    next_ = std::max(next_, break_of(tag));
    return end;
  }

  static bool raw(const HtmlTag& tag) { return !tag.closes && among(kRaw, tag.name); }

  size_t read_raw(const HtmlTag& tag, size_t end) {
    const size_t close = html_raw_end(page_, end, tag.name);
    if (tag.name == "title" && !titled_) {
      titled_ = true;
      segments_.push_back({end, close, Break::none, false, true});
    } else if (tag.name == "script" && html_attribute(tag.attributes, "type") == "application/ld+json") {
      json_ld(page_.substr(end, close - end));
    }
    return close;
  }

  static Break break_of(const HtmlTag& tag) {
    if (among(kInline, tag.name)) return Break::none;
    if (tag.name == "br" || tag.name == "tr" || tag.name == "li" || tag.name == "dd" || tag.name == "dt")
      return Break::line;
    if (tag.name == "td" || tag.name == "th") return Break::cell;
    return Break::paragraph;
  }

  void meta(std::string_view attributes) {
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = lower_ascii(html_attribute(attributes, key));
      if (name.empty() || !among(kDateNames, name)) continue;
      date(html_attribute(attributes, "content"), 2);
    }
  }

  // "datePublished": "2023-10-20T…", wherever in the data it stands.
  void json_ld(std::string_view data) {
    constexpr std::string_view kKey = "\"datePublished\"";
    const size_t key = data.find(kKey);
    if (key == std::string_view::npos) return;
    const size_t open = data.find('"', key + kKey.size());
    if (open == std::string_view::npos) return;
    date(std::string(data.substr(open + 1, data.find('"', open + 1) - open - 1)), 3);
  }

  // The best source of a date wins, of equal ones the first.
  void date(const std::string& said, int rank) {
    if (rank <= rank_) return;
    if (const auto day = metadata_date(said)) {
      date_ = day;
      rank_ = rank;
    }
  }

  void append(const Segment& s, Break before, HtmlText& out) const {
    const auto put = [&](std::string_view bytes, size_t source) {
      const auto text = static_cast<uint32_t>(out.text.size());
      const auto place = static_cast<uint32_t>(source);
      const bool goes_on =
          !out.steps.empty() && text - out.steps.back().text + out.steps.back().source == place;
      if (!goes_on) out.steps.push_back({text, place});
      out.text += bytes;
    };
    static constexpr std::array kBreaks = {""sv, " "sv, "  "sv, "\n"sv, "\n\n"sv};
    while (out.text.ends_with(' ') && before > Break::none) out.text.pop_back();
    while (!out.steps.empty() && out.steps.back().text > out.text.size()) out.steps.pop_back();
    if (!out.text.empty()) out.text += kBreaks[static_cast<size_t>(before)];
    std::string character;
    for (size_t i = s.begin; i < s.end;) {
      const char c = page_[i];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        size_t end = i;
        while (end < s.end && (page_[end] == ' ' || page_[end] == '\t' || page_[end] == '\n' ||
                               page_[end] == '\r' || page_[end] == '\f'))
          ++end;
        put(" ", i);
        i = end;
        continue;
      }
      character.clear();
      if (const size_t n = c == '&' ? html_entity(page_.substr(i, s.end - i), character) : 0; n > 0) {
        put(character == "\xC2\xA0" ? std::string_view(" ") : std::string_view(character), i);
        i += n;
        continue;
      }
      size_t end = std::min(page_.find_first_of(" \t\r\n\f&", i + 1), s.end);
      put(page_.substr(i, end - i), i);
      i = end;
    }
  }

  std::string_view page_;
  const std::set<std::string>& unclosed_;
  std::vector<Segment> segments_;
  std::set<size_t> headings_;  // where segments of <h1> begin
  std::string left_out_;
  int depth_ = 0, in_article_ = 0, rank_ = 0;
  bool in_heading_ = false, titled_ = false;
  size_t all_bytes_ = 0, article_bytes_ = 0;
  Break next_ = Break::none;
  std::optional<Date> date_;
};

}  // namespace

HtmlText text_of_html(std::string_view page) {
  std::set<std::string> unclosed;
  while (true) {
    Page reader(page, unclosed);
    const std::string never_closed = reader.read();
    if (never_closed.empty()) return reader.text();
    unclosed.insert(never_closed);  // at most once for each name that is left out
  }
}

std::string_view html_charset(std::string_view bytes) {
  constexpr size_t kLook = 4096;
  const std::string head = lower_ascii(bytes.substr(0, kLook));
  size_t at = head.find("charset");
  if (at == std::string::npos) return "";
  at = head.find_first_not_of(" \t=\"'", at + 7);
  if (at == std::string::npos) return "";
  return bytes.substr(at, std::min(head.find_first_of(" \t\r\n\"';>/", at), head.size()) - at);
}

}  // namespace statgrep
