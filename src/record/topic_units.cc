// Tests: tests/unit/record_topic_test.cc
#include "topic_units.h"

#include <algorithm>
#include <utility>

#include "statgrep/record/topic_records.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

std::string ratio(std::string of, const std::string& by) {
  of += '/';
  of += by;
  return of;
}

}  // namespace

// "柴油价格 每 吨": the divisor of the figures is no part of the name.
TokenRange TopicUnits::without_divisor(TokenRange r) const {
  return r.size() > 2 && divisor(r.last - 2) != nullptr ? TokenRange{r.first, r.last - 2} : r;
}

const Payload* TopicUnits::divisor(uint32_t per) const {
  if (!tokens_[per].cls.meets(pack_.family(Cls::per))) return nullptr;
  for (const Cls c : {Cls::unit_share, Cls::unit})
    if (const Payload* p = pack_.payload(tokens_[per + 1].entry, c)) return p;
  return nullptr;
}

std::string TopicUnits::unit(const Frame& f) const {
  const Quantity& q = f.quantity;
  if (f.measure == Measure::rank || f.measure == Measure::multiple) return "1";
  std::string u;
  switch (q.kind) {
    case Kind::percent:
    case Kind::fraction:
      return "%";
    case Kind::times:
    case Kind::index_points:
      return "1";
    case Kind::money:
      u = currency(q.unit);
      break;
    case Kind::count:
      u = q.unit.empty() ? namer_.words(q.noun) : std::string(q.unit);
      break;
    default:
      u = std::string(q.unit);
  }
  if (std::string pair = exchanged(f, u); !pair.empty()) return pair;
  if (u.empty()) u = "1";
  if (!q.per.empty()) return ratio(u, currency(q.per));
  return u + named_divisor(f);
}

// 人民币对美元 7.0968, 美元兑日元 149.5: of the two the one printed at the
// figure, else one of the language's own countries, else the second is counted.
std::string TopicUnits::exchanged(const Frame& f, const std::string& printed) const {
  if (f.quantity.kind != Kind::money && f.quantity.kind != Kind::bare) return "";
  for (uint32_t i = f.indicator.first; i + 2 < f.indicator.last; ++i) {
    const Payload* a = pack_.payload(tokens_[i].entry, Cls::currency);
    const Payload* b = pack_.payload(tokens_[i + 2].entry, Cls::currency);
    const bool joined = tokens_[i + 1].cls.meets(pack_.family(Cls::num_ratio)) ||
                        tokens_[i + 1].cls.meets(pack_.family(Cls::prep));
    if (a == nullptr || b == nullptr || !joined) continue;
    const std::string one(pack_.text(a->text)), other(pack_.text(b->text));
    const auto home = [&](uint32_t at) { return tokens_[at].cls.meets(pack_.family(Cls::currency_home)); };
    const bool first = printed.empty() ? home(i) && !home(i + 2) : printed == one;
    return ratio(first ? one : other, first ? other : one);
  }
  return "";
}

// A word for the money of several countries is that of the country that the text names first.
std::string TopicUnits::currency(std::string_view code) const {
  const uint32_t entry = pack_.entry_of(code);
  const Payload* p = entry == kNone ? nullptr : pack_.payload(entry, Cls::currency_area_word);
  if (p == nullptr) return std::string(code == "$" ? "USD" : code);
  const std::string_view all = pack_.text(p->text);
  for (const std::string& c : state_.currencies)
    if (all.find(c) != std::string_view::npos) return c;
  return std::string(all.substr(0, 3));
}

// "每股收益": an amount a share, whose divisor the name says.
std::string TopicUnits::named_divisor(const Frame& f) const {
  if (f.quantity.kind != Kind::money || f.quantity.scaled) return "";
  if (f.indicator.size() > 2)
    if (const Payload* p = divisor(f.indicator.last - 2)) return '/' + std::string(pack_.text(p->text));
  for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
    if (const Payload* p = pack_.payload(tokens_[i].entry, Cls::noun_per_share))
      return '/' + std::string(pack_.text(p->text));
  return "";
}

std::vector<std::string> frequent_currencies(const std::vector<Token>& tokens, const Pack& pack) {
  constexpr int kNamed = 4;  // a currency named in full tells more than a place
  std::vector<std::pair<std::string, int>> counts;
  const auto count = [&](std::string_view code, int times) {
    const auto at =
        std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == code; });
    if (at != counts.end())
      at->second += times;
    else
      counts.emplace_back(code, times);
  };
  for (const Token& t : tokens) {
    if (const Payload* p =
            t.cls.meets(pack.family(Cls::currency)) ? pack.payload(t.entry, Cls::currency) : nullptr)
      if (pack.payload(t.entry, Cls::currency_area_word) == nullptr) count(pack.text(p->text), kNamed);
    if (const Payload* p = pack.payload(t.entry, Cls::usage_currency)) count(pack.text(p->text), 1);
    const Payload* place = pack.payload(t.entry, Cls::area);
    if (place == nullptr) continue;
    const std::string_view said = pack.text(place->text);
    if (const size_t bar = said.find('|'); bar + 4 <= said.size() && bar != std::string_view::npos)
      count(said.substr(bar + 1, 3), 1);
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> out;
  for (const auto& c : counts) out.push_back(c.first);
  return out;
}

}  // namespace statgrep
