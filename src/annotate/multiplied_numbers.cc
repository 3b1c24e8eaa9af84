// Tests: tests/unit/annotate_multiplied_test.cc
#include "multiplied_numbers.h"

namespace statgrep {
namespace {

constexpr int kMyriad = 4;      // scales from here on multiply all that was read before
constexpr int kMostPlaces = 6;  // of a number told digit by digit

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, uint32_t last, const Pack& pack)
      : tokens_(tokens), last_(last), pack_(pack) {}

  std::optional<Number> read(uint32_t at) {
    Number n;
    n.tokens = {at, at};
    if (half(at) && pack_.payload(tokens_[at].entry, Cls::num_half) != nullptr) {
      n.value = Decimal::ratio(1, 2);
      n.fraction = n.words = true;
      n.tokens.last = at + 1;
      return n;
    }
    if (!sum(n)) return std::nullopt;
    if (!parts(n)) tenths(n);
    return n;
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < last_ && tokens_[i].cls.meets(pack_.family(c)); }
  bool half(uint32_t i) const { return has(i, Cls::num_half); }
  bool digits(uint32_t i) const {
    return i < last_ && tokens_[i].shape == Shape::number && tokens_[i].cls.has(bit(Cls::num_any));
  }
  bool digit_word(uint32_t i) const {
    return i < last_ && tokens_[i].cls.has(bit(Cls::num)) && !has(i, Cls::num_scale) && !digits(i);
  }
  bool one_digit(uint32_t i) const {
    return digits(i) && tokens_[i].span.size() <= 3 && tokens_[i].value.compare(Decimal::of(10)) < 0;
  }
  int scale(uint32_t i) const {
    const Payload* p = has(i, Cls::num_scale) ? pack_.payload(tokens_[i].entry, Cls::num_scale) : nullptr;
    return p == nullptr ? 0 : p->number;
  }

  // Digits, or digit words: one, or a row of them place by place (二〇二四).
  bool unit_value(uint32_t& at, Decimal& value, bool& words) const {
    if (digits(at)) {
      value = tokens_[at++].value;
      return true;
    }
    if (!digit_word(at)) return false;
    words = true;
    value = tokens_[at++].value;
    for (int places = 1; digit_word(at) && places < kMostPlaces; ++places)
      value = value.shifted(1).plus(tokens_[at++].value);
    if (has(at, Cls::num_point) && digit_word(at + 1)) {  // 三点五
      ++at;
      for (int places = 1; digit_word(at) && places < kMostPlaces; ++places)
        value = value.plus(tokens_[at++].value.shifted(-places));
    }
    return true;
  }

  // 4 万 | 8,052 元: what is below the scale, in digits, with its unit.
  bool rest(uint32_t at) const {
    if (scale(at - 1) != kMyriad || !tokens_[at].value.is_integer()) return false;
    if (tokens_[at].value.compare(Decimal::of(1).shifted(kMyriad)) >= 0) return false;
    return has(at + 1, Cls::currency) || has(at + 1, Cls::classifier) || has(at + 1, Cls::unit);
  }

  // 千 | 亿, 百 | 分之
  bool goes_on(uint32_t at) const { return scale(at) > 0 || has(at, Cls::num_parts); }

  // Whether "and some more" stands at `at` and the number goes on or ends with it.
  bool some_more(uint32_t& at, Number& n) const {
    if (!has(at, Cls::num_odd)) return false;
    n.odd = true;
    ++at;
    return true;
  }

  bool sum(Number& n) {
    uint32_t at = n.tokens.first;
    Decimal total, section, current;
    bool any = false, pending = false;
    while (at < last_) {
      if (const int s = scale(at); s > 0) {
        if (!any && s != 1 && !goes_on(at + 1)) return false;  // a lone scale is no number, but ten
        if (s < kMyriad) {
          section = section.plus((pending ? current : Decimal::of(1)).shifted(s));
        } else {
          const Decimal below = pending ? section.plus(current) : section;
          const bool all = total.is_zero() || below.is_zero() || total.compare(Decimal::of(1).shifted(s)) < 0;
          total = all ? total.plus(below).shifted(s) : total.plus(below.shifted(s));
          section = Decimal();
          n.scale = s;
        }
        n.scaled = n.scaled || s >= 2;
        pending = false;
        any = true;
        ++at;
        if (!digits(at)) some_more(at, n);
        continue;
      }
      if (pending) {
        uint32_t next = at;
        if (!some_more(next, n)) break;
        at = next;
        if (scale(at) == 0) break;
        continue;
      }
      if (!any && has(at, Cls::num_tens)) {
        section = tokens_[at++].value;
        any = n.words = true;
        continue;
      }
      if (any && n.odd) break;
      if (any && !lower(at)) break;
      if (any && has(at, Cls::num_digit_zero)) ++at;
      if (!unit_value(at, current, n.words)) break;
      pending = any = true;
    }
    if (!any) return false;
    n.value = total.plus(section);
    if (pending) n.value = n.value.plus(current);
    n.words = n.words || !digits(n.tokens.first);
    n.tokens.last = at;
    return true;
  }

  // "1161 万 | 2 千", 三 万 | 五 千: after a scale only what has a lower one, or words.
  bool lower(uint32_t at) const {
    if (has(at, Cls::num_digit_zero)) return true;
    if (digits(at)) return scale(at + 1) > 0 || rest(at);
    return digit_word(at) && !has(at, Cls::num_tens);
  }

  // 三 分之 一; 百 分之 三
  bool parts(Number& n) {
    if (!has(n.tokens.last, Cls::num_parts)) return false;
    Number part;
    part.tokens = {n.tokens.last + 1, n.tokens.last + 1};
    const std::optional<int64_t> whole = n.value.to_int();
    if (!whole || *whole < 2 || !sum(part)) return false;
    const std::optional<int64_t> count = part.value.to_int();
    if (*whole == 100)
      n.value = part.value.shifted(-2);
    else if (count)
      n.value = Decimal::ratio(*count, *whole);
    else
      return false;
    n.odd = part.odd;
    n.fraction = true;
    n.tokens.last = part.tokens.last;
    return true;
  }

  // 三 成; 三 成 五; 三 成 半
  void tenths(Number& n) const {
    uint32_t at = n.tokens.last;
    if (!has(at, Cls::num_tenths) || n.value.compare(Decimal::of(10)) > 0) return;
    n.value = n.value.shifted(-1);
    ++at;
    if (half(at))
      n.value = n.value.plus(Decimal::of(5).shifted(-2)), ++at;
    else if ((digit_word(at) || one_digit(at)) && !digit_word(at + 1) && scale(at + 1) == 0 &&
             !has(at + 1, Cls::classifier))
      n.value = n.value.plus(tokens_[at].value.shifted(-2)), ++at;
    some_more(at, n);
    n.fraction = true;
    n.tokens.last = at;
  }

  const std::vector<Token>& tokens_;
  uint32_t last_;
  const Pack& pack_;
};

}  // namespace

std::optional<Number> read_multiplied_number(const std::vector<Token>& tokens, uint32_t at, uint32_t last,
                                             const Pack& pack) {
  return Reader(tokens, last, pack).read(at);
}

}  // namespace statgrep
