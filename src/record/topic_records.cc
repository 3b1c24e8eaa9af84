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
        names_(a.frames.size()) {}

  void run(std::vector<Record>& out) {
    for (const Chunk& c : a_.chunks)
      if (c.cls.has(bit(Cls::np))) namer_.learn(c.tokens, acronyms_);
    for (size_t i = 0; i < a_.frames.size(); ++i) {
      names_[i] = name(a_.frames[i]);
      if (!a_.frames[i].merged) build(i, out);
    }
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }

  // ---- names

  TopicName name(const Frame& f) {
    if (f.counted && f.indicator.size() == 0) return counted(f);
    if (f.np < 0 || f.indicator.size() == 0) return carried(f);
    const auto np = static_cast<uint32_t>(f.np);
    const Chunk& chunk = a_.chunks[np];
    const bool alone = chunk.head.size() == 1 && f.indicator.size() == 1;
    if (alone && is(np, Cls::noun_growth)) return carried(f);
    if (alone && is(np, Cls::noun_share)) return share_of(f);
    const bool shared = a_.chunks[np].cls.has(bit(Cls::np_list)) && (f.list_count > 1 || each(f));
    TokenRange phrase = f.indicator;
    const bool growth = is(np, Cls::noun_growth) && f.indicator.last == chunk.head.last;
    if (growth && phrase.size() > 1) --phrase.last;
    while (phrase.size() > 1 && tokens_[phrase.last - 1].cls.meets(pack_.family(Cls::attributive)))
      --phrase.last;
    return namer_.name(phrase, shared);
  }

  // Of the statement before, else of what the text measured last.
  TopicName carried(const Frame& f) const {
    int32_t from = f.antecedent >= 0 ? f.antecedent : f.previous;
    if (from >= 0) return names_[static_cast<size_t>(from)];
    TopicName out;
    if (!state_.name.empty()) out.each.push_back(state_.name);
    out.area = state_.area;
    return out;
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

  bool ends_clause(uint32_t i) const {
    const ClassSet& c = a_.chunks[i].cls;
    return c.has(bit(Cls::punct_comma)) || c.has(bit(Cls::punct_semicolon)) || c.has(bit(Cls::punct_stop)) ||
           c.has(bit(Cls::punct_colon)) || c.has(bit(Cls::period));
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
    const size_t first = listed ? f.list_index : 0;
    const size_t last = listed || f.list_count > 1 ? first + 1 : named.each.size();
    for (size_t k = first; k < last && k < named.each.size(); ++k) {
      r.indicator = named.each[k];
      out.push_back(r);
    }
    state_.name = named.each.front();
    state_.area = named.area;
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
    if (f.versus.size() > 0) r.versus = Versus{namer_.words(f.versus), "", {}};
    r.rule = pack_.text(pack_.rules()[f.rule].id);
    r.confidence = confidence(f, r);
    r.mentions.push_back(mention_of(d_, tokens_, a_, f));
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
    if (u.empty()) u = "1";
    if (!q.per.empty()) return u + '/' + currency(q.per);
    return u + named_divisor(f);
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
};

}  // namespace

void build_topic_records(const Document& document, const std::vector<Token>& tokens,
                         const SentenceAnalysis& sentence, const Pack& pack, Acronyms& acronyms,
                         NameState& state, Trace* trace, std::vector<Record>& out) {
  Builder(document, tokens, sentence, pack, acronyms, state, trace).run(out);
}

}  // namespace statgrep
