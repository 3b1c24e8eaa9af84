// Tests: tests/unit/annotate_numbers_test.cc
#include "statgrep/annotate/numbers.h"

namespace statgrep {
namespace {

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, uint32_t last, const Pack& pack)
      : tokens_(tokens), last_(last), pack_(pack) {}

  std::optional<Number> read(uint32_t at) {
    Number n;
    n.tokens = {at, at};
    if (!base(n)) return std::nullopt;
    and_fraction(n);
    scales(n);
    return n;
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < last_ && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < last_ && tokens_[i].cls.has(bit(c)); }
  bool joined(uint32_t i) const { return i < last_ && !tokens_[i].space_before; }
  bool digits(uint32_t i) const {
    return i < last_ && tokens_[i].shape == Shape::number && mark(i, Cls::num_any);
  }
  bool word_number(uint32_t i) const {
    return i < last_ && tokens_[i].shape != Shape::number && mark(i, Cls::num_any);
  }
  uint32_t& end(Number& n) const { return n.tokens.last; }

  bool base(Number& n) {
    uint32_t at = n.tokens.first;
    if (digits(at)) return with_digits(n);
    if (word_number(at) && !has(at, Cls::num_nil)) return with_words(n);
    n.words = true;
    if (has(at, Cls::num_nil)) return n.value = Decimal(), end(n) = at + 1, true;
    if (fraction_at(at, n, 1)) return true;  // "half", "thirds" need no count
    bool article = has(at, Cls::det_indef);
    if (article && has(at + 1, Cls::num_scale)) return n.value = Decimal::of(1), end(n) = at + 1, true;
    if (article && has(at + 1, Cls::num_dozen))
      return n.value = Decimal::of(1), end(n) = at + 1, dozens(n), true;
    return article && fraction_at(at + 1, n, 1);
  }

  // "2-1/2", "98-3/4", "1/4", "12.5".
  bool with_digits(Number& n) {
    uint32_t at = n.tokens.first;
    n.value = tokens_[at].value;
    end(n) = at + 1;
    if (slashed(at, n.value)) return end(n) = at + 3, true;
    if (powered(at, n) || grouped(at, n) || with_sign(at, n)) return true;
    Decimal part;
    bool hyphen = mark(at + 1, Cls::punct_hyphen) && joined(at + 1) && joined(at + 2);
    if (hyphen && slashed(at + 2, part)) {  // "5.57-1/4": a part of the last place
      n.value = n.value.plus(part.shifted(std::min(n.value.exponent(), 0)));
      return end(n) = at + 5, true;
    }
    if (!joined(at + 1) && slashed(at + 1, part) && part.compare(Decimal::of(1)) < 0)
      return n.value = n.value.plus(part), end(n) = at + 4, true;
    if (hyphen && has(at + 2, Cls::num_fraction)) return fraction_at(at + 2, n, n.value.to_int().value_or(1));
    return true;
  }

  // "6½", "5 ¾"
  bool with_sign(uint32_t at, Number& n) const {
    if (at + 1 >= last_ || tokens_[at + 1].shape != Shape::mark || !mark(at, Cls::num_int)) return false;
    for (Cls c : {Cls::num_half, Cls::num_fraction})
      if (const Payload* p = has(at + 1, c) ? pack_.payload(tokens_[at + 1].entry, c) : nullptr;
          p != nullptr && p->number2 != 0) {
        n.value = n.value.plus(Decimal::ratio(p->number, p->number2));
        end(n) = at + 2;
        return true;
      }
    return false;
  }

  // "1 234 567", "45 302 births": groups of three, one space apart, in running
  // text. A row of a table has more space, more numbers, or ends with them.
  bool grouped(uint32_t at, Number& n) const {
    constexpr size_t kGroup = 3;
    const auto group = [&](uint32_t i) {
      return digits(i) && mark(i, Cls::num_int) && tokens_[i].span.size() <= kGroup;
    };
    if (!group(at) || tokens_[at].value.is_zero() || (at > 0 && digits(at - 1))) return false;
    uint32_t next = at + 1;
    Decimal value = n.value;
    for (; group(next) && tokens_[next].span.size() == kGroup && apart(next); ++next)
      value = value.shifted(kGroup).plus(tokens_[next].value);
    const bool bracketed = at > 0 && mark(at - 1, Cls::punct_open) && mark(next, Cls::punct_close);
    if (next == at + 1 || next > at + 4 || !(runs_on(next) || bracketed)) return false;
    n.value = value;
    end(n) = next;
    return true;
  }

  bool runs_on(uint32_t i) const {
    if (i >= last_)  // before a date
      return i < tokens_.size() && tokens_[i].shape == Shape::word &&
             !tokens_[i].cls.has(bit(Cls::word_capital));
    return tokens_[i].shape == Shape::word || mark(i, Cls::punct_stop) || mark(i, Cls::punct_comma);
  }
  bool apart(uint32_t i) const { return tokens_[i].span.begin == tokens_[i - 1].span.end + 1; }

  // "2.998×10−8"
  bool powered(uint32_t at, Number& n) const {
    constexpr int64_t kMost = 15;  // what a Decimal holds
    if (!mark(at + 1, Cls::punct_times) || !digits(at + 2) ||
        tokens_[at + 2].value.compare(Decimal::of(10)) != 0)
      return false;
    uint32_t power = at + 3;
    const bool minus =
        mark(power, Cls::punct_minus) || mark(power, Cls::punct_hyphen) || mark(power, Cls::punct_dash);
    if (minus) ++power;
    if (!digits(power) || !joined(power)) return false;
    const int64_t exponent = tokens_[power].value.to_int().value_or(kMost + 1);
    if (exponent > kMost) return false;
    n.value = n.value.shifted(static_cast<int>(minus ? -exponent : exponent));
    end(n) = power + 1;
    return true;
  }

  bool slashed(uint32_t at, Decimal& out) const {
    if (!digits(at) || !mark(at + 1, Cls::punct_slash) || !joined(at + 1) || !digits(at + 2) ||
        !joined(at + 2))
      return false;
    int64_t a = tokens_[at].value.to_int().value_or(0), b = tokens_[at + 2].value.to_int().value_or(0);
    if (a <= 0 || b < 2 || (b > 64 && a > 1) || a >= b) return false;
    if (mark(at + 3, Cls::punct_slash) && joined(at + 3)) return false;  // a date
    out = Decimal::ratio(a, b);
    return true;
  }

  // "twenty-five", "two hundred and fifty thousand", "two-thirds".
  bool with_words(Number& n) {
    uint32_t at = n.tokens.first;
    n.words = true;
    n.value = tokens_[at].value;
    end(n) = at + 1;
    uint32_t next = mark(at + 1, Cls::punct_hyphen) ? at + 2 : at + 1;
    int64_t v = n.value.to_int().value_or(0);
    if (has(next, Cls::num_fraction) && v < 10 && !has(next, Cls::num_half) && fraction_at(next, n, v))
      return true;
    if (word_number(next) && v >= 20 && v % 10 == 0 && tokens_[next].value.compare(Decimal::of(10)) < 0) {
      n.value = n.value.plus(tokens_[next].value);
      end(n) = next + 1;
    }
    return true;
  }

  bool fraction_at(uint32_t at, Number& n, int64_t count) const {
    Cls cls = has(at, Cls::num_half) ? Cls::num_half : Cls::num_fraction;
    bool counted =
        has(n.tokens.first, Cls::det_indef) || word_number(n.tokens.first);  // "a third", "one third"
    if (!has(at, cls) || (has(at, Cls::num_ordinal) && count == 1 && !counted)) return false;
    const Payload* p = pack_.payload(tokens_[at].entry, cls);
    if (p == nullptr || p->number2 == 0) return false;
    n.value = Decimal::ratio(p->number * count, p->number2);
    n.fraction = true;
    end(n) = at + 1;
    // "half a million"
    if (cls == Cls::num_half && has(at + 1, Cls::det_indef) && has(at + 2, Cls::num_scale)) end(n) = at + 2;
    // "a quarter of a million"
    if (has(at + 1, Cls::prep_of) && has(at + 2, Cls::det_indef) && has(at + 3, Cls::num_scale)) {
      n.fraction = false;
      end(n) = at + 3;
      return true;
    }
    // "half a percentage point", "a quarter of a point": a part of the unit
    uint32_t article = has(at + 1, Cls::prep_of) ? at + 2 : at + 1;
    bool unit = has(article + 1, Cls::unit) || has(article + 1, Cls::currency);
    if (has(article, Cls::det_indef) && unit && count == 1) {
      end(n) = article + 1;
      n.fraction = false;
    }
    return true;
  }

  // "seven and a half", "three and a quarter", "two and three-quarter"; "two and three quarters" are two.
  void and_fraction(Number& n) const {
    uint32_t at = end(n);
    if (n.fraction || !has(at, Cls::conj_and)) return;
    Number part;
    part.tokens = {at + 1, at + 1};
    if (at + 3 < last_ && mark(at + 2, Cls::punct_hyphen) && joined(at + 2) && joined(at + 3)) {
      const std::optional<Number> count = read_number(tokens_, at + 1, at + 2, pack_);
      if (!count || !fraction_at(at + 3, part, count->value.to_int().value_or(1))) return;
      end(n) = at + 4;
    } else {
      if (!has(at + 1, Cls::det_indef) || !fraction_at(at + 2, part, 1)) return;
      end(n) = at + 3;
    }
    n.value = n.value.plus(part.value);
  }

  void scales(Number& n) {
    dozens(n);
    int low = 0;
    while (end(n) < last_) {
      uint32_t at = mark(end(n), Cls::punct_hyphen) && joined(end(n)) ? end(n) + 1 : end(n);
      if (!has(at, Cls::num_scale) || scale_is_unit(at)) break;
      const Payload* p = pack_.payload(tokens_[at].entry, Cls::num_scale);
      if (p == nullptr) break;
      n.value = n.value.shifted(p->number);
      n.scale += p->number;
      n.scaled = true;
      n.fraction = false;
      low = p->number;
      end(n) = at + 1;
      if (!n.words || low < 2) continue;
      add_lower(n, low);
    }
  }

  // A scale that is one letter ("m", "b", "k") is one only when written to its number.
  // A capital one before a noun is a scale, too: "8 B people".
  bool scale_is_unit(uint32_t at) const {
    if (tokens_[at].span.size() != 1 || !tokens_[at].space_before) return false;
    const bool noun = at + 1 < last_ && mark(at + 1, Cls::word) && !mark(at + 1, Cls::word_capital) &&
                      !has(at + 1, Cls::prep) && !has(at + 1, Cls::verb);
    return !(mark(at, Cls::word_capital) && noun);
  }

  // "two hundred and fifty", "three thousand two hundred", "one million two
  // hundred thousand": what follows a scale in words counts below it.
  bool add_lower(Number& n, int scale) {
    uint32_t at = has(end(n), Cls::conj_and) ? end(n) + 1 : end(n);
    if (!word_number(at)) return false;
    Number low;
    low.tokens = {at, at};
    if (!with_words(low) || low.fraction) return false;
    for (const Payload* p = scale_at(end(low)); p != nullptr && p->number < scale; p = scale_at(end(low))) {
      low.value = low.value.shifted(p->number);
      ++end(low);
      add_lower(low, p->number);
    }
    if (low.value.compare(Decimal::of(1, scale)) >= 0) return false;
    n.value = n.value.plus(low.value);
    end(n) = low.tokens.last;
    return true;
  }

  const Payload* scale_at(uint32_t at) const {
    return has(at, Cls::num_scale) && !scale_is_unit(at) ? pack_.payload(tokens_[at].entry, Cls::num_scale)
                                                         : nullptr;
  }

  void dozens(Number& n) const {
    if (!has(end(n), Cls::num_dozen)) return;
    n.value = n.value.times(Decimal::of(12));
    n.scaled = true;
    ++end(n);
  }

  const std::vector<Token>& tokens_;
  uint32_t last_;
  const Pack& pack_;
};

}  // namespace

std::optional<Number> read_number(const std::vector<Token>& tokens, uint32_t at, uint32_t last,
                                  const Pack& pack) {
  return Reader(tokens, last, pack).read(at);
}

}  // namespace statgrep
