// Tests: tests/unit/record_topic_test.cc
#include "statgrep/record/topic_records.h"

#include <algorithm>

#include "frame_names.h"
#include "statement.h"
#include "topic_names.h"
#include "topic_subjects.h"
#include "topic_units.h"

namespace statgrep {
namespace {

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
        units_(tokens, pack, namer_, state),
        acronyms_(acronyms),
        state_(state),
        trace_(trace) {}

  void run(std::vector<Record>& out) {
    for (const Chunk& c : a_.chunks)
      if (c.cls.has(bit(Cls::np))) namer_.learn(c.tokens, acronyms_);
    const std::vector<TopicName> names = TopicSubjects(tokens_, a_, pack_, namer_, units_, state_).run();
    for (size_t i = 0; i < a_.frames.size(); ++i)
      if (!a_.frames[i].merged && !prolongs(a_.frames[i], out)) build(a_.frames[i], names[i], out);
  }

 private:
  // 这一增速已连续 36 个月保持在两位数: a sentence that says of the growth before how long it has held.
  bool prolongs(const Frame& f, std::vector<Record>& out) {
    if (f.measure != Measure::streak || f.np < 0 || f.indicator.size() != 1 || &f != a_.frames.data())
      return false;
    if (out.empty() || out.back().streak || out.back().measure != Measure::growth) return false;
    const auto is = [&](size_t i, Cls c) { return a_.chunks[i].cls.meets(pack_.family(c)); };
    if (!is(static_cast<size_t>(f.np), Cls::noun_growth)) return false;
    for (size_t i = f.chunk; i < a_.chunks.size(); ++i)
      if (is(i, Cls::verb_rise) || is(i, Cls::verb_fall)) return false;  // it is the rate that rose
    out.back().streak = Streak{f.quantity.value, std::string(f.quantity.unit),
                               out.back().value.is_negative() ? "down" : "up"};
    note(f, Verdict::merged, out.back().indicator);
    return true;
  }

  void build(const Frame& f, const TopicName& named, std::vector<Record>& out) {
    if (named.each.empty()) return note(f, Verdict::unresolved, "no indicator");
    Record r;
    fill(f, named, r);
    for (const std::string& name : named.each) {
      r.indicator = name;
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

  // 每股收益 5.61 元, 上年同期为 5.02 元: what it moved by or from has its indicator's divisor.
  std::string unit(const Frame& f) const {
    std::string own = units_.unit(f);
    const int32_t before = f.previous >= 0 ? f.previous : f.antecedent;
    const bool from =
        before >= 0 && a_.frames[static_cast<size_t>(before)].earlier;  // 由每月 1800 元提高到 1950 元
    const bool carried =
        f.earlier || from || f.measure == Measure::change || f.measure == Measure::difference;
    if (before < 0 || !carried || f.quantity.kind != Quantity::Kind::money) return own;
    const std::string whole = units_.unit(a_.frames[static_cast<size_t>(before)]);
    return whole.size() > own.size() && whole.starts_with(own) && whole[own.size()] == '/' ? whole : own;
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

  int confidence(const Frame& f, const Record& r) const {
    int c = Cost::whole;
    if (f.np < 0 && f.antecedent < 0 && !f.counted) c -= Cost::anaphor;
    if (f.antecedent >= 0) c -= Cost::continued;
    if (pack_.rules()[f.rule].priority < kFallbackPriority) c -= Cost::fallback_rule;
    c -= cost_of_period(r);
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
  TopicUnits units_;
  Acronyms& acronyms_;
  NameState& state_;
  Trace* trace_;
};

}  // namespace

void build_topic_records(const Document& document, const std::vector<Token>& tokens,
                         const SentenceAnalysis& sentence, const Pack& pack, Acronyms& acronyms,
                         NameState& state, Trace* trace, std::vector<Record>& out) {
  Builder(document, tokens, sentence, pack, acronyms, state, trace).run(out);
}

}  // namespace statgrep
