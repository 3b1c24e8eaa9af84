// Tests: tests/unit/record_topic_test.cc
#include "statgrep/record/topic_records.h"

#include <algorithm>

#include "frame_names.h"
#include "statement.h"
#include "topic_names.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

constexpr int kFallbackPriority = 20;

class Builder {
 public:
  Builder(const Document& d, const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
          Acronyms& acronyms, NameState& state, Trace* trace)
      : d_(d),
        tokens_(tokens),
        a_(a),
        pack_(pack),
        namer_(d.text, tokens, pack, acronyms),
        acronyms_(acronyms),
        state_(state),
        trace_(trace),
        names_(a.frames.size()),
        paired_(a.frames.size()) {}

  void run(std::vector<Record>& out) {
    for (const Chunk& c : a_.chunks)
      if (c.cls.has(bit(Cls::np))) namer_.learn(c.tokens, acronyms_);
    for (size_t i = 0; i < a_.frames.size(); ++i) {
      names_[i] = name(a_.frames[i]);
      pair_off(i);
      if (a_.frames[i].merged || names_[i].each.empty()) continue;
      if (!parts(a_.frames[i])) state_.whole = names_[i].each.front();
      state_.name = names_[i].each.front();
      state_.area = names_[i].area;
    }
    for (size_t i = 0; i < a_.frames.size(); ++i)
      if (!a_.frames[i].merged) build(i, out);
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }

  // ---- names

  TopicName name(const Frame& f) {
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
    phrase = without_divisor(phrase);
    while (phrase.size() > 1 && tokens_[phrase.last - 1].cls.meets(pack_.family(Cls::attributive)))
      --phrase.last;
    if (parts(f)) return parts_of(f);
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

  // 其中，北京和深圳…: whether the phrase is but places or parts, of which the
  // measure was told before.
  bool parts(const Frame& f) const {
    if (f.indicator.size() == 0) return false;
    if (f.measure != Measure::growth && f.measure != Measure::change) return false;
    const auto joins = [&](uint32_t t) {
      return tokens_[t].cls.meets(pack_.family(Cls::conj_and)) || tokens_[t].cls.has(bit(Cls::punct_list));
    };
    for (uint32_t t = f.indicator.first; t < f.indicator.last; ++t)
      if (!joins(t) && !tokens_[t].cls.meets(pack_.family(Cls::area)) &&
          !tokens_[t].cls.meets(pack_.family(Cls::noun_part)))
        return false;
    return !state_.whole.empty();
  }

  TopicName parts_of(const Frame& f) const {
    TopicName out = namer_.name(f.indicator, f.list_count > 1, f.list_count);
    for (std::string& each : out.each) each += state_.whole;
    return out;
  }

  // 云计算服务 | 实现 | 收入: what a lone head is of, or `np`.
  uint32_t doer_of(uint32_t np) const {
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
    return named && !tokens_[a_.chunks[i].tokens.last - 1].cls.meets(pack_.family(Cls::noun_organisation))
               ? i
               : np;
  }

  // 外商投资企业、国有企业 | 分别 | 进出口: the list that `np` is told of, or `np`.
  uint32_t told_apart(uint32_t np) const {
    if (np < 2 || !is(np - 1, Cls::adv_respectively)) return np;
    return a_.chunks[np - 2].cls.has(bit(Cls::np_list)) ? np - 2 : np;
  }

  // "柴油价格 每 吨": the divisor of the figures is no part of the name.
  TokenRange without_divisor(TokenRange r) const {
    return r.size() > 2 && divisor(r.last - 2) != nullptr ? TokenRange{r.first, r.last - 2} : r;
  }

  const Payload* divisor(uint32_t per) const {
    if (!tokens_[per].cls.meets(pack_.family(Cls::per))) return nullptr;
    for (const Cls c : {Cls::unit_share, Cls::unit})
      if (const Payload* p = pack_.payload(tokens_[per + 1].entry, c)) return p;
    return nullptr;
  }

  // A phrase that is but a word for a rate of growth, a share or a forecast.
  bool lone_head(const Frame& f) const {
    if (f.np < 0 || f.indicator.size() != 1 || a_.chunks[static_cast<size_t>(f.np)].head.size() != 1)
      return false;
    const auto np = static_cast<uint32_t>(f.np);
    return is(np, Cls::noun_growth) || is(np, Cls::noun_stated_as) || is(np, Cls::noun_share);
  }

  // Of the statement before, else of what the text measured last.
  TopicName carried(const Frame& f) const {
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
  TopicName each_before(size_t count, TopicName one, int32_t from) const {
    TopicName out;
    for (auto i = static_cast<size_t>(from) + 1; i-- > 0 && out.each.size() < count;) {
      const TopicName& n = names_[i];
      if (n.each.size() != 1) break;
      if (std::find(out.each.begin(), out.each.end(), n.each.front()) == out.each.end())
        out.each.insert(out.each.begin(), n.each.front());
    }
    return out.each.size() == count ? out : one;
  }

  // 下降 0.6 个和上升 0.2 个百分点: two figures joined, of the two names before.
  void pair_off(size_t i) {
    if (i == 0) return;
    const Frame &a = a_.frames[i - 1], &b = a_.frames[i];
    const bool carried = a.np < 0 && b.np < 0 && a.list_count <= 1 && b.list_count <= 1;
    if (!carried || names_[i].each.size() != 2 || names_[i - 1].each != names_[i].each) return;
    if (b.first != a.chunk + 2 || !is(a.chunk + 1, Cls::conj_and)) return;
    paired_[i - 1] = 1;
    paired_[i] = 2;
  }

  // "占比": of what was told before.
  TopicName share_of(const Frame& f) const {
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
  TopicName counted(const Frame& f) const {
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
  std::string said_of(uint32_t first) const {
    while (first < a_.chunks.size() && is(first, Cls::attributive)) ++first;
    uint32_t last = first;
    while (last < a_.chunks.size() && !ends_clause(last)) ++last;
    return last == first ? ""
                         : namer_.words({a_.chunks[first].tokens.first, a_.chunks[last - 1].tokens.last});
  }

  bool ends_clause(uint32_t i) const {
    const ClassSet& c = a_.chunks[i].cls;
    return c.has(bit(Cls::punct_comma)) || c.has(bit(Cls::punct_semicolon)) || c.has(bit(Cls::punct_stop)) ||
           c.has(bit(Cls::punct_colon)) || c.has(bit(Cls::period));
  }

  // Whether a figure that goes on from a list is told of each item, not of all together.
  bool told_of_each(const Frame& f) const {
    const uint32_t from = f.antecedent >= 0 ? a_.frames[static_cast<size_t>(f.antecedent)].chunk : 0;
    for (uint32_t i = from; i < f.chunk; ++i)
      if (is(i, Cls::adv_each) || is(i, Cls::adv_respectively)) return true;
    return false;
  }

  // Whether one figure is told of each item: 均.
  bool each(const Frame& f) const {
    for (uint32_t i = static_cast<uint32_t>(f.np) + 1; i < f.chunk; ++i)
      if (is(i, Cls::adv_each)) return true;
    return false;
  }

  // ---- records

  void build(size_t i, std::vector<Record>& out) {
    const Frame& f = a_.frames[i];
    const TopicName& named = names_[i];
    if (named.each.empty() || named.each.front().empty()) return note(f, Verdict::unresolved, "no indicator");
    Record r;
    fill(f, named, r);
    const bool listed = f.list_count > 1 && named.each.size() >= f.list_count;
    const size_t first = listed ? f.list_index : paired_[i] > 0 ? paired_[i] - 1U : 0;
    const size_t last = listed || f.list_count > 1 || paired_[i] > 0 ? first + 1 : named.each.size();
    const bool joint = last > first + 1 && (f.np < 0 || lone_head(f)) && !told_of_each(f);
    for (size_t k = first; k < (joint ? first + 1 : last) && k < named.each.size(); ++k) {
      r.indicator = named.each[k];
      for (size_t more = 1; joint && more < named.each.size(); ++more) r.indicator += "、" + named.each[more];
      out.push_back(r);
    }
    note(f, Verdict::made, r.indicator);
  }

  void fill(const Frame& f, const TopicName& named, Record& r) {
    r.area = named.area;
    r.measure = f.measure;
    put_values(d_, f, r);
    r.unit = unit(f);
    r.basis = f.basis;
    r.qualifier = f.quantity.qualifier != Qualifier::none ? f.quantity.qualifier : f.qualifier;
    r.status = f.status;
    r.period = f.when;
    r.streak = f.streak;
    if (f.of.size() > 0) r.of = whole(f.of);
    if (f.compared) r.versus = f.compared;
    if (f.versus.size() > 0) r.versus = Versus{namer_.words(compared_with(f.versus)), "", {}};
    r.rule = pack_.text(pack_.rules()[f.rule].id);
    r.confidence = confidence(f, r);
    r.mentions.push_back(mention_of(d_, tokens_, a_, f));
  }

  // With the time before it: 8月 | 预测值.
  TokenRange compared_with(TokenRange r) const {
    for (const Chunk& c : a_.chunks)
      if (c.cls.has(bit(Cls::adjunct)) && c.tokens.last == r.first) return {c.tokens.first, r.last};
    return r;
  }

  // "移动基站总数的比重": without the head that says it is a whole.
  std::string whole(TokenRange r) const {
    if (r.size() > 1 && tokens_[r.last - 1].cls.meets(pack_.family(Cls::noun_share))) --r.last;
    while (r.size() > 1 && tokens_[r.last - 1].cls.meets(pack_.family(Cls::attributive))) --r.last;
    return namer_.words(r);
  }

  std::string unit(const Frame& f) const {
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
    if (const std::string pair = exchanged(f, u); !pair.empty()) return pair;
    if (u.empty()) u = "1";
    if (!q.per.empty()) return u + '/' + currency(q.per);
    return u + named_divisor(f);
  }

  // 人民币对美元 7.0968, 美元兑日元 149.5: of the two the one printed at the
  // figure, else one of the language's own countries, else the second is counted.
  std::string exchanged(const Frame& f, const std::string& printed) const {
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
      return first ? one + '/' + other : other + '/' + one;
    }
    return "";
  }

  // A word for the money of several countries is that of the country that the text names first.
  std::string currency(std::string_view code) const {
    const uint32_t entry = pack_.entry_of(code);
    const Payload* p = entry == kNone ? nullptr : pack_.payload(entry, Cls::currency_area_word);
    if (p == nullptr) return std::string(code == "$" ? "USD" : code);
    const std::string_view all = pack_.text(p->text);
    for (const std::string& c : state_.currencies)
      if (all.find(c) != std::string_view::npos) return c;
    return std::string(all.substr(0, 3));
  }

  // "每股收益": an amount a share, whose divisor the name says.
  std::string named_divisor(const Frame& f) const {
    if (f.quantity.kind != Kind::money || f.quantity.scaled) return "";
    if (f.indicator.size() > 2)
      if (const Payload* p = divisor(f.indicator.last - 2)) return '/' + std::string(pack_.text(p->text));
    for (uint32_t i = f.indicator.first; i < f.indicator.last; ++i)
      if (const Payload* p = pack_.payload(tokens_[i].entry, Cls::noun_per_share))
        return '/' + std::string(pack_.text(p->text));
    return "";
  }

  int confidence(const Frame& f, const Record& r) const {
    int c = Cost::whole;
    if (f.np < 0 && f.antecedent < 0 && !f.counted) c -= Cost::anaphor;
    if (f.antecedent >= 0) c -= Cost::continued;
    if (pack_.rules()[f.rule].priority < kFallbackPriority) c -= Cost::fallback_rule;
    if (!r.period)
      c -= Cost::no_period;
    else if (r.period->inherited)
      c -= Cost::inherited;
    if (r.period && r.period->bounds && !r.period->bounds->start.has_year()) c -= Cost::open_year;
    if (r.measure == Measure::share) c -= Cost::share;
    for (const EmitField& e : pack_.emits(pack_.rules()[f.rule]))
      if (static_cast<EmitKey>(e.field) == EmitKey::doubt) c -= e.number;
    return std::max(c, 5);
  }

  void note(const Frame& f, Verdict v, const std::string& why) {
    if (trace_ != nullptr)
      trace_->add(Stage::record, v, f.quantity.text, std::string(pack_.text(pack_.rules()[f.rule].id)), why);
  }

  const Document& d_;
  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  TopicNamer namer_;
  Acronyms& acronyms_;
  NameState& state_;
  Trace* trace_;
  std::vector<TopicName> names_;
  std::vector<uint8_t> paired_;  // 1, 2: which of two names before it a frame has
};

}  // namespace

std::vector<std::string> frequent_currencies(const std::vector<Token>& tokens, const Pack& pack) {
  constexpr int kNamed = 2;  // a currency named in full tells more than a place
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

void build_topic_records(const Document& document, const std::vector<Token>& tokens,
                         const SentenceAnalysis& sentence, const Pack& pack, Acronyms& acronyms,
                         NameState& state, Trace* trace, std::vector<Record>& out) {
  Builder(document, tokens, sentence, pack, acronyms, state, trace).run(out);
}

}  // namespace statgrep
