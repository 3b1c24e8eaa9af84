// Tests: tests/unit/annotate_quantities_test.cc
#include "statgrep/annotate/quantities.h"

#include <algorithm>

#include "ranges.h"
#include "statgrep/annotate/numbers.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, TokenRange where, const std::vector<Spot>& spots,
         std::string_view text, const Pack& pack, QuantityUse use, Trace* trace)
      : tokens_(tokens),
        where_(where),
        spots_(spots),
        text_(text),
        pack_(pack),
        all_(use == QuantityUse::all),
        trace_(trace),
        free_(where.first) {}

  std::vector<Quantity> run() {
    for (uint32_t i = where_.first; i < where_.last;) {
      if (const Spot* s = spot_at(i)) {
        i = s->tokens.last;
        free_ = i;
        continue;
      }
      std::optional<Quantity> q = read(i);
      if (q) out_.push_back(*q);
      i = q ? q->tokens.last : skip_to_;
      if (q) free_ = i;
    }
    join_ranges(tokens_, where_, pack_, all_, out_);
    return std::move(out_);
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }
  bool joined(uint32_t i) const { return i < where_.last && !tokens_[i].space_before; }
  bool back_has(uint32_t i, Cls c) const { return i > free_ && tokens_[i - 1].cls.meets(pack_.family(c)); }

  const Spot* spot_at(uint32_t i) const {
    for (const Spot& s : spots_)
      if (s.tokens.first <= i && i < s.tokens.last) return &s;
    return nullptr;
  }
  uint32_t free_until(uint32_t at) const {  // a quantity does not reach into a spot
    uint32_t end = where_.last;
    for (const Spot& s : spots_)
      if (s.tokens.first >= at) end = std::min(end, s.tokens.first);
    return end;
  }

  std::optional<Quantity> read(uint32_t at) {
    skip_to_ = at + 1;
    modifier_ = false;
    if (std::optional<Quantity> q = all_ ? numberless(at) : std::nullopt) return q;
    std::optional<Number> n = read_number(tokens_, at, free_until(at), pack_);
    if (!n) return std::nullopt;
    if (const uint32_t letter = n->tokens.last - 1; letter > at && converted(letter))
      n = read_number(tokens_, at, letter, pack_);
    Quantity q;
    q.number = n->tokens;
    q.tokens = n->tokens;
    q.value = n->value;
    q.words = n->words;
    q.scaled = n->scaled;
    q.integer = q.value.is_integer();
    currency_before(q);
    unit_after(q, *n);
    if (ratio(q, *n)) return q;
    if (n->fraction && q.unit.empty()) as_share(q);
    if (all_) age_aside(q);
    sign_before(q);
    q.text = cover(tokens_[q.tokens.first].span, tokens_[q.tokens.last - 1].span);
    if (modifier_ || is_name(q, *n)) {
      if (trace_ != nullptr)
        trace_->add(Stage::annotation, Verdict::trap, q.text, "number", "a name, a year or numbering");
      skip_to_ = std::max(modifier_ ? q.tokens.last : n->tokens.last, at + 1);
      return std::nullopt;
    }
    qualifiers_before(q);
    qualifiers_after(q);
    return q;
  }

  // "1.8m (6ft)": a scale's letter that is a unit, too, with its conversion.
  bool converted(uint32_t letter) const {
    return has(letter, Cls::num_scale) && has(letter, Cls::unit_amb) && mark(letter + 1, Cls::punct_open) &&
           mark(letter + 2, Cls::num_any) && has(letter + 3, Cls::unit) && !has(letter + 3, Cls::unit_time) &&
           mark(letter + 4, Cls::punct_close);
  }

  // "thousands of", "one of", "sixfold": a word that holds number and all.
  std::optional<Quantity> numberless(uint32_t at) {
    const struct {
      Cls cls;
      Kind kind;
    } kWords[] = {
        {Cls::num_several, Kind::bare}, {Cls::num_one_of, Kind::bare}, {Cls::num_fold, Kind::times}};
    for (const auto& word : kWords) {
      const Payload* p = has(at, word.cls) ? pack_.payload(tokens_[at].entry, word.cls) : nullptr;
      if (p == nullptr) continue;
      Quantity q;
      q.number = q.tokens = {at, at + 1};
      q.value = Decimal::of(p->number);
      if (p->number2 > 0) q.high = Decimal::of(p->number2);
      q.words = true;
      q.kind = word.kind;
      q.partitive = word.cls == Cls::num_one_of;
      Number n;
      n.tokens = q.number;
      if (word.cls == Cls::num_several) unit_after(q, n);
      q.text = cover(tokens_[at].span, tokens_[q.tokens.last - 1].span);
      qualifiers_before(q);
      return q;
    }
    return std::nullopt;
  }

  // "Jane Doe, 44, said": the age of whom it follows.
  void age_aside(Quantity& q) const {
    uint32_t first = q.tokens.first, last = q.tokens.last;
    bool years = q.unit.empty() && !q.words && q.tokens == q.number && mark(first, Cls::num_int);
    if (!years || first < where_.first + 2 || q.value.compare(Decimal::of(120)) > 0) return;
    bool name = mark(first - 2, Cls::word_capital) && !has(first - 2, Cls::time_month) &&
                spot_at(first - 2) == nullptr;
    if (!name || !mark(first - 1, Cls::punct_comma) || !mark(last, Cls::punct_comma)) return;
    q.kind = Kind::time;
    q.unit = name_of(TimeUnit::year);
  }

  void currency_before(Quantity& q) {
    uint32_t at = q.tokens.first;
    if (at == free_ || !has(at - 1, Cls::currency_sign)) return;
    const Payload* p = pack_.payload(tokens_[at - 1].entry, Cls::currency_sign);
    if (p == nullptr) return;
    q.tokens.first = at - 1;
    q.unit = pack_.text(p->text);
    q.kind = Kind::money;
    if (q.unit != "$" || at < free_ + 2) return;
    if (const Payload* whose = pack_.payload(tokens_[at - 2].entry, Cls::sign_after);
        whose != nullptr && (mark(at - 2, Cls::word_capital) || has(at - 2, Cls::det))) {
      q.unit = pack_.text(whose->text);  // "the US $5 billion"
      q.tokens.first = at - 2;
    }
  }

  void unit_after(Quantity& q, const Number& n) {
    uint32_t at = q.tokens.last;
    bool hyphen = mark(at, Cls::punct_hyphen) && joined(at) && joined(at + 1);
    if (hyphen) ++at;
    if (q.kind == Kind::money) return currency_after_sign(q, at);
    struct {
      Cls cls;
      Kind kind;
    } static constexpr kUnits[] = {{Cls::unit_age, Kind::time},    {Cls::currency, Kind::money},
                                   {Cls::unit_time, Kind::time},   {Cls::unit_point, Kind::index_points},
                                   {Cls::unit_times, Kind::times}, {Cls::unit, Kind::physical}};
    for (const auto& u : kUnits) {
      if (!has(at, u.cls) || at >= free_until(q.number.first)) continue;
      const Payload* p = pack_.payload(tokens_[at].entry, u.cls);
      if (p == nullptr) continue;
      std::string_view code = pack_.text(p->text);
      if (const Payload* mass = u.kind == Kind::money ? of_something(at) : nullptr; mass != nullptr) {
        q.kind = Kind::physical;
        q.unit = pack_.text(mass->text);
        q.tokens.last = at + 1;
        return;
      }
      if (one_letter_apart(at) || (n.fraction && u.kind != Kind::physical && u.kind != Kind::money)) return;
      bool modifies = hyphen && (u.kind == Kind::time || (u.kind == Kind::physical && !all_)) &&
                      code != "%" && code != "pp" && code != "bp";
      bool age = u.cls == Cls::unit_age;
      if (age ? !all_ : modifies) {  // "360-degree replays", "a 65-year-old"
        q.tokens.last = at + 1;
        modifier_ = true;
        return;
      }
      q.kind = code == "%" ? Kind::percent : code == "pp" || code == "bp" ? Kind::points : u.kind;
      q.unit = code;
      if (u.kind == Kind::money || u.kind == Kind::physical) q.value = q.value.shifted(p->number);
      q.tokens.last = at + 1;
      divisor(q);
      return;
    }
  }

  // "$5 US": a sign that leaves the country open, named after the number.
  void currency_after_sign(Quantity& q, uint32_t at) {
    if (const Payload* p = has(at, Cls::currency) ? pack_.payload(tokens_[at].entry, Cls::currency) : nullptr;
        p != nullptr && q.unit == "$") {
      q.unit = pack_.text(p->text);
      q.tokens.last = at + 1;
    } else if (const Payload* a = has(at, Cls::sign_after) && mark(at, Cls::word_caps)
                                      ? pack_.payload(tokens_[at].entry, Cls::sign_after)
                                      : nullptr;
               a != nullptr && q.unit == "$" && !mark(at + 1, Cls::word_capital)) {
      q.unit = pack_.text(a->text);
      q.tokens.last = at + 1;
    }
    divisor(q);
  }

  // "half a pound of butter": money is not of a thing.
  const Payload* of_something(uint32_t at) const {
    const Payload* p = pack_.payload(tokens_[at].entry, Cls::unit_amb);
    return has(at + 1, Cls::prep_of) ? p : nullptr;
  }

  // "m" or "t" after a space is rarely a unit; "5t" and "5 km" are.
  bool one_letter_apart(uint32_t at) const {
    return tokens_[at].span.size() == 1 && tokens_[at].space_before && tokens_[at].shape == Shape::word;
  }

  // "a barrel", "per 100,000", "/kWh", "per diluted share".
  void divisor(Quantity& q) {
    uint32_t at = q.tokens.last;
    uint32_t limit = free_until(q.number.first);
    bool slash = mark(at, Cls::punct_slash) && joined(at);
    if (at < limit && has(at, Cls::unit_share)) {  // "per diluted share" as one phrase
      q.per = pack_.text(pack_.payload(tokens_[at].entry, Cls::unit_share)->text);
      q.tokens.last = at + 1;
      return;
    }
    if (at >= limit || (!slash && !has(at, Cls::per))) return;
    for (uint32_t skip = 0; skip < 2 && at + 1 + skip < limit; ++skip) {
      uint32_t u = at + 1 + skip;
      for (Cls c : {Cls::unit_share, Cls::unit_per, Cls::unit, Cls::unit_time, Cls::currency}) {
        const Payload* p = has(u, c) ? pack_.payload(tokens_[u].entry, c) : nullptr;
        if (p == nullptr || p->text.size == 0) continue;
        bool flow = has(u, Cls::unit_time) && !slash && !all_ &&
                    q.kind == Kind::money;  // "400 million dollars a year" is an amount
        if (flow) return;
        q.per = pack_.text(p->text);
        q.tokens.last = u + 1;
        return;
      }
      if (!mark(u, Cls::word)) break;
    }
    if (has(at, Cls::per) && mark(at + 1, Cls::num_int) && tokens_[at + 1].shape == Shape::number &&
        tokens_[at + 1].value.compare(Decimal::of(100)) >= 0) {
      q.per = tokens_[at + 1].span.in(text_);
      q.tokens.last = at + 2;
    }
  }

  // "four in five", "nine out of ten"; "27 out of 41" is a count of a whole
  bool ratio(Quantity& q, const Number& n) {
    uint32_t at = n.tokens.last;
    if (!q.unit.empty() || n.scaled || n.fraction || !has(at, Cls::num_ratio) || spot_at(at) != nullptr)
      return false;
    std::optional<Number> whole = read_number(tokens_, at + 1, free_until(at + 1), pack_);
    if (!whole || whole->scaled || whole->fraction || mark(at + 1, Cls::num_year)) return false;
    std::optional<int64_t> a = q.value.to_int(), b = whole->value.to_int();
    if (!a || !b || *a < 1 || *b > 100 || *a >= *b) return false;
    if (!has(at, Cls::prep_in) && *b > 10 && *b != 100) return false;
    if (has(whole->tokens.last, Cls::unit) || has(whole->tokens.last, Cls::currency)) return false;
    q.value = Decimal::ratio(*a, *b);
    q.tokens.last = whole->tokens.last;
    as_share(q);
    q.text = cover(tokens_[q.tokens.first].span, tokens_[q.tokens.last - 1].span);
    qualifiers_before(q);
    return true;
  }

  void as_share(Quantity& q) {
    q.value = q.value.shifted(2);
    q.unit = "%";
    q.kind = Kind::fraction;
  }

  void sign_before(Quantity& q) {
    uint32_t at = q.tokens.first;
    if (at == free_) return;
    bool close = !tokens_[at].space_before;
    bool first = at - 1 == where_.first || tokens_[at - 1].space_before || mark(at - 2, Cls::punct_open);
    bool minus = (mark(at - 1, Cls::punct_minus) || mark(at - 1, Cls::punct_hyphen)) && close && first;
    bool plus = mark(at - 1, Cls::punct_plus) && close;
    bool hyphened = mark(at - 1, Cls::punct_hyphen) && close && at >= free_ + 2;  // "minus-5"
    uint32_t word = hyphened ? at - 2 : at - 1;
    bool said = has(word, Cls::num_minus);
    if (!minus && !plus && !said) return;
    if (!plus) q.value = q.value.negated();
    q.signed_number = true;
    q.tokens.first = said ? word : at - 1;
  }

  bool is_name(const Quantity& q, const Number& n) const {
    uint32_t first = q.tokens.first, last = q.tokens.last;
    bool plain = q.unit.empty() && !n.scaled && !n.fraction;
    if (first > where_.first && first == q.number.first && has(first - 1, Cls::trap_before)) return plain;
    if (!plain) return false;
    if (has(last, Cls::trap_after)) return true;
    std::string_view digits = tokens_[q.number.first].span.in(text_);
    if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return true;  // a code, a clock time
    if (last < where_.last && joined(last) &&
        (mark(last, Cls::num_any) || mark(last, Cls::punct_hyphen) || mark(last, Cls::punct_slash)) &&
        joined(last + 1) && !n.words && !mark(last + 1, Cls::num_any) && !has(last + 1, Cls::num_range))
      return true;
    if (has(last, Cls::num_suffix) && joined(last)) return true;
    if (clock(first - 1, first) || clock(last, last + 1)) return true;
    if (named(q, n)) return true;
    bool year = n.tokens.size() == 1 && mark(n.tokens.first, Cls::num_year);
    return year && !back_has(first, Cls::qual_over) && !back_has(first, Cls::qual_approx) &&
           !back_has(first, Cls::verb_level);
  }

  // "11:38": a colon without spaces between two numbers.
  bool clock(uint32_t colon, uint32_t after) const {
    return colon > where_.first && mark(colon, Cls::punct_colon) && joined(colon) && joined(after) &&
           digits(colon - 1) && digits(after);
  }

  bool digits(uint32_t i) const {
    return i < where_.last && (tokens_[i].shape == Shape::number || tokens_[i].shape == Shape::mixed);
  }

  // "the S&P 500", "Boeing 787": plain digits right after a name's capital word.
  bool named(const Quantity& q, const Number& n) const {
    uint32_t first = q.tokens.first;
    if (n.words || n.tokens.size() != 1 || first != q.number.first || first < where_.first + 2) return false;
    if (!mark(n.tokens.first, Cls::num_int) ||
        text_.substr(tokens_[first].span.begin, tokens_[first].span.size()).find(',') !=
            std::string_view::npos)
      return false;
    uint32_t p = first - 1;
    bool name = mark(p, Cls::word_capital) && spot_at(p) == nullptr;
    for (Cls c :
         {Cls::verb, Cls::prep, Cls::det, Cls::conj_and, Cls::qual_over, Cls::comp_any, Cls::noun_alias})
      if (name && has(p, c)) return false;
    return name;
  }

  // Walks back over words that only grade the number.
  void qualifiers_before(Quantity& q) {
    uint32_t at = q.tokens.first;
    while (at > free_) {
      const ClassSet& c = tokens_[at - 1].cls;
      bool comma = c.has(bit(Cls::punct_comma)) && at - 1 > free_ &&
                   (has(at - 2, Cls::qual_neutral) || has(at - 2, Cls::status_estimate)) &&
                   at < q.tokens.first;
      Qualifier k = Qualifier::none;
      for (auto [cls, name] : {std::pair{Cls::qual_approx, Qualifier::approx},
                               {Cls::qual_over, Qualifier::over},
                               {Cls::qual_under, Qualifier::under},
                               {Cls::qual_at_least, Qualifier::at_least},
                               {Cls::qual_at_most, Qualifier::at_most}})
        if (c.meets(pack_.family(cls))) k = name;
      if (k == Qualifier::at_most && stands_after_movement(at - 1)) break;
      if (k == Qualifier::approx && has(at, Cls::det_def)) break;  // "centres around the 37 m mast"
      if (k == Qualifier::none && all_ && at == q.tokens.first) said_with_verb(q, at - 1);
      if (k != Qualifier::none) {
        if (q.qualifier == Qualifier::none) q.qualifier = k;
      } else if (c.meets(pack_.family(Cls::status_estimate)) && !c.meets(pack_.family(Cls::noun))) {
        q.status = Status::estimate;
      } else if (c.meets(pack_.family(Cls::status_revised))) {
        q.status = Status::revised;
      } else if (!comma && !c.meets(pack_.family(Cls::qual_neutral)) && !graded_article(at, q)) {
        break;
      }
      --at;
    }
    q.tokens.first = at;
    if (q.kind == Kind::percent || q.kind == Kind::money || q.kind == Kind::physical) open_article(q);
  }

  // "is around 73": a verb that grades what it states.
  void said_with_verb(Quantity& q, uint32_t at) const {
    const Payload* p = has(at, Cls::verb_level) ? pack_.payload(tokens_[at].entry, Cls::verb_level) : nullptr;
    if (p != nullptr && q.qualifier == Qualifier::none)
      q.qualifier = qualifier_from(pack_.text(p->text)).value_or(Qualifier::none);
  }

  // "a non-seasonally adjusted 5.2 percent": words between an article and the
  // number grade it, whatever they are.
  void open_article(Quantity& q) const {
    constexpr uint32_t kReach = 4;
    for (uint32_t n = 1; n <= kReach && q.tokens.first >= free_ + n; ++n) {
      uint32_t at = q.tokens.first - n;
      if (has(at, Cls::det_indef)) {
        q.tokens.first = at;
        return;
      }
      bool grading = mark(at, Cls::word) || mark(at, Cls::punct_comma);
      if (has(at, Cls::verb) && !has(at, Cls::verb_part)) return;  // "a sector grew 5 percent"
      if (!grading || has(at, Cls::prep) || has(at, Cls::conj_and) || has(at, Cls::noun) ||
          has(at, Cls::verb_be))
        return;
    }
  }

  // "up to 220" after "were" or "rose" is a direction and a goal, no limit.
  bool stands_after_movement(uint32_t at) const {
    return back_has(at, Cls::verb_be) || back_has(at, Cls::verb_rise) || back_has(at, Cls::verb_fall);
  }

  // The article of "a seasonally adjusted 2.2 percent".
  bool graded_article(uint32_t at, const Quantity& q) const {
    return at < q.tokens.first && has(at - 1, Cls::det_indef) &&
           (has(at, Cls::qual_neutral) || has(at, Cls::status_estimate) || has(at, Cls::status_revised) ||
            has(at, Cls::qual_approx));
  }

  void qualifiers_after(Quantity& q) {
    uint32_t at = q.tokens.last;
    if (at >= free_until(q.number.first)) return;
    for (auto [cls, name] : {std::pair{Cls::qual_after_over, Qualifier::over},
                             {Cls::qual_after_approx, Qualifier::approx},
                             {Cls::qual_after_at_least, Qualifier::at_least},
                             {Cls::qual_after_at_most, Qualifier::at_most}})
      if (has(at, cls) && (joined(at) || tokens_[at].shape != Shape::mark)) {  // "$500+", not "$500  +5%"
        q.qualifier = name;
        q.tokens.last = at + 1;
        return;
      }
  }

  const std::vector<Token>& tokens_;
  TokenRange where_;
  const std::vector<Spot>& spots_;
  std::string_view text_;
  const Pack& pack_;
  bool all_;  // numbers that state nothing by themselves, too
  Trace* trace_;
  uint32_t free_ = 0;  // where the last quantity or spot ended
  uint32_t skip_to_ = 0;
  bool modifier_ = false;  // the number at hand only modifies a noun
  std::vector<Quantity> out_;
};

}  // namespace

std::vector<Quantity> find_quantities(const std::vector<Token>& tokens, TokenRange where,
                                      const std::vector<Spot>& spots, std::string_view text, const Pack& pack,
                                      QuantityUse use, Trace* trace) {
  return Finder(tokens, where, spots, text, pack, use, trace).run();
}

}  // namespace statgrep
