// Tests: tests/unit/record_topic_test.cc
#include "topic_subjects.h"

#include <algorithm>

namespace statgrep {

std::vector<TopicName> TopicSubjects::run() {
  std::vector<TopicName> out(a_.frames.size());
  for (size_t i = 0; i < a_.frames.size(); ++i) {
    names_[i] = name(a_.frames[i]);
    deal_out(i);
    if (a_.frames[i].merged || names_[i].each.empty()) continue;
    if (!parts(a_.frames[i])) state_.whole = names_[i].each.front();
    state_.name = names_[i].each.front();
    state_.area = names_[i].area;
  }
  for (size_t i = 0; i < a_.frames.size(); ++i) out[i] = told(i);
  return out;
}

// Of a list its own, of several together one name.
TopicName TopicSubjects::told(size_t i) const {
  const Frame& f = a_.frames[i];
  TopicName out = names_[i];
  if (out.each.empty() || out.each.front().empty()) return {};
  const auto only = [&](size_t k) { out.each = {k < out.each.size() ? out.each[k] : out.each.front()}; };
  if (paired_[i] > 0) {
    only(paired_[i] - 1U);
  } else if (f.list_count > 1) {
    only(out.each.size() >= f.list_count ? f.list_index : 0);
  } else if (out.each.size() > 1 && (f.np < 0 || lone_head(f)) && !told_of_each(f)) {
    std::string all;
    for (const std::string& one : out.each) {
      if (!all.empty()) all += "、";
      all += one;
    }
    out.each = {all};
  }
  return out;
}

TopicName TopicSubjects::name(const Frame& f) {
  if (f.counted && f.indicator.size() == 0) return counted(f);
  if (f.np < 0 || f.indicator.size() == 0) return carried(f);
  const auto np = static_cast<uint32_t>(f.np);
  const Chunk& chunk = a_.chunks[np];
  if (lone_head(f)) return is(np, Cls::noun_share) ? share_of(f) : carried(f);
  const bool shared = a_.chunks[np].cls.has(bit(Cls::np_list)) && (f.list_count > 1 || each(f));
  TokenRange phrase = f.indicator;
  const bool growth = is(np, Cls::noun_growth) && f.indicator.last == chunk.head.last;
  const bool stated_as = is(np, Cls::noun_stated_as) && f.indicator.last == chunk.head.last;
  const bool part = f.measure == Measure::share && f.indicator.last == chunk.head.last &&
                    is(np, Cls::noun_share) &&
                    pack_.payload(tokens_[phrase.last - 1].entry, Cls::noun_share) != nullptr;
  if ((growth || stated_as || part) && phrase.size() > 1) --phrase.last;
  phrase = units_.without_divisor(without_clause(phrase, np));
  while (phrase.size() > 1 && tokens_[phrase.last - 1].cls.meets(pack_.family(Cls::attributive)))
    --phrase.last;
  if (parts(f)) return parts_of(f);
  if (const uint32_t first = clause_of(np); first < np) {
    TopicName out;
    out.each.push_back(namer_.words({a_.chunks[first].tokens.first, phrase.last}));
    return out;
  }
  if (const uint32_t doer = doer_of(np); doer < np && f.list_count <= 1) {
    TopicName out = namer_.name(a_.chunks[doer].tokens, false);
    for (std::string& each : out.each) each += namer_.words(phrase);
    return out;
  }
  if (const uint32_t whose = told_apart(np); whose < np && f.list_count > 1) {
    TopicName out = namer_.name(a_.chunks[whose].tokens, true, f.list_count);
    for (std::string& each : out.each) each += namer_.words(phrase);
    return out;
  }
  return namer_.name(phrase, shared, f.list_count);
}

// 反映 | 楼价走势的 领先指数: without the object of the clause that says more of it.
TokenRange TopicSubjects::without_clause(TokenRange phrase, uint32_t np) const {
  static constexpr Cls kOwn[] = {Cls::verb_rise, Cls::verb_fall, Cls::verb_level,
                                 Cls::verb_do,   Cls::verb_have, Cls::verb_share};
  if (np == 0 || !is(np - 1, Cls::verb)) return phrase;
  for (const Cls c : kOwn)
    if (is(np - 1, c)) return phrase;
  const bool opens = np == 1 || ends_clause(np - 2) || a_.chunks[np - 2].transparent;
  for (uint32_t t = phrase.last - 1; opens && t-- > phrase.first;)
    if (tokens_[t].cls.meets(pack_.family(Cls::attributive))) return {t + 1, phrase.last};
  return phrase;
}

// 其中，北京和深圳…: whether the phrase is but places or parts, of which the
// measure was told before.
bool TopicSubjects::parts(const Frame& f) const {
  if (f.indicator.size() == 0) return false;
  const bool rate = f.measure == Measure::level && f.quantity.kind == Quantity::Kind::percent;
  if (f.measure != Measure::growth && f.measure != Measure::change && !rate) return false;
  const auto joins = [&](uint32_t t) {
    return tokens_[t].cls.meets(pack_.family(Cls::conj_and)) || tokens_[t].cls.has(bit(Cls::punct_list));
  };
  for (uint32_t t = f.indicator.first; t < f.indicator.last; ++t)
    if (!joins(t) && !tokens_[t].cls.meets(pack_.family(Cls::area)) &&
        !tokens_[t].cls.meets(pack_.family(Cls::noun_part)))
      return false;
  return !state_.whole.empty();
}

TopicName TopicSubjects::parts_of(const Frame& f) const {
  TopicName out = namer_.name(f.indicator, f.list_count > 1, f.list_count);
  for (std::string& each : out.each) each += state_.whole;
  return out;
}

// 价格环比上涨 | 的 | 城市: where the clause begins that says which ones `np` are, or `np`.
uint32_t TopicSubjects::clause_of(uint32_t np) const {
  if (np < 2 || !is(np - 1, Cls::attributive) || !is(np - 2, Cls::verb)) return np;
  uint32_t first = np;
  while (first > 0 && !ends_clause(first - 1) && !a_.chunks[first - 1].cls.has(bit(Cls::adjunct)) &&
         !is(first - 1, Cls::conj_of_which))
    --first;
  return first;
}

// 云计算服务 | 实现 | 收入: what a lone head is of, or `np`.
uint32_t TopicSubjects::doer_of(uint32_t np) const {
  const Chunk& object = a_.chunks[np];
  if (object.tokens.size() != 1 || !is(np, Cls::noun_head) || np < 2) return np;
  uint32_t i = np;
  const auto back = [&] {
    do --i;
    while (i > 0 && a_.chunks[i].transparent);
  };
  back();
  if (!is(i, Cls::verb_level)) return np;
  while (i > 0 && is(i, Cls::verb_level)) back();
  const bool named = a_.chunks[i].cls.has(bit(Cls::np)) && !a_.chunks[i].cls.has(bit(Cls::np_area));
  return named && !tokens_[a_.chunks[i].tokens.last - 1].cls.meets(pack_.family(Cls::noun_organisation)) ? i
                                                                                                         : np;
}

// 外商投资企业、国有企业 | 分别 | 进出口: the list that `np` is told of, or `np`.
uint32_t TopicSubjects::told_apart(uint32_t np) const {
  if (np < 2 || !is(np - 1, Cls::adv_respectively)) return np;
  return a_.chunks[np - 2].cls.has(bit(Cls::np_list)) ? np - 2 : np;
}

// A phrase that is but a word for a rate of growth, a share or a forecast.
bool TopicSubjects::lone_head(const Frame& f) const {
  if (f.np < 0 || f.indicator.size() != 1 || a_.chunks[static_cast<size_t>(f.np)].head.size() != 1)
    return false;
  const auto np = static_cast<uint32_t>(f.np);
  return is(np, Cls::noun_growth) || is(np, Cls::noun_stated_as) || is(np, Cls::noun_share);
}

// Of the statement before, else of what the text measured last.
TopicName TopicSubjects::carried(const Frame& f) const {
  int32_t from = f.antecedent >= 0 ? f.antecedent : f.previous;
  if (from >= 0) {
    const TopicName& one = names_[static_cast<size_t>(from)];
    constexpr size_t kBoth = 2;  // 均 behind two statements
    const size_t count = f.list_count > 1 ? f.list_count : told_of_each(f) ? kBoth : 1;
    return count > 1 && one.each.size() == 1 ? each_before(count, one, from) : one;
  }
  TopicName out;
  if (!state_.name.empty()) out.each.push_back(state_.name);
  out.area = state_.area;
  return out;
}

// 增速分别…: each of the last statements of different names.
TopicName TopicSubjects::each_before(size_t count, const TopicName& one, int32_t from) const {
  TopicName out;
  for (auto i = static_cast<size_t>(from) + 1; i-- > 0 && out.each.size() < count;) {
    const TopicName& n = names_[i];
    if (n.each.size() != 1) break;
    if (std::find(out.each.begin(), out.each.end(), n.each.front()) == out.each.end())
      out.each.insert(out.each.begin(), n.each.front());
  }
  return out.each.size() == count ? out : one;
}

// Whether the figure of `b` goes on the row of `a`: 下降 0.6 个 和 上升 0.2 个百分点.
bool TopicSubjects::goes_on(const Frame& a, const Frame& b) const {
  if (b.chunk == a.chunk) return true;
  const bool mark = is(a.chunk + 1, Cls::conj_and) || a_.chunks[a.chunk + 1].cls.has(bit(Cls::punct_list));
  return mark && b.np < 0 && b.first == a.chunk + 2;
}

// 分别增长 2%、3% 和下降 1%: as many figures in a row as names were told have one each.
void TopicSubjects::deal_out(size_t i) {
  size_t first = i;
  while (first > 0 && goes_on(a_.frames[first - 1], a_.frames[first])) --first;
  const size_t count = i - first + 1;
  const std::vector<std::string>& names = names_[first].each;
  const bool over_verbs = a_.frames[first].chunk != a_.frames[i].chunk;
  if (!over_verbs || names.size() != count || names_[i].each != names) return;
  for (size_t k = first; k <= i; ++k) paired_[k] = static_cast<uint8_t>(k - first + 1);
}

// "占比": of what was told before.
TopicName TopicSubjects::share_of(const Frame& f) const {
  TopicName out = carried(f);
  const std::string share = namer_.words(f.indicator);
  const Payload* whose = pack_.payload(tokens_[f.indicator.first].entry, Cls::noun_share);
  if (whose == nullptr) out.each.clear();  // a share with a name of its own
  for (std::string& n : out.each)
    if (f.measure != Measure::share) n += share;
  if (out.each.empty()) out.each.push_back(share);
  return out;
}

// A count's noun, with what is said of it to the end of its clause, or what stands before it.
TopicName TopicSubjects::counted(const Frame& f) const {
  TopicName out;
  uint32_t first = f.chunk;
  while (first > 0 && !ends_clause(first - 1)) --first;
  if (f.measure == Measure::share) {
    out.each.push_back(said_of(f.chunk + 1));
    return out;
  }
  if (f.quantity.noun.size() > 0) {
    uint32_t last = f.chunk + 1;
    while (last < a_.chunks.size() && !ends_clause(last) && !is(last, Cls::qty)) ++last;
    out.each.push_back(namer_.words({f.quantity.noun.first, a_.chunks[last - 1].tokens.last}));
    return out;
  }
  uint32_t last = f.chunk;
  while (last > first && !a_.chunks[last - 1].cls.has(bit(Cls::np)) && !is(last - 1, Cls::attributive))
    --last;
  if (last > first)
    out.each.push_back(namer_.words({a_.chunks[first].tokens.first, a_.chunks[last - 1].tokens.last}));
  else
    out = carried(f);
  return out;
}

// 21.5% 的 | 企业预计利润增加: to the end of the clause.
std::string TopicSubjects::said_of(uint32_t first) const {
  while (first < a_.chunks.size() && is(first, Cls::attributive)) ++first;
  uint32_t last = first;
  while (last < a_.chunks.size() && !ends_clause(last)) ++last;
  return last == first ? "" : namer_.words({a_.chunks[first].tokens.first, a_.chunks[last - 1].tokens.last});
}

bool TopicSubjects::ends_clause(uint32_t i) const {
  const ClassSet& c = a_.chunks[i].cls;
  return c.has(bit(Cls::punct_comma)) || c.has(bit(Cls::punct_semicolon)) || c.has(bit(Cls::punct_stop)) ||
         c.has(bit(Cls::punct_colon)) || c.has(bit(Cls::period));
}

// Whether a figure that goes on from a list is told of each item, not of all together.
bool TopicSubjects::told_of_each(const Frame& f) const {
  const uint32_t from = f.antecedent >= 0 ? a_.frames[static_cast<size_t>(f.antecedent)].chunk : 0;
  for (uint32_t i = from; i < f.chunk; ++i)
    if (is(i, Cls::adv_each) || is(i, Cls::adv_respectively)) return true;
  return false;
}

// Whether figures are told of each item: 均, 分别.
bool TopicSubjects::each(const Frame& f) const {
  for (uint32_t i = static_cast<uint32_t>(f.np) + 1; i < f.chunk; ++i)
    if (is(i, Cls::adv_each) || is(i, Cls::adv_respectively)) return true;
  return false;
}

}  // namespace statgrep
