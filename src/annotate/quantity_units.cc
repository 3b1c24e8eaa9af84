// Tests: tests/unit/annotate_quantities_test.cc
#include "quantity_units.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

// Whether an amount has a time for its divisor: "400 million dollars a year"
// and "a point a year" are sums and steps of their time.
bool is_rate(const Quantity& q, std::string_view time) {
  if (q.kind == Kind::percent || q.kind == Kind::points) return false;
  if (q.kind == Kind::money && q.scaled) return time == name_of(TimeUnit::day);  // "spends 6 million a day"
  return time != name_of(TimeUnit::year);
}

// The code of a unit, which for gold is another: "70,000 ounces of gold".
std::string_view code_of(const Stretch& s, uint32_t at, const Payload& p) {
  const Payload* troy =
      s.has(at, Cls::unit_troy) ? s.pack.payload(s.tokens[at].entry, Cls::unit_troy) : nullptr;
  if (troy == nullptr || s.all) return s.pack.text(p.text);
  for (uint32_t i = s.where.first; i < s.where.last; ++i)
    if (s.has(i, Cls::noun_troy)) return s.pack.text(troy->text);
  return s.pack.text(p.text);
}

// "6.20 francs to the dollar", "34.40 to the U.S. dollar", "83.9 per US dollar"
void exchange(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.last;
  const bool against = s.has(at, Cls::prep_to) || (q.kind == Kind::bare && s.has(at, Cls::prep_per));
  if (q.scaled || (q.kind != Kind::money && q.kind != Kind::bare) || !against) return;
  ++at;
  while (s.has(at, Cls::det) || (s.has(at, Cls::area) && !s.has(at, Cls::currency)))
    ++at;                                                                     // "the U.S. Dollar"
  if (s.has(at, Cls::currency_sign) || s.mark(at + 1, Cls::num_any)) return;  // "a third to $5 billion"
  const Payload* p =
      at < s.free_until(q.number.first) ? s.pack.payload(s.tokens[at].entry, Cls::currency) : nullptr;
  if (p == nullptr || s.pack.text(p->text) == q.unit) return;
  q.per = s.pack.text(p->text);
  q.exchange = true;
  q.tokens.last = at + 1;
}

// "a barrel", "per 100,000", "/kWh", "per diluted share".
void divisor(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.last;
  uint32_t limit = s.free_until(q.number.first);
  bool slash = s.mark(at, Cls::punct_slash) && s.joined(at);
  if (at < limit && s.has(at, Cls::unit_share)) {  // "per diluted share" as one phrase
    q.per = s.pack.text(s.pack.payload(s.tokens[at].entry, Cls::unit_share)->text);
    q.tokens.last = at + 1;
    return;
  }
  if (at >= limit || (!slash && !s.has(at, Cls::per))) return;
  for (uint32_t skip = 0; skip < 2 && at + 1 + skip < limit; ++skip) {
    uint32_t u = at + 1 + skip;
    for (Cls c : {Cls::unit_share, Cls::unit_per, Cls::unit, Cls::unit_time, Cls::currency}) {
      const Payload* p = s.has(u, c) ? s.pack.payload(s.tokens[u].entry, c) : nullptr;
      if (p == nullptr || p->text.size == 0) continue;
      if (s.has(u, Cls::unit_time) && !slash && !s.all && !is_rate(q, s.pack.text(p->text))) return;
      q.per = code_of(s, u, *p);
      q.tokens.last = u + 1;
      return;
    }
    if (!s.mark(u, Cls::word)) break;
  }
  if (s.has(at, Cls::per) && s.mark(at + 1, Cls::num_int) && s.tokens[at + 1].shape == Shape::number &&
      s.tokens[at + 1].value.compare(Decimal::of(100)) >= 0) {
    q.per = s.tokens[at + 1].span.in(s.text);
    q.tokens.last = at + 2;
    const Payload* unit = at + 2 < limit && s.has(at + 2, Cls::unit) && !s.has(at + 2, Cls::unit_time)
                              ? s.pack.payload(s.tokens[at + 2].entry, Cls::unit)
                              : nullptr;
    if (unit != nullptr && q.kind == Kind::money) {  // "per 100 kilos"
      q.per = code_of(s, at + 2, *unit);
      q.per_value = s.tokens[at + 1].value;
      q.tokens.last = at + 3;
    }
  } else if (!s.all && q.kind == Kind::money && s.has(at, Cls::prep_per) && s.mark(at + 1, Cls::word) &&
             at + 1 < limit && !s.has(at + 1, Cls::prep) && !s.has(at + 1, Cls::unit_time)) {
    uint32_t noun = at + 1;  // "916 yuan per trip", "335 francs per new certificate"
    const bool graded = s.has(noun, Cls::adj_extent) || s.has(noun, Cls::qual_neutral);
    if (graded && s.mark(noun + 1, Cls::word) && noun + 1 < limit) ++noun;
    q.per = s.tokens[noun].span.in(s.text);
    q.tokens.last = noun + 1;
  }
}

// "43.1 European Currency Units (ECUs)": the same again.
void past_short_form(const Stretch& s, Quantity& q) {
  const uint32_t at = q.tokens.last;
  if (s.mark(at, Cls::punct_open) && s.has(at + 1, Cls::currency) && s.mark(at + 2, Cls::punct_close))
    q.tokens.last = at + 3;
}

// "$5 US": a sign that leaves the country open, named after the number.
void currency_after_sign(const Stretch& s, Quantity& q, uint32_t at) {
  if (s.has(at, Cls::currency_sign) && s.mark(at + 1, Cls::num_any)) return;  // "$375-$385 million"
  if (const Payload* p =
          s.has(at, Cls::currency) ? s.pack.payload(s.tokens[at].entry, Cls::currency) : nullptr;
      p != nullptr && q.unit == "$") {
    q.unit = s.pack.text(p->text);
    q.tokens.last = at + 1;
  } else if (const Payload* a = s.has(at, Cls::sign_after) && s.mark(at, Cls::word_caps)
                                    ? s.pack.payload(s.tokens[at].entry, Cls::sign_after)
                                    : nullptr;
             a != nullptr && q.unit == "$" && !s.mark(at + 1, Cls::word_capital)) {
    q.unit = s.pack.text(a->text);
    q.tokens.last = at + 1;
  }
  divisor(s, q);
  if (q.per.empty()) exchange(s, q);
}

// "dropping from 208 pounds": few and without a scale, where no country's money has that name.
bool weighs(const Stretch& s, uint32_t at, const Quantity& q) {
  constexpr int kHeavy = 1000;
  if (q.scaled || q.value.compare(Decimal::of(kHeavy)) >= 0) return false;
  const std::string_view money = s.pack.text(s.pack.payload(s.tokens[at].entry, Cls::currency)->text);
  for (uint32_t i = s.where.first; i < s.where.last; ++i)
    for (const Cls c : {Cls::area, Cls::area_adj})
      if (const Payload* p = s.has(i, c) ? s.pack.payload(s.tokens[i].entry, c) : nullptr;
          p != nullptr && s.pack.text(p->text).find(money) != std::string_view::npos)
        return false;
  return true;
}

// "half a pound of butter": money is not of a thing.
const Payload* of_something(const Stretch& s, uint32_t at, const Quantity& q) {
  const Payload* p = s.pack.payload(s.tokens[at].entry, Cls::unit_amb);
  if (s.all && p != nullptr && weighs(s, at, q)) return p;
  return s.has(at + 1, Cls::prep_of) ? p : nullptr;
}

// "m" or "t" after a space is rarely a unit; "5t" and "5 km" are.
bool one_letter_apart(const Stretch& s, uint32_t at) {
  return s.tokens[at].span.size() == 1 && s.tokens[at].space_before && s.tokens[at].shape == Shape::word;
}

// "1/128 of a US gallon"
bool part_of_one(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.last;
  if (q.integer || q.scaled || q.value.compare(Decimal::of(1)) >= 0 || !s.has(at, Cls::prep_of)) return false;
  if (!s.has(++at, Cls::det_indef)) return false;
  while (s.has(++at, Cls::area)) {
  }
  const Payload* p = at < s.free_until(q.number.first) && s.has(at, Cls::unit) && !s.has(at, Cls::unit_time)
                         ? s.pack.payload(s.tokens[at].entry, Cls::unit)
                         : nullptr;
  if (p == nullptr || p->text.size == 0) return false;
  q.kind = Kind::physical;
  q.unit = s.pack.text(p->text);
  q.tokens.last = at + 1;
  return true;
}

}  // namespace

void take_currency(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.first;
  if (at == s.free) return;
  const bool prefix = s.has(at - 1, Cls::currency_prefix) && s.joined(at);
  if (!prefix && !s.has(at - 1, Cls::currency_sign)) return;
  const Payload* p =
      s.pack.payload(s.tokens[at - 1].entry, prefix ? Cls::currency_prefix : Cls::currency_sign);
  if (p == nullptr) return;
  q.tokens.first = at - 1;
  q.unit = s.pack.text(p->text);
  q.kind = Kind::money;
  if (q.unit != "$" || at < s.free + 2) return;
  if (const Payload* whose = s.pack.payload(s.tokens[at - 2].entry, Cls::sign_after);
      whose != nullptr && (s.mark(at - 2, Cls::word_capital) || s.has(at - 2, Cls::det))) {
    q.unit = s.pack.text(whose->text);  // "the US $5 billion"
    q.tokens.first = at - 2;
  }
}

bool take_unit(const Stretch& s, const Number& n, Quantity& q) {
  uint32_t at = q.tokens.last;
  bool hyphen = s.mark(at, Cls::punct_hyphen) && s.joined(at) && s.joined(at + 1);
  if (hyphen) ++at;
  if (q.kind == Kind::money) return currency_after_sign(s, q, at), true;
  struct {
    Cls cls;
    Kind kind;
  } static constexpr kUnits[] = {{Cls::unit_age, Kind::time},    {Cls::currency, Kind::money},
                                 {Cls::unit_time, Kind::time},   {Cls::unit_point, Kind::index_points},
                                 {Cls::unit_times, Kind::times}, {Cls::unit, Kind::physical}};
  for (const auto& u : kUnits) {
    if (!s.has(at, u.cls) || at >= s.free_until(q.number.first)) continue;
    const Payload* p = s.pack.payload(s.tokens[at].entry, u.cls);
    if (p == nullptr) continue;
    std::string_view code = code_of(s, at, *p);
    if (const Payload* mass = u.kind == Kind::money ? of_something(s, at, q) : nullptr; mass != nullptr) {
      q.kind = Kind::physical;
      q.unit = s.pack.text(mass->text);
      q.tokens.last = at + 1;
      return true;
    }
    if (n.fraction && u.cls == Cls::unit_point) {  // "a quarter point"
      q.kind = Kind::points;
      q.unit = "pp";
      q.tokens.last = at + 1;
      return true;
    }
    if (one_letter_apart(s, at) || (n.fraction && u.kind != Kind::physical && u.kind != Kind::money))
      return true;
    bool modifies = hyphen && (u.kind == Kind::time || (u.kind == Kind::physical && !s.all)) && code != "%" &&
                    code != "pp" && code != "bp";
    bool age = u.cls == Cls::unit_age;
    if (age ? !s.all : modifies) {  // "360-degree replays", "a 65-year-old"
      q.tokens.last = at + 1;
      return false;
    }
    q.kind = code == "%" ? Kind::percent : code == "pp" || code == "bp" ? Kind::points : u.kind;
    q.unit = code;
    if (u.kind == Kind::money || u.kind == Kind::physical) {
      q.unit_shift = p->number;
      if (u.kind == Kind::money && p->number < 0) q.minor = {at, at + 1};
      q.value = q.value.shifted(p->number);
    }
    q.tokens.last = at + 1;
    if (u.kind == Kind::money) past_short_form(s, q);
    divisor(s, q);
    if (q.per.empty()) exchange(s, q);
    return true;
  }
  if (part_of_one(s, q)) return true;
  if (!s.all && s.has(at, Cls::per) && s.has(at + 1, Cls::unit_time)) divisor(s, q);  // "or 77 a day"
  if (q.per.empty()) exchange(s, q);
  return true;
}

}  // namespace statgrep
