// Tests: tests/unit/text_sentences_test.cc
#include "statgrep/text/sentences.h"

#include <algorithm>

namespace statgrep {
namespace {

// No sentence of a language is longer; cutting there keeps every later stage,
// some of which look back and forth within a sentence, linear in the text.
constexpr uint32_t kMaxTokens = 400;
constexpr size_t kWrapLeast = 50;   // shorter lines are a table's or a list's
constexpr size_t kIndent = 3;       // spaces; more open a paragraph
constexpr size_t kWrapLimit = 110;  // a longer line is a paragraph, not a wrapped line

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, const Pack& pack)
      : text_(text),
        tokens_(tokens),
        pack_(pack),
        wrap_(pack.segmented() ? wrap_width() : 0),  // no word is broken where none stand apart
        opens_indented_(first_lines_indented()) {}

  std::vector<Sentence> run() {
    uint32_t first = 0;
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      bool last = i + 1 == tokens_.size();
      Break b = last ? Break::paragraph : line_break(i);
      bool full = i + 1 - first >= kMaxTokens;
      if (b == Break::none && !full && !ends_sentence(i)) continue;
      close(first, i + 1);
      first = i + 1;
      if (b == Break::paragraph) ++paragraph_;
    }
    for (size_t i = out_.size(); i-- > 1;)  // what a table's title says is needed for its rows
      if (out_[i].heading && out_[i].countable && out_[i - 1].heading) out_[i - 1].countable = true;
    return std::move(out_);
  }

 private:
  enum class Break { none, line, paragraph };

  // The longest line where lines look wrapped; 0 where a line is a paragraph.
  size_t wrap_width() const {
    size_t longest = 0, lines = 0;
    for (size_t at = 0; at < text_.size(); ++lines) {
      size_t nl = std::min(text_.find('\n', at), text_.size());
      longest = std::max(longest, nl - at);
      at = nl + 1;
    }
    return longest >= kWrapLeast && longest <= kWrapLimit && lines > 3 ? longest : 0;
  }

  // Whether paragraphs open with an indented line and go on flush left.
  bool first_lines_indented() const {
    bool before = false;
    for (size_t at = 0; at < text_.size();) {
      const size_t nl = std::min(text_.find('\n', at), text_.size());
      const size_t indent = std::min(text_.find_first_not_of(' ', at), nl) - at;
      if (before && indent == 0 && nl > at) return true;
      before = indent > kIndent && at + indent < nl;
      at = nl + 1;
    }
    return false;
  }

  Break line_break(uint32_t i) const {
    std::string_view between =
        text_.substr(tokens_[i].span.end, tokens_[i + 1].span.begin - tokens_[i].span.end);
    size_t lines = static_cast<size_t>(std::count(between.begin(), between.end(), '\n'));
    if (lines == 0) return Break::none;
    if (lines > 1) return Break::paragraph;
    if (wrap_ == 0) return Break::paragraph;
    return continues_line(i) ? Break::none : Break::line;
  }

  // "Pears ....  1.5     0.7": a line of a table is not wrapped.
  bool in_cells(size_t begin) const {
    constexpr std::string_view kApart = "   ";
    std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const size_t gap = line.find(kApart);
    return gap != std::string_view::npos && line.find_first_not_of(' ', gap) != std::string_view::npos;
  }

  // "Net 4.1 mln vs 3.8 mln": one line of a company's results, and another.
  bool compares(size_t begin, uint32_t inside) const {
    const size_t end = std::min(text_.find('\n', begin), text_.size());
    const auto versus = [&](uint32_t i) { return tokens_[i].cls.meets(pack_.family(Cls::comp_with)); };
    for (uint32_t i = inside; i < tokens_.size() && tokens_[i].span.begin < end; ++i)
      if (versus(i)) return true;
    for (uint32_t i = inside; i-- > 0 && tokens_[i].span.begin >= begin;)
      if (versus(i)) return true;
    return false;
  }

  // "Operating expenses include -": the line opens a list.
  bool heads_list(size_t inside) const {
    const size_t end = std::min(text_.find('\n', inside), text_.size());
    const size_t last = text_.find_last_not_of(" \r", end - 1);
    return last != std::string_view::npos && last > inside && text_[last] == '-' && text_[last - 1] == ' ';
  }

  // A wrapped line goes on where the next line's first word did not fit.
  bool continues_line(uint32_t i) const {
    const Token& next = tokens_[i + 1];
    if (next.cls.has(bit(Cls::punct_bullet)) || next.cls.has(bit(Cls::punct_dash))) return false;
    size_t begin = text_.rfind('\n', tokens_[i].span.end - 1);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    if (in_cells(begin) || in_cells(text_.rfind('\n', next.span.begin) + 1)) return false;
    const bool heads = tokens_[i].cls.has(bit(Cls::punct_dash));  // "Trading profit includes -"
    const bool listed = compares(begin, i) && compares(text_.rfind('\n', next.span.begin) + 1, i + 1);
    if ((listed || heads || heads_list(next.span.begin)) && next.cls.has(bit(Cls::word_capital)))
      return false;
    size_t length = tokens_[i].span.end - begin;
    uint32_t word_end = next.span.end;
    while (word_end < text_.size() && text_[word_end] > ' ') ++word_end;
    size_t word = word_end - next.span.begin;
    size_t indent = next.span.begin - text_.rfind('\n', next.span.begin) - 1;
    if (indent > kIndent && (opens_indented_ || tokens_[i].cls.has(bit(Cls::punct_stop)))) return false;
    const bool stop = tokens_[i].cls.has(bit(Cls::punct_stop));
    const bool heading = tokens_[i].cls.has(bit(Cls::word_caps));
    if (opens_indented_ && indent == 0 && !stop && !heading) return true;  // not its paragraph's first line
    return length + 1 + word >= wrap_ - wrap_ / 10 && length > wrap_ / 2;
  }

  bool ends_sentence(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.cls.meets(pack_.family(Cls::sentence_end))) return true;
    bool stop = t.cls.has(bit(Cls::punct_stop));
    if (!stop && closes_with_unit(i)) return begins_sentence(i + 1);
    if (!stop) {  // a closing quote or bracket after the stop belongs to the sentence
      if (i == 0 || !(t.cls.has(bit(Cls::punct_quote)) || t.cls.has(bit(Cls::punct_close))) || t.space_before)
        return false;
      return tokens_[i - 1].cls.has(bit(Cls::punct_stop)) && begins_sentence(i + 1);
    }
    if (i + 1 < tokens_.size() && !tokens_[i + 1].space_before && !unspaced_stop(i)) return false;
    return !closes_abbreviation(i) && begins_sentence(i + 1);
  }

  // The stops of scripts without spaces: nothing stands between them and the next sentence.
  bool unspaced_stop(uint32_t i) const {
    const bool wide = static_cast<unsigned char>(text_[tokens_[i].span.begin]) >= 0x80;
    const ClassSet& next = tokens_[i + 1].cls;
    return wide && !next.has(bit(Cls::punct_quote)) && !next.has(bit(Cls::punct_close)) &&
           !next.has(bit(Cls::punct_stop));
  }

  // "rose two pct. Imports fell": the stop of an abbreviated unit ends the sentence, too.
  bool closes_with_unit(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.shape != Shape::word || text_[t.span.end - 1] != '.' || i + 1 >= tokens_.size()) return false;
    if (!tokens_[i + 1].cls.has(bit(Cls::word_capital))) return false;
    return t.cls.meets(pack_.family(Cls::unit)) || t.cls.meets(pack_.family(Cls::currency)) ||
           t.cls.meets(pack_.family(Cls::num_scale));
  }

  bool closes_abbreviation(uint32_t i) const {
    if (i == 0 || tokens_[i].space_before || text_[tokens_[i].span.begin] != '.') return false;
    const Token& before = tokens_[i - 1];
    if (before.cls.meets(pack_.family(Cls::abbreviation))) return true;
    return before.shape == Shape::word && before.span.size() == 1 && before.cls.has(bit(Cls::word_capital));
  }

  bool begins_sentence(uint32_t i) const {
    if (i >= tokens_.size()) return true;
    const Token& t = tokens_[i];
    char c = text_[t.span.begin];
    if (c >= 'a' && c <= 'z') return false;
    return !t.cls.has(bit(Cls::punct_comma)) && !t.cls.has(bit(Cls::punct_close));
  }

  void close(uint32_t first, uint32_t last) {
    Sentence s{cover(tokens_[first].span, tokens_[last - 1].span), first, last, paragraph_, false, false};
    s.heading =
        !tokens_[last - 1].cls.has(bit(Cls::punct_stop)) && !tokens_[last - 1].cls.has(bit(Cls::punct_quote));
    for (uint32_t i = first; i < last && !s.countable; ++i) s.countable = is_countable(tokens_[i]);
    out_.push_back(s);
  }

  bool is_countable(const Token& t) const {
    if (t.cls.has(bit(Cls::num_any))) return true;
    for (Cls c : {Cls::num_half, Cls::num_fraction, Cls::num_dozen, Cls::num_ordinal, Cls::num_scale,
                  Cls::verb_double, Cls::num_nil, Cls::num_once, Cls::num_fold, Cls::countable})
      if (t.cls.meets(pack_.family(c))) return true;
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Pack& pack_;
  size_t wrap_;
  bool opens_indented_;
  uint32_t paragraph_ = 0;
  std::vector<Sentence> out_;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const Pack& pack) {
  return Splitter(text, tokens, pack).run();
}

}  // namespace statgrep
