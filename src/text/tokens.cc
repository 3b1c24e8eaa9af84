// Tests: tests/unit/text_tokens_test.cc
#include "statgrep/text/tokens.h"

#include <algorithm>

#include "codes.h"
#include "glue.h"
#include "statgrep/pack/words.h"

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
    if (c.piece.shape == Shape::mixed) {
      const bool signed_before = !space && !out.empty() && out.back().piece.shape == Shape::mark;
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
  Tokeniser(std::string_view text, const Pack& pack) : text_(text), pack_(pack), cuts_(cut(text, pack)) {}

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
        entry = e;
        end = j + 1;
      }
    }
    Token t;
    t.span = {cuts_[i].piece.span.begin, cuts_[end - 1].piece.span.end};
    t.shape = end == i + 1 ? cuts_[i].piece.shape : Shape::word;
    t.space_before = cuts_[i].space_before;
    t.entry = entry;
    if (entry != kNone) t.cls = pack_.classes_of(entry);
    add_shape(t);
    out_.push_back(t);
    return end;
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
    std::string digits;
    for (char c : t.span.in(text_))
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
    if (!plain || digits.size() != t.span.size()) return;  // no date is written with separators
    int64_t n = v->to_int().value_or(0);
    if (digits.size() == 4 && n >= 1800 && n < 2200) t.cls.add(bit(Cls::num_year));
    if (digits.size() <= 2 && n >= 1 && n <= 31) t.cls.add(bit(Cls::num_day));
    if (digits.size() <= 2 && n >= 1 && n <= 12) t.cls.add(bit(Cls::num_month));
    if (digits.size() == 2) t.cls.add(bit(Cls::num_short_year));
  }

  void add_mark(Token& t) {
    std::string_view m = t.span.in(text_);
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
                  {"?", Cls::punct_stop}};
    Cls c = Cls::punct_other;
    for (const auto& k : kMarks)
      if (k.mark == m) c = k.cls;
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
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, const Pack& pack) {
  return Tokeniser(text, pack).run();
}

}  // namespace statgrep
