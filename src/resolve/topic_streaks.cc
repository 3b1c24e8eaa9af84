// Tests: tests/unit/resolve_topic_test.cc
#include "topic_streaks.h"

#include "streaks.h"

namespace statgrep {
namespace {

class Runs {
 public:
  Runs(SentenceAnalysis& a, const Pack& pack) : a_(a), pack_(pack) {}

  void give() {
    for (size_t i = 0; i < a_.frames.size(); ++i) {
      Frame& run = a_.frames[i];
      if (run.measure != Measure::streak || run.merged) continue;
      if (broken(run)) {
        run.when.reset();
        continue;
      }
      const int way = way_of(run);
      if (way == 0) continue;
      if (run.np < 0 || lone_growth(run)) {
        to_movement_before(i, way);
      } else if (i + 1 < a_.frames.size()) {
        to_movement_behind(run, i, way);
      }
    }
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  bool marked(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.has(bit(c)); }
  static bool moves(const Frame& f) { return f.measure == Measure::growth || f.measure == Measure::change; }
  static bool falls(const Frame& f) { return f.quantity.value.is_negative() || f.sign < 0; }

  // A phrase of one word that takes a growth up: 增速.
  bool lone_growth(const Frame& f) const {
    return f.np >= 0 && f.indicator.size() == 1 && is(static_cast<uint32_t>(f.np), Cls::noun_growth);
  }

  // 中断 | 连续 5 个月
  bool broken(const Frame& run) const {
    uint32_t i = run.chunk;
    while (i > 0 && a_.chunks[i - 1].transparent) --i;
    return i > 0 && is(i - 1, Cls::verb) && !is(i - 1, Cls::verb_level);
  }

  // What held: 1 a rise, -1 a fall, 0 no movement.
  int way_of(const Frame& run) const {
    for (uint32_t i = run.chunk + 1; i < a_.chunks.size(); ++i) {
      if (marked(i, Cls::punct_comma) || marked(i, Cls::punct_semicolon) || marked(i, Cls::qty)) return 0;
      if (is(i, Cls::verb_rise) || is(i, Cls::noun_growth)) return 1;
      if (is(i, Cls::verb_fall)) return -1;
      if (is(i, Cls::comp_any) || is(i, Cls::verb_rank)) return 0;
    }
    return 0;
  }

  void to_movement_before(size_t i, int way) {
    for (size_t k = i; k-- > 0;) {
      Frame& f = a_.frames[k];
      if (f.merged || f.earlier) continue;
      const bool fits =
          f.measure == Measure::change || (f.measure == Measure::growth && falls(f) == (way < 0));
      if (fits && lone_growth(a_.frames[i]) && f.measure == Measure::growth) return;  // 增速连续 3 个月加快
      if (fits && !f.streak) {
        attach(a_.frames[i], f);
        return to_list(k);
      }
      if (f.np >= 0) return;
    }
  }

  // 出口连续 8 个季度增长，增速为 6.1%
  void to_movement_behind(Frame& run, size_t i, int way) {
    Frame& f = a_.frames[i + 1];
    const bool again = lone_growth(f);
    const bool same = again || f.antecedent == static_cast<int32_t>(i) || f.np == run.np;
    if (!moves(f) || !same || f.earlier || falls(f) != (way < 0)) return;
    attach(run, f);
    if (!again) return;
    f.np = run.np;
    f.indicator = run.indicator;
  }

  // 分别上升 1.8 和 0.8 个百分点，均连续 3 个月回升
  void to_list(size_t last) {
    const Frame& f = a_.frames[last];
    for (size_t k = last; f.list_count > 1 && k-- > 0 && a_.frames[k].list_count == f.list_count;)
      if (a_.frames[k].chunk + 2 >= f.chunk && !a_.frames[k].streak) a_.frames[k].streak = f.streak;
  }

  static void attach(Frame& run, Frame& holder) {
    holder.streak = Streak{run.quantity.value, std::string(run.quantity.unit), falls(holder) ? "down" : "up"};
    run.merged = true;
  }

  SentenceAnalysis& a_;
  const Pack& pack_;
};

}  // namespace

void give_topic_streaks(SentenceAnalysis& sentence, const Pack& pack) {
  Runs(sentence, pack).give();
  give_streaks_to_movement_before(sentence);
}

}  // namespace statgrep
