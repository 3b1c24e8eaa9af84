// Tests: tests/unit/resolve_topic_test.cc
#include "topic_measures.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class TopicMeasures {
 public:
  TopicMeasures(const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack)
      : tokens_(tokens), a_(a), pack_(pack) {}

  void measure(Frame& f) const {
    Quantity& q = f.quantity;
    const int named = growth_named(f);
    switch (f.measure_rule) {
      case MeasureRule::movement:
        f.measure = movement(f);
        if (is(f.chunk, Cls::verb_unchanged)) unchanged(f);
        break;
      case MeasureRule::state:
        f.measure = stated(f, named);
        break;
      case MeasureRule::same:
        f.measure = f.previous >= 0 ? a_.frames[static_cast<size_t>(f.previous)].measure : stated(f, named);
        if (f.measure == Measure::growth && !relative(q)) f.measure = stated(f, named);
        break;
      case MeasureRule::fixed:
        break;
    }
    if (f.measure == Measure::growth && q.kind == Kind::times) {  // grew by 1.5 times
      q.value = q.value.shifted(2);
      if (q.high) q.high = q.high->shifted(2);
      q.kind = Kind::percent;
      q.unit = "%";
    }
    if (named < 0 &&
        (f.measure == Measure::growth || f.measure == Measure::change || f.measure == Measure::difference))
      f.sign = -(f.sign == 0 ? 1 : f.sign);
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  bool head_is(const Frame& f, Cls c) const { return f.np >= 0 && is(static_cast<uint32_t>(f.np), c); }

  // 1 or -1 where the phrase is a growth rate's name, -1 for one of falls; 0 where it is none.
  int growth_named(const Frame& f) const {
    if (!head_is(f, Cls::noun_growth)) return 0;
    const uint32_t head = a_.chunks[static_cast<size_t>(f.np)].head.last - 1;
    const Payload* p = pack_.payload(tokens_[head].entry, Cls::noun_growth);
    return p != nullptr && p->number < 0 ? -1 : 1;
  }

  // The frame that `f` goes on from, or null.
  const Frame* carried_from(const Frame& f) const {
    const int32_t of = f.antecedent >= 0 ? f.antecedent : f.previous;
    return of >= 0 ? &a_.frames[static_cast<size_t>(of)] : nullptr;
  }

  // A rate that stays is changed by no points, an amount grows by nothing.
  void unchanged(Frame& f) const {
    const Frame* before = carried_from(f);
    const bool same = before != nullptr && (f.np < 0 || before->np == f.np);
    const bool rate =
        head_is(f, Cls::noun_rate) || head_is(f, Cls::noun_growth) || head_is(f, Cls::noun_share) ||
        (same && ((before->measure == Measure::level && before->quantity.kind == Kind::percent) ||
                  (before->measure == Measure::change && before->quantity.kind == Kind::points)));
    if (!rate) return;
    f.measure = Measure::change;
    f.quantity.kind = Kind::points;
    f.quantity.unit = "pp";
  }

  static bool relative(const Quantity& q) {
    return q.kind == Kind::percent || q.kind == Kind::fraction || q.kind == Kind::times;
  }

  Measure movement(const Frame& f) const { return relative(f.quantity) ? Measure::growth : Measure::change; }

  Measure stated(const Frame& f, int named) const {
    if (named != 0 && relative(f.quantity)) return Measure::growth;
    if (head_is(f, Cls::noun_stated_as) && f.indicator.size() == 1 && &f != a_.frames.data() &&
        relative(f.quantity))  // 较预测数 2.91%
      return (&f - 1)->measure;
    if (f.np < 0 && relative(f.quantity))
      if (const Frame* before = carried_from(f); before != nullptr && growth_named(*before) > 0)
        return Measure::growth;
    if (f.quantity.kind == Kind::points) {
      const Frame* before = carried_from(f);
      if (before != nullptr && before->measure == Measure::contribution) return Measure::contribution;
      if (named != 0) return Measure::change;
    }
    if (f.quantity.kind == Kind::times) return Measure::multiple;
    if (relative(f.quantity) && head_is(f, Cls::noun_share)) return Measure::share;
    if (f.np < 0 && relative(f.quantity))  // 渗透率突破 50%，达到 51.2%
      if (const Frame* before = carried_from(f); before != nullptr && before->measure == Measure::share)
        return Measure::share;
    return f.quantity.kind == Kind::fraction && !head_is(f, Cls::noun_rate) ? Measure::share : Measure::level;
  }

  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
};

}  // namespace

void measure_topic(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack,
                   Frame& frame) {
  TopicMeasures(tokens, sentence, pack).measure(frame);
}

}  // namespace statgrep
