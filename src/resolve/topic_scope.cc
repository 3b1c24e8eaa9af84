// Tests: tests/unit/resolve_topic_test.cc
#include "statgrep/resolve/topic_scope.h"

#include <algorithm>

#include "topic_bases.h"
#include "topic_measures.h"
#include "topic_streaks.h"

namespace statgrep {
namespace {

constexpr uint32_t kNowhere = 0xFFFFFFFF;
constexpr int kOpening = 2;  // paragraphs in which a document says what time it is about

class TopicScope {
 public:
  TopicScope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack,
             DiscourseState& state)
      : text_(text), tokens_(tokens), a_(a), pack_(pack), state_(state) {}

  void run() {
    if (a_.sentence.paragraph != state_.paragraph) {
      state_.paragraph = a_.sentence.paragraph;
      if (!a_.sentence.heading) ++state_.prose;
      state_.in_force.reset();
      state_.fronted.reset();
    }
    for (const Spot& s : a_.spots)
      if (s.kind == SpotKind::period && s.period.year > 1000) state_.year = s.period.year;
    for (Frame& f : a_.frames) {
      measure_topic(tokens_, a_, pack_, f);
      if (is(f.chunk, Cls::verb_unchanged) && f.chunk > 0 && marked(f.chunk - 1, Cls::qty))
        f.merged = true;  // 维持在 0.5% 不变: said of that figure
      period(f);
      status(f);
      if (f.status == Status::previous && head_is(f, Cls::noun_stated_as) && f.when && f.when->inherited)
        f.when.reset();  // 前值: of a time that is not told
    }
    for (Frame& f : a_.frames) give_topic_basis(text_, tokens_, a_, pack_, state_, f);
    give_topic_streaks(a_, pack_);
    move_on();
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  bool marked(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.has(bit(c)); }
  const Spot& spot(uint32_t chunk) const { return a_.spots[a_.chunks[chunk].index]; }
  uint32_t size() const { return static_cast<uint32_t>(a_.chunks.size()); }
  bool head_is(const Frame& f, Cls c) const { return f.np >= 0 && is(static_cast<uint32_t>(f.np), c); }

  // ---- times

  DateContext context(const std::optional<Period>& base) const {
    DateContext c = date_context(state_);
    if (base) c.in_force = base;
    return c;
  }

  RecordPeriod read(uint32_t chunk, const std::optional<Period>& base, bool ahead) const {
    DateContext c = context(base);
    c.future = ahead;
    RecordPeriod p;
    const TokenRange t = a_.chunks[chunk].tokens;
    p.text = cover(tokens_[t.first].span, tokens_[t.last - 1].span).in(text_);
    p.bounds = resolve_period(spot(chunk).period, c);
    const PeriodSpec& said = spot(chunk).period;
    if (!p.bounds && said.form == PeriodForm::ago) {  // nothing is in force: from the text's date
      PeriodSpec now = said;
      now.form = PeriodForm::relative;
      now.offset = -std::max(said.n, 1);
      p.bounds = resolve_period(now, c);
    }
    return p;
  }

  static bool looks_back(const PeriodSpec& p) {
    return (p.form == PeriodForm::same && (p.offset != 0 || p.year != 0)) || p.form == PeriodForm::ago;
  }

  static bool a_day(const PeriodSpec& p) {
    const bool relative = p.form == PeriodForm::relative && p.unit == TimeUnit::day;
    return relative || p.form == PeriodForm::day || p.form == PeriodForm::weekday;
  }

  // The day on which somebody spoke or published.
  bool of_speaker(uint32_t chunk) const {
    if (!a_day(spot(chunk).period)) return false;
    for (uint32_t i = chunk + 1; i < size() && !marked(i, Cls::period); ++i) {
      if (is(i, Cls::verb_report)) return true;
      if (marked(i, Cls::qty)) return false;
    }
    return false;
  }

  bool inside(const Frame& f, uint32_t chunk) const { return f.first <= chunk && chunk < f.last; }

  // Where an earlier figure's time stands, it holds for that figure alone.
  bool of_earlier(uint32_t chunk) const {
    return std::any_of(a_.frames.begin(), a_.frames.end(),
                       [&](const Frame& f) { return f.earlier && inside(f, chunk); });
  }

  bool compared_with(const Frame& f, uint32_t chunk) const {
    const bool compares = f.measure == Measure::multiple || f.measure == Measure::difference;
    return compares && inside(f, chunk) && looks_back(spot(chunk).period);
  }

  uint32_t period_before(const Frame& f) const {
    for (uint32_t i = f.chunk; i-- > 0;) {
      if (!marked(i, Cls::period) || of_speaker(i) || compared_with(f, i)) continue;
      if (of_earlier(i) && !(f.earlier && inside(f, i))) continue;
      const bool own = inside(f, i) || same_clause(i, f.chunk);
      if (looks_back(spot(i).period) && !own) continue;
      return i;
    }
    return kNowhere;
  }

  bool same_clause(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i)
      if (marked(i, Cls::punct_comma) || marked(i, Cls::punct_semicolon) || marked(i, Cls::qty)) return false;
    return true;
  }

  void period(Frame& f) {
    const uint32_t at = period_before(f);
    if (f.earlier && f.status == Status::previous && (at == kNowhere || !inside(f, at))) return;
    if (at == kNowhere) return inherit(f);
    f.when = read(at, in_force_at(at), looks_ahead(f));
    if (!f.when->bounds) {
      const RecordPeriod unread = *f.when;
      inherit(f);
      if (!f.when) f.when = unread;
      return;
    }
    f.when->inherited = !stated(f, at);
    if (looks_back(spot(at).period) && f.status == Status::none) f.status = Status::previous;
  }

  // The period that one at `chunk` counts from: the last before it, in the sentence or the paragraph.
  std::optional<Period> in_force_at(uint32_t chunk) const {
    for (uint32_t i = chunk; i-- > 0;) {
      if (!marked(i, Cls::period) || looks_back(spot(i).period) || of_speaker(i)) continue;
      if (const RecordPeriod p = read(i, std::nullopt, false); p.bounds) return p.bounds;
    }
    return std::nullopt;
  }

  void inherit(Frame& f) const {
    f.when = state_.in_force ? state_.in_force : state_.main;
    fit(f);
    if (f.when) f.when->inherited = true;
  }

  // 首10个月 累升 1.2%。中小型单位 按月 升 0.5%: what moved on the month is of the month told before.
  void fit(Frame& f) const {
    const int months = months_compared(tokens_, a_, pack_, f);
    if (months == 0 || !f.when || !f.when->bounds || months_of(*f.when->bounds) == months) return;
    for (size_t i = state_.times.size(); i-- > 0;)
      if (months_of(*state_.times[i].bounds) == months) {
        f.when = state_.times[i];
        return;
      }
  }

  // A time holds as said for the figures after it until one has a subject of its own.
  bool stated(const Frame& f, uint32_t at) const {
    for (uint32_t i = at; i < f.chunk; ++i)
      if (marked(i, Cls::punct_semicolon) || is(i, Cls::conj_of_which)) return false;
    bool said = false;
    for (const Frame& g : a_.frames) {
      if (g.chunk < at) continue;
      if (&g == &f)
        return !(said && f.np >= 0 && static_cast<uint32_t>(f.np) > at && !same_phrase(f, at) &&
                 !taken_up(f));
      said = true;
    }
    return true;
  }

  // 增速: of the indicator before
  bool taken_up(const Frame& f) const { return f.indicator.size() == 1 && head_is(f, Cls::noun_growth); }

  // Whether the figure before `f` in its list has the same phrase.
  bool same_phrase(const Frame& f, uint32_t at) const {
    for (const Frame& g : a_.frames)
      if (g.chunk > at && g.chunk <= f.chunk && &g != &f && g.np == f.np) return true;
    return false;
  }

  bool looks_ahead(const Frame& f) const {
    const Status s = projected(f);
    return s == Status::forecast || s == Status::target;
  }

  // ---- status

  // What a word of projecting makes of the figures behind it.
  Status projected(const Frame& f) const {
    for (uint32_t i = f.chunk; i-- > 0;) {
      const uint32_t token = a_.chunks[i].tokens.last - 1;
      const bool noun = i + 1 < size() && is(i + 1, Cls::attributive);  // 目标的
      if (const Payload* p = is(i, Cls::verb_project) && !noun
                                 ? pack_.payload(tokens_[token].entry, Cls::verb_project)
                                 : nullptr)
        return status_from(pack_.text(p->text)).value_or(Status::none);
    }
    return Status::none;
  }

  void status(Frame& f) const {
    if (f.status == Status::none && head_is(f, Cls::noun_stated_as))
      if (const Payload* p = pack_.payload(tokens_[f.indicator.last - 1].entry, Cls::noun_stated_as))
        f.status = status_from(pack_.text(p->text)).value_or(Status::none);
    if (f.status == Status::none) f.status = projected(f);
  }

  // ---- what holds after the sentence

  void move_on() {
    std::optional<Period> told;  // in this sentence
    for (uint32_t i = 0; i < size(); ++i) {
      if (marked(i, Cls::basis) && spot(i).kind == SpotKind::fronted) state_.fronted = spot(i);
      if (!marked(i, Cls::period) || looks_back(spot(i).period) || of_earlier(i) || of_speaker(i)) continue;
      if (spot(i).period.form == PeriodForm::now) continue;
      const RecordPeriod p = read(i, in_force_at(i), projected_at(i));
      if (!p.bounds) continue;
      if (!a_day(spot(i).period) && !state_.main && (state_.prose <= kOpening || a_.sentence.heading))
        state_.main = p;
      if (projected_at(i) || (told && before(*p.bounds, *told))) continue;
      state_.in_force = p;
      remember(p);
      told = p.bounds;
    }
  }

  void remember(const RecordPeriod& p) {
    constexpr size_t kMost = 8;
    if (state_.times.size() == kMost) state_.times.erase(state_.times.begin());
    state_.times.push_back(p);
  }

  // 第三季升 2.2%，第二季则升 1.9%: as long a time before one just told is set against it.
  static bool before(const Period& earlier, const Period& told) {
    return months_of(earlier) == months_of(told) && earlier.end < told.start;
  }

  bool projected_at(uint32_t chunk) const {
    for (uint32_t i = chunk; i-- > 0;)
      if (is(i, Cls::verb_project)) return true;
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
  DiscourseState& state_;
};

}  // namespace

void resolve_topic_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                         const Pack& pack, DiscourseState& state) {
  TopicScope(text, tokens, sentence, pack, state).run();
}

}  // namespace statgrep
