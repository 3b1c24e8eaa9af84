// Tests: tests/unit/resolve_heads_test.cc
#include "statgrep/resolve/heads.h"

#include <algorithm>

namespace statgrep {
namespace {

class Heads {
 public:
  Heads(const std::vector<Token>& tokens, SentenceAnalysis& a, const Pack& pack)
      : tokens_(tokens), a_(a), pack_(pack) {}

  void run() {
    for (Frame& f : a_.frames) {
      if (f.np < 0 || f.indicator.size() == 0 || f.counted || f.row) continue;
      const TokenRange core = core_of(f);
      if (core.size() > 0 && counts_under_quantity(f, core.last - 1)) f.counted = true;
      if (core.size() == 0) continue;
      const uint32_t head = core.last - 1;
      if (has(head, Cls::noun_stated_as))
        stated_as(f, core);
      else if (core.last < f.quantity.tokens.first && has(core.last, Cls::noun_stated_as))
        stated_as(f, {core.first, core.last + 1});  // "growth | forecast for 1987 of": a word between
      if (has(head, Cls::noun_extreme) && names_nothing(core)) {
        if (named_before({core.first, head}).previous) f.status = Status::previous;
        extreme(f);
      }
    }
  }

 private:
  bool has(uint32_t i, Cls c) const { return tokens_[i].cls.meets(pack_.family(c)); }
  bool is(uint32_t c, Cls k) const { return a_.chunks[c].cls.meets(pack_.family(k)); }

  // "the average was 130 applicants": applicants are what is counted.
  bool counts_under_quantity(const Frame& f, uint32_t head) const {
    return f.quantity.kind == Quantity::Kind::count && f.measure_rule == MeasureRule::state &&
           f.quantity.noun.size() > 0 && has(head, Cls::noun_quantity) && f.indicator.last == head + 1;
  }

  // "in a range of 3 to 4 percent", but "a price range of 3 to 4 euros".
  bool names_nothing(TokenRange core) const {
    const Payload* p = pack_.payload(tokens_[core.last - 1].entry, Cls::noun_extreme);
    const bool only_alone = p != nullptr && !pack_.text(p->text).empty();
    return !only_alone || named_before({core.first, core.last - 1}).name.size() == 0;
  }

  // The phrase up to its head, without marks.
  TokenRange core_of(const Frame& f) const {
    const Chunk& chunk = a_.chunks[static_cast<size_t>(f.np)];
    TokenRange core =
        chunk.head.size() > 0 && chunk.head.first == f.indicator.first ? chunk.head : f.indicator;
    core.last = std::min(core.last, f.indicator.last);
    while (core.size() > 0 && tokens_[core.last - 1].shape == Shape::mark) --core.last;
    return core;
  }

  void stated_as(Frame& f, TokenRange core) const {
    const uint32_t head = core.last - 1;
    const Payload* p = pack_.payload(tokens_[head].entry, Cls::noun_stated_as);
    if (f.status == Status::none && p != nullptr)
      f.status = status_from(pack_.text(p->text)).value_or(Status::none);
    const Named before = named_before({core.first, head});
    if (before.previous || dated(static_cast<uint32_t>(f.np))) f.status = Status::previous;
    TokenRange name = before.name;
    if (name.size() == 0) name = named_after(f, core.last);
    f.indicator = name;
    if (name.size() == 0) f.np = -1;
    const bool percent = f.quantity.kind == Quantity::Kind::percent;
    const bool grows = name.size() > 0 ? growth_ends(name) : carried_on(f);
    if (percent && grows) f.measure_rule = MeasureRule::fixed, f.measure = Measure::growth;
  }

  // "its January forecast of", "a May estimate of": an older one.
  bool dated(uint32_t np) const {
    if (np == 0 || !a_.chunks[np - 1].cls.has(bit(Cls::period))) return false;
    return a_.spots[a_.chunks[np - 1].index].period.form == PeriodForm::month;
  }

  struct Named {
    TokenRange name;
    bool previous = false;  // it is an earlier one
  };

  // "the bank's earlier growth | forecast": without whose and when.
  Named named_before(TokenRange r) const {
    bool previous = false;
    for (uint32_t i = r.first; i < r.last; ++i)
      if (has(i, Cls::possessive)) r.first = i + 1;
    for (; r.size() > 0; ++r.first) {
      previous = previous || has(r.first, Cls::status_previous);
      const bool grades = has(r.first, Cls::det) || has(r.first, Cls::adv) || has(r.first, Cls::status_any) ||
                          has(r.first, Cls::qual_any) || has(r.first, Cls::time_any) ||
                          has(r.first, Cls::area) || has(r.first, Cls::noun_person);
      if (!grades) break;
    }
    return {r, previous};
  }

  // "forecast | for organic growth"
  TokenRange named_after(const Frame& f, uint32_t prep) const {
    if (prep + 1 >= f.indicator.last || !(has(prep, Cls::prep_of) || has(prep, Cls::prep_for))) return {};
    return {prep + 1, f.indicator.last};
  }

  bool growth_ends(TokenRange name) const {
    uint32_t last = name.first;
    while (last + 1 < name.last && !has(last + 1, Cls::prep)) ++last;
    return has(last, Cls::noun_growth);
  }

  bool carried_on(const Frame& f) const {
    for (int32_t i = f.previous; i >= 0;
         --i) {  // "rose by 3 percent to 292,000, up from an estimate of 2 percent"
      const Frame& before = a_.frames[static_cast<size_t>(i)];
      if (before.quantity.kind == Quantity::Kind::percent) return before.measure == Measure::growth;
    }
    return false;
  }

  // "inflation eased to a six-year low of": the subject of the clause.
  void extreme(Frame& f) const {
    const int32_t subject = subject_before(f.np);
    f.np = subject;
    f.indicator = {};
    if (subject < 0) return;
    f.indicator = a_.chunks[static_cast<size_t>(subject)].tokens;
    for (uint32_t i = static_cast<uint32_t>(subject) + 1; i < f.first && f.status == Status::none; ++i)
      f.status = projected(i);
  }

  // "is expected to be in a range of": what the verb makes of the figure.
  Status projected(uint32_t chunk) const {
    if (!is(chunk, Cls::verb_project)) return Status::none;
    const Payload* p = pack_.payload(tokens_[a_.chunks[chunk].tokens.last - 1].entry, Cls::verb_project);
    return p == nullptr ? Status::none : status_from(pack_.text(p->text)).value_or(Status::none);
  }

  int32_t subject_before(int32_t c) const {
    while (--c >= 0) {
      const auto i = static_cast<uint32_t>(c);
      const bool governed = i > 0 && is(i - 1, Cls::prep);
      if (a_.chunks[i].transparent || governed) continue;
      if (is(i, Cls::np)) return c;
      if (is(i, Cls::qty) || a_.chunks[i].cls.has(bit(Cls::punct_semicolon))) return -1;
    }
    return -1;
  }

  const std::vector<Token>& tokens_;
  SentenceAnalysis& a_;
  const Pack& pack_;
};

}  // namespace

void resolve_heads(const std::vector<Token>& tokens, SentenceAnalysis& sentence, const Pack& pack) {
  Heads(tokens, sentence, pack).run();
}

}  // namespace statgrep
