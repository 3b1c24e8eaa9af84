// Tests: tests/unit/text_tokens_test.cc
#include "glue.h"

namespace statgrep {
namespace {

class Gluer {
 public:
  Gluer(const std::vector<Token>& tokens, const Pack& pack) : tokens_(tokens), pack_(pack) {}

  std::vector<Token> run() {
    std::vector<Token> joined;
    joined.reserve(tokens_.size());
    for (size_t i = 0; i < tokens_.size(); ++i) {
      Token t = tokens_[i];
      size_t last = i;
      while (size_t n = joins(last)) last += n;
      if (last > i) t = join(i, last);
      joined.push_back(t);
      i = last;
    }
    return joined;
  }

 private:
  bool is(const Token& t, Cls c) const { return t.cls.meets(pack_.family(c)); }

  // How many tokens after `i` belong to it: 1 ("5" "G"), 2 ("high" "-" "tech"), 0.
  size_t joins(size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i + 1].space_before) return 0;
    const Token& a = tokens_[i];
    const Token& b = tokens_[i + 1];
    bool number = a.shape == Shape::number;
    if (number && b.shape == Shape::word && !splits_from_number(b)) return 1;
    if (!number && a.shape != Shape::word && a.shape != Shape::mixed) return 0;
    if (!is(b, Cls::punct_hyphen) || i + 2 >= tokens_.size() || tokens_[i + 2].space_before) return 0;
    const Token& c = tokens_[i + 2];
    if (c.shape == Shape::mark || c.shape == Shape::ideograph) return 0;
    if (counted_unit(i)) return 0;
    if (!number && (links(i) || links(i + 2))) return 2;
    return (number || (is(a, Cls::num) && !letter(a)) ? number_joins(c) : word_joins(a, c)) ? 2 : 0;
  }

  // "43.4 percent-owned", "a 90-mile-long road": the unit belongs to the number.
  bool counted_unit(size_t i) const {
    if (i == 0 || !is(tokens_[i], Cls::unit) || is(tokens_[i], Cls::unit_time)) return false;
    const bool hyphen = i > 1 && is(tokens_[i - 1], Cls::punct_hyphen);
    return tokens_[hyphen ? i - 2 : i - 1].shape == Shape::number;
  }

  // "12bn", "25p", "10am", "22nd", "1980s" are two tokens; "5G" is a name.
  bool splits_from_number(const Token& b) const {
    bool one_capital = b.span.size() == 1 && b.cls.has(bit(Cls::word_capital));
    if (one_capital && !is(b, Cls::num_scale) && !is(b, Cls::letter_unit)) return false;
    for (Cls c :
         {Cls::unit, Cls::currency, Cls::num_scale, Cls::trap_after, Cls::num_suffix, Cls::possessive})
      if (is(b, c)) return true;
    return false;
  }

  // "30-year", "ten-day": a number that only modifies. "two-thirds", "4-billion" stay apart.
  bool number_joins(const Token& c) const {
    if (c.shape == Shape::number) return false;
    for (Cls k : {Cls::num, Cls::num_fraction, Cls::num_half, Cls::num_ordinal, Cls::currency, Cls::num_range,
                  Cls::time_month})
      if (is(c, k)) return false;
    return !is(c, Cls::unit) || is(c, Cls::unit_time);
  }

  // The "to" of "loan-to-value" joins words; that of "May-to-June" does not.
  bool links(size_t i) const {
    if (!is(tokens_[i], Cls::num_range) || i < 2 || i + 2 >= tokens_.size()) return false;
    const auto plain = [this](const Token& t) {
      return t.shape == Shape::word && !t.space_before && !is(t, Cls::num) && !is(t, Cls::time_month) &&
             !is(t, Cls::time_weekday) && !is(t, Cls::time_quarter);
    };
    return tokens_[i - 2].shape == Shape::word && !is(tokens_[i - 2], Cls::num) &&
           !is(tokens_[i - 2], Cls::time_month) && !is(tokens_[i - 2], Cls::time_weekday) &&
           is(tokens_[i - 1], Cls::punct_hyphen) && !tokens_[i - 1].space_before &&
           !tokens_[i].space_before && is(tokens_[i + 1], Cls::punct_hyphen) &&
           !tokens_[i + 1].space_before && plain(tokens_[i + 2]);
  }

  bool word_joins(const Token& a, const Token& c) const {
    for (Cls k : {Cls::time_month, Cls::time_weekday, Cls::time_quarter, Cls::currency_sign, Cls::num_range})
      if (is(a, k) || is(c, k)) return false;
    if (is(a, Cls::time_fiscal_year) && c.shape == Shape::number) return false;  // "FY2023-24"
    if (is(a, Cls::num_minus) && c.shape == Shape::number) return false;
    if (is(a, Cls::qual_under) && c.shape == Shape::number) return false;  // "sub-500 sq m"
    if (c.cls.has(bit(Cls::num_year))) return false;
    return letter(a) || !is(a, Cls::unit) || c.shape != Shape::number;
  }

  // The "M" of "M-1": no million, no metre.
  static bool letter(const Token& a) { return a.span.size() == 1 && a.cls.has(bit(Cls::word_capital)); }

  Token join(size_t first, size_t last) const {
    Token t;
    t.span = cover(tokens_[first].span, tokens_[last].span);
    t.space_before = tokens_[first].space_before;
    bool digits = false;
    for (size_t i = first; i <= last; ++i)
      digits = digits || tokens_[i].shape == Shape::number || tokens_[i].shape == Shape::mixed;
    t.shape = digits ? Shape::mixed : Shape::word;
    t.cls.add(bit(Cls::word));
    if (digits) t.cls.add(bit(Cls::word_mixed));
    for (Cls c : {Cls::word_capital, Cls::word_caps})
      if (tokens_[first].cls.has(bit(c))) t.cls.add(bit(c));
    if (is(tokens_[last], Cls::noun)) t.cls.merge(noun_readings(tokens_[last].cls));
    return t;
  }

  ClassSet noun_readings(const ClassSet& cls) const {
    ClassSet out;
    for (Cls c : {Cls::noun_growth, Cls::noun_rate, Cls::noun_index, Cls::noun_share, Cls::noun_price})
      if (cls.meets(pack_.family(c))) out.add(bit(c));
    return out;
  }

  const std::vector<Token>& tokens_;
  const Pack& pack_;
};

}  // namespace

std::vector<Token> glue(const std::vector<Token>& tokens, const Pack& pack) {
  return Gluer(tokens, pack).run();
}

}  // namespace statgrep
