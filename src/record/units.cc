// Tests: tests/unit/record_builder_test.cc, resolve_measures_test.cc
#include "units.h"

#include <algorithm>

#include "former_currencies.h"
#include "statgrep/pack/alias.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

constexpr std::string_view kBarrel = "[bbl_us]";

// UCUM's code of a unit of time; "" where there is none.
std::string_view ucum(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return "s";
    case TimeUnit::minute:
      return "min";
    case TimeUnit::hour:
      return "h";
    case TimeUnit::day:
      return "d";
    case TimeUnit::week:
      return "wk";
    case TimeUnit::month:
      return "mo";
    default:
      return "";
  }
}

}  // namespace

std::string Units::of(const Frame& f, const Record& r) {
  const Quantity& q = f.quantity;
  if (f.measure == Measure::rank || f.measure == Measure::multiple) return "1";
  std::string u;
  switch (q.kind) {
    case Kind::percent:
    case Kind::fraction:
      return "%";
    case Kind::count:
      u = namer_.unit_noun(q.noun);
      break;
    case Kind::times:
    case Kind::index_points:
      return "1";
    case Kind::bare:
      if (u = exchanged(f); !u.empty()) break;
      u = bare_unit(f, r);
      if (q.per.empty()) return u;
      break;
    case Kind::money:
      u = currency(q.unit);
      // crude is sold in the first dollar that the pack names, wherever the text is from
      if (q.unit == "$" && q.per == kBarrel && state_.dollar.empty()) u = candidates("$").substr(0, 3);
      if (std::string priced = priced_currency(f); q.per.empty() && !priced.empty())
        return priced != u ? u + "/" + priced : u + rate_before(f);
      break;
    default:
      u = std::string(q.unit);
  }
  if (u.empty()) u = "1";
  if (!q.per.empty()) return u + "/" + divisor(q);
  std::string_view usual = alias_unit(f);
  if (size_t slash = usual.find('/'); slash != std::string_view::npos && q.kind == Kind::money && !q.scaled)
    u += usual.substr(slash);
  else if (q.kind == Kind::money)
    u += each(f).empty() ? std::string(brief_divisor(f)) : each(f);
  return u;
}

// "per 100,000" is printed without its commas.
std::string Units::divisor(const Quantity& q) {
  if (q.exchange && q.per == "$")  // whatever the text's own dollar: the first that the pack names
    return std::string(candidates(q.per).substr(0, 3));
  if (q.exchange) return currency(q.per);
  const bool unit = !q.per.empty() && q.kind == Kind::money && (q.per[0] < '0' || q.per[0] > '9');
  if (q.per_value) return q.per_value->to_string() + (unit ? "." + std::string(q.per) : "");  // "EUR/100.kg"
  if (const auto time = time_unit_from(q.per); time && !ucum(*time).empty()) return std::string(ucum(*time));
  std::string out(q.per);
  out.erase(std::remove(out.begin(), out.end(), ','), out.end());
  return out;
}

// "the Taiwan dollar closed at 34.40 to the U.S. dollar": the currency spoken of. "" for no such rate.
std::string Units::exchanged(const Frame& f) {
  if (!f.quantity.exchange) return "";
  std::string out = priced_currency(f);
  if (const Payload* p = out.empty() && f.indicator.size() > 0
                             ? pack_.payload(tokens_[f.indicator.last - 1].entry, Cls::currency)
                             : nullptr)
    out = currency(pack_.text(p->text));
  const std::string other = divisor(f.quantity);
  for (const std::string& own : state_.currencies)  // "7.50 to the dollar", in a text on Venezuela
    if (out.empty() && own != other) out = code_in(own, state_.year);
  return out;
}

// "having averaged R17.93 to the dollar, the rand has weakened to R18.60": to the dollar still.
std::string Units::rate_before(const Frame& f) {
  if (f.previous < 0) return "";
  const Quantity& before = a_.frames[static_cast<size_t>(f.previous)].quantity;
  return !before.exchange || before.unit != f.quantity.unit ? "" : "/" + divisor(before);
}

// "the dollar rose to 153 yen": an exchange rate is of one currency in another.
std::string Units::priced_currency(const Frame& f) {
  const Frame* at = &f;
  while (at->indicator.size() == 0 && at->antecedent >= 0)
    at = &a_.frames[static_cast<size_t>(at->antecedent)];
  if (f.list_count > 1 || at->np < 0 || at->indicator.size() == 0) return "";
  const ClassSet& c = a_.chunks[static_cast<size_t>(at->np)].cls;
  if (c.meets(pack_.family(Cls::noun_exchange))) return other_currency(f, at->indicator);
  if (!c.meets(pack_.family(Cls::noun_market))) return "";
  const Payload* p = pack_.payload(tokens_[at->indicator.last - 1].entry, Cls::currency);
  return p == nullptr ? "" : currency(pack_.text(p->text));
}

// "the yen/dollar rate rose to 158 yen": the one that the value is not in.
std::string Units::other_currency(const Frame& f, TokenRange name) {
  for (uint32_t i = name.first; i < name.last; ++i)
    for (Cls k : {Cls::currency, Cls::noun_exchange}) {
      const Payload* p = pack_.payload(tokens_[i].entry, k);
      if (p == nullptr || pack_.text(p->text).empty()) continue;
      std::string named = currency(pack_.text(p->text));
      if (named != currency(f.quantity.unit)) return named;
    }
  return "";
}

std::string Units::currency(std::string_view code) {
  return std::string(code_in(current(code), state_.year));
}

std::string Units::current(std::string_view code) {
  std::string_view choice = candidates(code);
  if (choice.empty()) {
    if (candidates("$").find(code) != std::string_view::npos) state_.dollar = code;
    return std::string(code);
  }
  if (code == "$" && !state_.dollar.empty()) return state_.dollar;
  for (const std::string& c : state_.currencies) {
    if (choice.find(c) != std::string_view::npos) return c;
    if (code == "$") break;  // a bare dollar is that of the text's own area, or the U.S. one
  }
  return std::string(choice.substr(0, 3));
}

// The currencies that a word such as "crown" or a bare "$" may be, or "".
std::string_view Units::candidates(std::string_view code) const {
  const Payload* p = pack_.payload(pack_.entry_of(code), Cls::currency_area_word);
  return p == nullptr ? std::string_view() : pack_.text(p->text);
}

// "Oper shr loss 9 cts vs profit 2 cts": the profit is the operating one a share, too.
std::string_view Units::alias(const Frame& f) const {
  if (f.previous >= 0 && f.year_earlier) {
    const Frame& before = a_.frames[static_cast<size_t>(f.previous)];
    constexpr uint32_t kMostWords = 3;
    for (uint32_t words = kMostWords; words > 0 && before.indicator.size() > 0; --words)
      if (std::string_view full = namer_.alias(f.indicator, before.indicator, words); !full.empty())
        return full;
  }
  return namer_.alias(f.indicator);
}

// The unit that an alias has where none is printed: "Net 4,568,000".
std::string_view Units::alias_unit(const Frame& f) const {
  const Frame* at = &f;
  while (at->indicator.size() == 0 && at->antecedent >= 0)
    at = &a_.frames[static_cast<size_t>(at->antecedent)];
  return split_alias(alias(*at)).unit;
}

// A bare number takes its indicator's noun; a reading of an index has none.
std::string Units::bare_unit(const Frame& f, const Record& r) {
  const Quantity& q = f.quantity;
  if (std::string_view usual = alias_unit(f); !usual.empty()) {
    size_t slash = std::min(usual.find('/'), usual.size());
    return currency(usual.substr(0, slash)) + std::string(usual.substr(slash));
  }
  const Frame* at = &f;
  while (at->np < 0 && at->antecedent >= 0) at = &a_.frames[static_cast<size_t>(at->antecedent)];
  for (uint32_t i = at->indicator.first; i < at->indicator.last; ++i)
    if (tokens_[i].cls.meets(pack_.family(Cls::noun_years))) return name_of(TimeUnit::year);
  if (!q.integer || r.indicator.empty()) return "1";
  if (at->np >= 0) {
    const ClassSet& c = a_.chunks[static_cast<size_t>(at->np)].cls;
    bool people = c.has(bit(Cls::np_rate)) &&
                  q.value.abs().compare(Decimal::of(1000)) >= 0;  // "unemployment of two million"
    if (c.has(bit(Cls::np_index)) || (c.has(bit(Cls::np_rate)) && !people) || c.has(bit(Cls::np_price)))
      return "1";
  }
  if (f.within.size() > 0 && at->indicator.size() > 0)  // "employment rose in hospitals (+19,000)"
    return last_noun(namer_.name(at->indicator, true, at->indicator.first).name);
  if (at->indicator.size() > 0 && is_index(at->indicator.last - 1)) return "1";  // "the rise in the index"
  if (std::string noun = counted_by_name(*at); !noun.empty()) return noun;
  const size_t space = r.indicator.rfind(' ');
  std::string last = space == std::string::npos ? r.indicator : r.indicator.substr(space + 1);
  if (const TokenRange goal = attached_to(*at); goal.size() > 0)  // "visitors to Spain": visitors
    if (std::string noun = last_noun(namer_.name(goal, false, kNone).name);
        r.indicator.find(noun) != std::string::npos)
      return noun;
  if (last.find_first_not_of("0123456789") == std::string::npos) return "1";  // "Nikkei 225"
  std::string one = namer_.singular(last);
  bool large = q.value.abs().compare(Decimal::of(100)) >= 0;
  return one != last || large ? one : "1";
}

// The phrase that a preposition other than "of" follows in the name, or none.
TokenRange Units::attached_to(const Frame& f) const {
  if (f.np < 0) return {};
  const TokenRange head = a_.chunks[static_cast<size_t>(f.np)].head;
  const bool inside = f.indicator.first <= head.first && head.last < f.indicator.last;
  if (!inside || head.size() == 0) return {};
  const ClassSet& next = tokens_[head.last].cls;
  const bool attached = next.meets(pack_.family(Cls::prep)) && !next.meets(pack_.family(Cls::prep_of));
  return attached ? head : TokenRange{};
}

// "200 shares at 1.54 dollars each": a share; "" where none follows a count.
std::string Units::each(const Frame& f) const {
  const uint32_t next = f.quantity.tokens.last;
  const bool said = next < a_.sentence.last && tokens_[next].cls.meets(pack_.family(Cls::adv_each));
  if (!said || f.antecedent < 0) return "";
  const Frame& counted = a_.frames[static_cast<size_t>(f.antecedent)];
  if (counted.quantity.kind != Quantity::Kind::count) return "";
  return "/" + namer_.unit_noun(counted.quantity.noun);
}

// "quarterly earnings per share was $1.65": the divisor of the brief name at the end, or "".
std::string_view Units::brief_divisor(const Frame& f) const {
  if (f.indicator.size() == 0) return "";
  const Payload* p = pack_.payload(tokens_[f.indicator.last - 1].entry, Cls::noun_alias);
  if (p == nullptr) return "";
  const std::string_view unit = split_alias(pack_.text(p->text)).unit;
  return unit.substr(std::min(unit.find('/'), unit.size()));
}

std::string Units::last_noun(const std::string& name) const {
  const size_t space = name.rfind(' ');
  return namer_.singular(space == std::string::npos ? name : name.substr(space + 1));
}

bool Units::is_index(uint32_t token) const {
  return tokens_[token].cls.meets(pack_.family(Cls::noun_index));
}

// "the number of projects employing 5G": project.
std::string Units::counted_by_name(const Frame& f) const {
  for (uint32_t i = f.indicator.first; i + 2 < f.indicator.last; ++i)
    if (tokens_[i].cls.meets(pack_.family(Cls::noun_number)) &&
        tokens_[i + 1].cls.meets(pack_.family(Cls::prep_of))) {
      uint32_t first = i + 2;
      while (first < f.indicator.last && tokens_[first].cls.meets(pack_.family(Cls::det))) ++first;
      uint32_t last = first;  // "people actually receiving benefits": people
      const auto opens = [&](uint32_t k) {
        const ClassSet& c = tokens_[k].cls;
        return c.meets(pack_.family(Cls::adv)) && !c.meets(pack_.family(Cls::noun));
      };
      while (last < f.indicator.last && !opens(last)) ++last;
      return last > first ? namer_.unit_noun({first, last}) : "";
    }
  return "";
}

}  // namespace statgrep
