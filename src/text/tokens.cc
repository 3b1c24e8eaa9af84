// Tests: tests/unit/text_tokens_test.cc
#include "statgrep/text/tokens.h"

#include <algorithm>

#include "codes.h"
#include "glue.h"
#include "statgrep/pack/words.h"
#include "word_breaks.h"

namespace statgrep {
namespace {

struct Cut {
  Piece piece;
  bool space_before = false;
  uint32_t word = kNone;
};

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_class(std::string_view word, const Pack& pack, Cls cls, std::string& folded) {
  folded.clear();
  fold_word(word, folded);
  return pack.knows(folded, cls);
}

// After a letter that is a currency's sign: "R18.08", "R223 billion" and, in
// running text, "K500" are amounts, "N95" and "the R500" are names.
bool is_amount(std::string_view text, Span number, const Pack& pack, bool running, std::string& folded) {
  constexpr size_t kPrice = 3;  // digits
  const std::string_view digits = number.in(text);
  if (digits.find_first_of(".,") != std::string_view::npos) return true;
  uint32_t at = number.end;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at < text.size() && has_class(next_piece(text, at).span.in(text), pack, Cls::num_scale, folded))
    return true;
  return running && digits.size() >= kPrice;
}

// "USD10m", "RM2.5": a currency written to its number is a piece of its own.
// Too short a number makes a name of it ("PS5"). `signed_before`: after a mark,
// as in "$A82". `running`: after a small word.
void cut_currency(std::string_view text, const Pack& pack, bool signed_before, bool running, Piece& piece,
                  std::string& folded) {
  const std::string_view word = piece.span.in(text);
  const size_t letters = std::min(word.find_first_of("0123456789"), word.size());
  const uint32_t digits = piece.span.begin + static_cast<uint32_t>(letters);
  const Span number = next_piece(text, digits).span;
  const bool alone = number.end >= text.size() || !is_letter_or_digit(text[number.end]);
  const std::string_view prefix = word.substr(0, letters);
  if (alone && has_class(prefix, pack, Cls::currency_prefix, folded) &&
      is_amount(text, number, pack, running, folded)) {
    piece = {{piece.span.begin, digits}, Shape::word};
    return;
  }
  if (letters < (signed_before ? 1 : 2) || number.in(text).size() + (alone ? 0 : 1) < 2) return;
  const bool money = has_class(prefix, pack, Cls::currency, folded);
  if (!money && !(signed_before && letters < 3)) return;  // "$A82": the phrase is looked up after
  piece = {{piece.span.begin, digits}, Shape::word};
}

// "3 652 800人": groups of three digits parted by blanks, where the unit is written to the last.
uint32_t blank_groups(std::string_view text, Span number) {
  constexpr uint32_t kGroup = 3;
  if (number.size() > kGroup) return number.end;
  uint32_t end = number.end;
  while (end + kGroup < text.size() && text[end] == ' ') {
    const Piece next = next_piece(text, end + 1);
    const std::string_view digits = next.span.in(text);
    if (next.shape != Shape::number || std::min(digits.find('.'), digits.size()) != kGroup) break;
    end = next.span.end;
    if (digits.size() != kGroup) break;
  }
  const bool written_to = end < text.size() && next_piece(text, end).shape == Shape::ideograph;
  return written_to ? end : number.end;
}

bool small(std::string_view text, const Cut& c) {
  const char first = text[c.piece.span.begin];
  return c.piece.shape == Shape::word && first >= 'a' && first <= 'z';
}

bool small_word(std::string_view text, const Pack& pack, const Cut& c, std::string& folded) {
  return small(text, c) && !has_class(c.piece.span.in(text), pack, Cls::det, folded);
}

std::vector<Cut> cut(std::string_view text, const Pack& pack) {
  std::vector<Cut> out;
  out.reserve(text.size() / 5 + 1);
  std::string folded;
  bool space = false;
  uint32_t close = kNone;  // of the brackets that are open
  for (uint32_t at = 0; at < text.size();) {
    uint32_t width;
    if (is_space_at(text, at, width)) {
      space = true;
      at += width;
      continue;
    }
    const Bracketed in = text[at] == '<' ? bracketed(text, at) : Bracketed{};
    if (in.close != 0 || at == close) {
      at = in.code && !(!out.empty() && space && small(text, out.back())) ? in.close + 1 : at + 1;
      if (in.close != 0) close = in.close;
      space = true;
      continue;
    }
    Cut c{next_piece(text, at), space, kNone};
    if (c.piece.shape == Shape::number && !pack.segmented())
      c.piece.span.end = blank_groups(text, c.piece.span);
    if (c.piece.shape == Shape::mixed) {
      const bool signed_before =
          pack.segmented() && !space && !out.empty() && out.back().piece.shape == Shape::mark;
      const bool running = space && !out.empty() && small_word(text, pack, out.back(), folded);
      cut_currency(text, pack, signed_before, running, c.piece, folded);
    }
    folded.clear();
    fold_word(c.piece.span.in(text), folded);
    c.word = pack.word(folded);
    out.push_back(c);
    at = c.piece.span.end;
    space = false;
  }
  return out;
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const Pack& pack) : text_(text), pack_(pack), cuts_(cut(text, pack)) {
    if (!pack.segmented()) words_ = word_starts(text);
  }

  std::vector<Token> run() {
    out_.reserve(cuts_.size());
    for (size_t i = 0; i < cuts_.size();) i = add_longest(i);
    return glue(out_, pack_);
  }

 private:
  // The longest phrase of the lexicon that begins here, or the piece alone.
  size_t add_longest(size_t i) {
    uint32_t node = 0, entry = kNone;
    size_t end = i + 1;
    for (size_t j = i; j < cuts_.size(); ++j) {
      if (j > i && parts_article(i, j)) break;
      node = pack_.step(node, cuts_[j].word);
      if (node == kNone) break;
      if (uint32_t e = pack_.entry_at(node); e != kNone) {
        if (j > i && parts_number(i, e)) break;
        entry = e;
        end = j + 1;
      }
    }
    if (end == i + 1 && cuts_[i].piece.shape == Shape::ideograph && !numbered(entry)) {
      const size_t last = before_phrase(i, word_end(i));
      if (last > i + 1 && !known(i, last) && !measures(entry)) end = last, entry = kNone;
    }
    Token t;
    t.span = {cuts_[i].piece.span.begin, cuts_[end - 1].piece.span.end};
    const bool alone = end == i + 1 || cuts_[i].piece.shape == Shape::ideograph;
    t.shape = alone ? cuts_[i].piece.shape : Shape::word;
    t.space_before = cuts_[i].space_before;
    t.entry = entry;
    if (entry != kNone) t.cls = pack_.classes_of(entry);
    add_shape(t);
    out_.push_back(t);
    return end;
  }

  // "2019 年 | 增长", "三 成 | 都是": behind a number its unit begins no other
  // word (年增, 成都).
  bool parts_number(size_t i, uint32_t phrase) const {
    if (cuts_[i].piece.shape != Shape::ideograph || out_.empty()) return false;
    if (!within_number() || out_.back().span.end != cuts_[i].piece.span.begin) return false;
    const uint32_t node = pack_.step(0, cuts_[i].word);
    const uint32_t unit = node == kNone ? kNone : pack_.entry_at(node);
    if (unit == kNone) return false;
    const ClassSet &alone = pack_.classes_of(unit), &whole = pack_.classes_of(phrase);
    const auto of_number = [&](const ClassSet& cls) {
      for (const Cls c : {Cls::time_any, Cls::unit, Cls::classifier, Cls::currency, Cls::num, Cls::num_scale,
                          Cls::num_tenths, Cls::trap_after})
        if (cls.meets(pack_.family(c))) return true;
      return false;
    };
    const auto word = [&](Cls c) { return whole.meets(pack_.family(c)); };
    return of_number(alone) && !of_number(whole) && (word(Cls::verb) || word(Cls::noun) || word(Cls::area));
  }

  // One past the last piece of the dictionary's word that begins at `i`; one character where none does.
  size_t word_end(size_t i) {
    while (next_word_ < words_.size() && words_[next_word_] < cuts_[i].piece.span.begin) ++next_word_;
    if (next_word_ + 1 >= words_.size()) return i + 1;
    const bool begins = words_[next_word_] == cuts_[i].piece.span.begin;
    const uint32_t end = words_[next_word_ + (begins ? 1 : 0)];
    size_t last = i + 1;
    while (last < cuts_.size() && cuts_[last].piece.shape == Shape::ideograph &&
           cuts_[last].piece.span.end <= end)
      ++last;
    return last;
  }

  // The dictionary's word ends where a phrase of the lexicon begins that reaches beyond it.
  size_t before_phrase(size_t first, size_t last) const {
    for (size_t i = first + 1; i < last; ++i) {
      uint32_t node = 0;
      for (size_t j = i; j < cuts_.size(); ++j) {
        node = pack_.step(node, cuts_[j].word);
        if (node == kNone) break;
        if (j >= last && pack_.entry_at(node) != kNone) return i;
      }
    }
    return last;
  }

  // Whether the character goes on with the number before it: a scale, a unit, a classifier.
  bool measures(uint32_t entry) const {
    if (entry == kNone || out_.empty()) return false;
    const ClassSet& before = out_.back().cls;
    if (!before.has(bit(Cls::num_any)) && !before.meets(pack_.family(Cls::num))) return false;
    const ClassSet& cls = pack_.classes_of(entry);
    for (const Cls c :
         {Cls::num_scale, Cls::unit, Cls::classifier, Cls::currency, Cls::num_tenths, Cls::num_odd})
      if (cls.meets(pack_.family(c))) return true;
    return false;
  }

  // "第 | 一 | 位": behind the mark of an ordinal a numeral stands alone.
  bool numbered(uint32_t entry) const {
    return entry != kNone && !out_.empty() && out_.back().cls.meets(pack_.family(Cls::num_nth)) &&
           pack_.classes_of(entry).meets(pack_.family(Cls::num));
  }

  bool within_number() const {
    return !out_.empty() &&
           (out_.back().cls.has(bit(Cls::num_any)) || out_.back().cls.meets(pack_.family(Cls::num)));
  }

  // Whether the lexicon has all of [first, last) in words of one or two
  // characters: parts of numerals and of clauses, which the dictionary joins.
  bool known(size_t first, size_t last) const {
    const auto entry = [this](uint32_t node) { return node == kNone ? kNone : pack_.entry_at(node); };
    if (const uint32_t e = entry(pack_.step(0, cuts_[first].word));  // no number begins with a zero: 零件
        e != kNone && pack_.classes_of(e).meets(pack_.family(Cls::num_digit_zero)) && !within_number())
      return false;
    for (size_t i = first; i < last; ++i) {
      const uint32_t node = pack_.step(0, cuts_[i].word);
      if (entry(node) != kNone) continue;
      if (node == kNone || i + 1 >= last || entry(pack_.step(node, cuts_[i + 1].word)) == kNone) return false;
      ++i;
    }
    return true;
  }

  // "a $5 fee" has no Australian dollar: a lone small letter does not reach
  // over a space to a mark.
  bool parts_article(size_t i, size_t j) const {
    const Piece& first = cuts_[i].piece;
    return cuts_[j].space_before && cuts_[j].piece.shape == Shape::mark && first.span.size() == 1 &&
           text_[first.span.begin] >= 'a' && text_[first.span.begin] <= 'z';
  }

  void add_shape(Token& t) {
    switch (t.shape) {
      case Shape::number:
        add_number(t);
        break;
      case Shape::mark:
        add_mark(t);
        break;
      case Shape::mixed:
        t.cls.add(bit(Cls::word_mixed));
        add_word(t);
        break;
      case Shape::word:
      case Shape::ideograph:
        add_word(t);
        break;
    }
  }

  void add_word(Token& t) {
    std::string_view w = t.span.in(text_);
    t.cls.add(bit(Cls::word));
    bool capital = w[0] >= 'A' && w[0] <= 'Z';
    if (capital) t.cls.add(bit(Cls::word_capital));
    if (capital && w.size() > 1 && w.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos)
      t.cls.add(bit(Cls::word_caps));
    if (t.cls.has(bit(Cls::area_upper))) place_or_word(t);
    // A month's name that is also another word is a month only where it is capital.
    if (!capital && t.cls.meets(pack_.family(Cls::time_month)) && has_other_reading(t.cls))
      t.cls.remove(bit(Cls::time_month));
    if (const Payload* p = pack_.payload(t.entry, Cls::num);
        p != nullptr && !t.cls.has(bit(Cls::num_scale)) && t.cls.has(bit(Cls::num))) {
      t.value = Decimal::of(p->number);
      t.cls.add(bit(Cls::num_any));
      t.cls.add(bit(Cls::num_int));
    }
  }

  // "US sales", "told us": the capitals tell the place from the word.
  static void place_or_word(Token& t) {
    if (!t.cls.has(bit(Cls::word_caps))) return t.cls.remove(bit(Cls::area_upper));
    ClassSet place;
    for (Cls c : {Cls::word, Cls::word_capital, Cls::word_caps, Cls::area_upper, Cls::sign_after})
      if (t.cls.has(bit(c))) place.add(bit(c));
    t.cls = place;
  }

  bool has_other_reading(const ClassSet& cls) const {
    return cls.meets(pack_.family(Cls::verb)) || cls.meets(pack_.family(Cls::conj_sub)) ||
           cls.meets(pack_.family(Cls::noun));
  }

  void add_number(Token& t) {
    std::string folded, digits;
    fold_word(t.span.in(text_), folded);
    for (char c : folded)
      if ((c >= '0' && c <= '9') || c == '.') digits += c;  // the rest parts groups
    std::optional<Decimal> v = Decimal::parse(digits);
    if (!v) {  // longer than any statistic: a name
      t.cls.add(bit(Cls::word_mixed));
      return;
    }
    t.value = *v;
    t.cls.add(bit(Cls::num_any));
    bool plain = digits.find('.') == std::string::npos;
    t.cls.add(bit(plain ? Cls::num_int : Cls::num_decimal));
    if (!plain || digits.size() != folded.size()) return;  // no date is written with separators
    int64_t n = v->to_int().value_or(0);
    if (digits.size() == 4 && n >= 1800 && n < 2200) t.cls.add(bit(Cls::num_year));
    if (digits.size() == 3 && n < 200) t.cls.add(bit(Cls::num_era_year));
    if (digits.size() <= 2 && n >= 1 && n <= 31) t.cls.add(bit(Cls::num_day));
    if (digits.size() <= 2 && n >= 1 && n <= 12) t.cls.add(bit(Cls::num_month));
    if (digits.size() == 2) t.cls.add(bit(Cls::num_short_year));
  }

  void add_mark(Token& t) {
    std::string folded;
    fold_word(t.span.in(text_), folded);
    const std::string_view m = folded, printed = t.span.in(text_);
    static constexpr struct {
      std::string_view mark;
      Cls cls;
    } kMarks[] = {{",", Cls::punct_comma},
                  {";", Cls::punct_semicolon},
                  {":", Cls::punct_colon},
                  {"(", Cls::punct_open},
                  {"[", Cls::punct_open},
                  {")", Cls::punct_close},
                  {"]", Cls::punct_close},
                  {"\xE2\x80\x93", Cls::punct_dash},
                  {"\xE2\x80\x94", Cls::punct_dash},
                  {"--", Cls::punct_dash},
                  {"-", Cls::punct_hyphen},
                  {"\"", Cls::punct_quote},
                  {"\xE2\x80\x9C", Cls::punct_quote},
                  {"\xE2\x80\x9D", Cls::punct_quote},
                  {"/", Cls::punct_slash},
                  {"\xE2\x81\x84", Cls::punct_slash},
                  {"+", Cls::punct_plus},
                  {"\xC3\x97", Cls::punct_times},
                  {"\xE2\x88\x92", Cls::punct_minus},
                  {"\xE2\x80\xA2", Cls::punct_bullet},
                  {"*", Cls::punct_bullet},
                  {".", Cls::punct_stop},
                  {"!", Cls::punct_stop},
                  {"?", Cls::punct_stop},
                  {"\xE3\x80\x82", Cls::punct_stop},  // ideographic stop
                  {"\xEF\xBD\xA1", Cls::punct_stop},  // … of half width
                  {"\xE3\x80\x81", Cls::punct_list},  // between items of a list
                  {"\xE3\x80\x90", Cls::punct_open},  // lenticular brackets
                  {"\xE3\x80\x91", Cls::punct_close},
                  {"\xE3\x80\x94", Cls::punct_open},  // tortoise shell brackets
                  {"\xE3\x80\x95", Cls::punct_close},
                  {"\xE3\x80\x8A", Cls::punct_quote},  // titles
                  {"\xE3\x80\x8B", Cls::punct_quote},
                  {"\xE3\x80\x8C", Cls::punct_quote},  // corner brackets
                  {"\xE3\x80\x8D", Cls::punct_quote},
                  {"\xE3\x80\x8E", Cls::punct_quote},
                  {"\xE3\x80\x8F", Cls::punct_quote},
                  {"\xEF\xBD\x9E", Cls::punct_dash},
                  {"\xE3\x80\x9C", Cls::punct_dash},   // wave dash
                  {"\xE2\x94\x80", Cls::punct_dash}};  // drawn
    Cls c = Cls::punct_other;
    for (const auto& k : kMarks)
      if (k.mark == m || k.mark == printed) c = k.cls;
    if (c == Cls::punct_other && m.size() > 1 && m[0] == '.') c = Cls::punct_dots;
    if (c == Cls::punct_hyphen && (t.space_before || t.span.end >= text_.size() || text_[t.span.end] <= ' '))
      c = t.space_before && t.span.end < text_.size() && text_[t.span.end] > ' ' ? Cls::punct_minus
                                                                                 : Cls::punct_dash;
    if (c == Cls::punct_dash && m == "\xE2\x80\x93" && signs(t)) c = Cls::punct_minus;
    t.cls.add(bit(c));
  }

  // "(–4.1%)", "by –0.3 points": an en dash set close to a number alone is its sign.
  bool signs(const Token& t) const {
    const size_t after = t.span.end, before = t.span.begin;
    const bool digit = after < text_.size() && text_[after] >= '0' && text_[after] <= '9';
    return digit && (before == 0 || text_[before - 1] <= ' ' || text_[before - 1] == '(');
  }

  std::string_view text_;
  const Pack& pack_;
  std::vector<Cut> cuts_;
  std::vector<uint32_t> words_;  // where the dictionary's words begin
  size_t next_word_ = 0;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, const Pack& pack) {
  return Tokeniser(text, pack).run();
}

}  // namespace statgrep
