// Tests: tests/unit/match_matcher_test.cc
#include "emit.h"

#include <array>

#include "refer.h"
#include "refer_topic.h"

namespace statgrep {
namespace {

class Emitter {
 public:
  Emitter(const SentenceView& s, const Pack& pack, const RuleHeader& rule, uint32_t index, const Match& m,
          const std::vector<Frame>& before)
      : s_(s), pack_(pack), rule_(rule), m_(m), before_(before) {
    f_.rule = index;
    f_.first = m.begin;
    f_.last = m.end;
  }

  // Whether the rule's guards hold.
  bool run(std::vector<Frame>& out) {
    for (const EmitField& e : pack_.emits(rule_)) {
      if (e.capture >= 0 && !m_.has(e.capture)) continue;
      field(e);
    }
    if (f_.indicator.size() == 0 && !f_.counted && !topic_) refer();
    f_.previous = f_.antecedent >= 0 ? f_.antecedent : static_cast<int32_t>(before_.size()) - 1;
    if (guarded(Guard::has_current) && f_.antecedent < 0) return false;
    if (guarded(Guard::after_count) && !counts(f_.antecedent)) return false;
    if (f_.antecedent >= 0 && f_.measure_rule == MeasureRule::same &&
        before_[static_cast<size_t>(f_.antecedent)].earlier)
      f_.earlier = true;  // "against 70.6 in February and 98.6 in March"
    if (f_.qualifier == Qualifier::none) f_.qualifier = verb_qualifier();
    const Chunk& c = s_.chunks[f_.chunk];
    if (!c.cls.has(bit(Cls::qty))) {
      f_.quantity = from_word(c);
      const bool endless = c.cls.has(bit(Cls::streak)) &&
                           (f_.quantity.value.is_zero() || s_.spots[c.index].period.unit == TimeUnit::none);
      if (!endless) out.push_back(f_);  // "refunds are running" tells no length
      return true;
    }
    quantities(c, out);
    if (also_ == kNone) return true;
    f_.indicator = s_.chunks[also_].tokens;
    f_.np = static_cast<int32_t>(also_);
    quantities(c, out);
    return true;
  }

 private:
  void refer() {
    if (pack_.segmented())
      Referral(s_, pack_, m_, before_, f_).run(wants_subject_);
    else
      refer_to_topic(s_, pack_, m_, before_, f_);
  }

  bool guarded(Guard g) const { return (rule_.guards >> static_cast<unsigned>(g)) & 1; }
  bool counts(int32_t frame) const {
    for (; frame >= 0; frame = before_[static_cast<size_t>(frame)].antecedent)
      if (before_[static_cast<size_t>(frame)].quantity.kind == Quantity::Kind::count) return true;
    return false;
  }

  void quantities(const Chunk& c, std::vector<Frame>& out) {
    const uint32_t count = c.count == 1 && holds_for_both() ? 2 : c.count;
    f_.list_count = static_cast<uint16_t>(count);
    for (uint32_t i = 0; i < count; ++i) {
      f_.quantity = s_.quantities[c.index + (c.count == 1 ? 0 : i)];
      f_.list_index = static_cast<uint16_t>(i);
      if (f_.status == Status::none) f_.status = f_.quantity.status;
      if (f_.earlier) pass_shares();
      if (f_.earlier && counts_other_things()) continue;
      const bool named = capture_of(pack_, rule_, EmitKey::indicator) >= 0;
      if (pack_.segmented() && f_.earlier && before_.empty() &&
          (f_.quantity.kind == Quantity::Kind::count || (f_.quantity.kind == Quantity::Kind::time && !named)))
        continue;  // "collected from 9,500 shops", "after two days of talks": nothing is set against them
      if (whole_ != kNone) count_in(s_.quantities[s_.chunks[whole_].index]);
      out.push_back(f_);
    }
  }

  // "to 500 shares, or 2 percent, from 600 shares": the earlier number of shares.
  void pass_shares() {
    if (f_.measure_rule != MeasureRule::fixed || f_.quantity.kind != Quantity::Kind::count) return;
    if (!counts(f_.antecedent)) return;
    const auto at = [&] { return &before_[static_cast<size_t>(f_.antecedent)]; };
    while (at()->quantity.kind != Quantity::Kind::count) f_.antecedent = at()->antecedent;
  }

  // "firmed 2.6 percent after 17 banks were barred": no earlier percentage.
  bool counts_other_things() const {
    if (f_.antecedent < 0) return false;
    const Quantity::Kind kind = before_[static_cast<size_t>(f_.antecedent)].quantity.kind;
    if (f_.quantity.kind == Quantity::Kind::time) return kind != Quantity::Kind::time;  // "after two years"
    if (f_.quantity.kind != Quantity::Kind::count) return false;
    return kind != Quantity::Kind::count && kind != Quantity::Kind::bare;
  }

  // "27 of 41 industries": 27 industries.
  void count_in(const Quantity& whole) {
    f_.quantity.kind = Quantity::Kind::count;
    f_.quantity.noun = whole.noun;
  }

  void field(const EmitField& e) {
    std::string_view text = pack_.text(e.text);
    switch (static_cast<EmitKey>(e.field)) {
      case EmitKey::value:
        f_.chunk = m_.last(e.capture);
        break;
      case EmitKey::indicator:
        indicator(e, text);
        break;
      case EmitKey::measure:
        measure(text);
        break;
      case EmitKey::sign:
        f_.sign = e.capture < 0 ? e.number : direction(e);
        break;
      case EmitKey::of:
        f_.of = tokens(e);
        break;
      case EmitKey::versus:
        f_.versus = tokens(e);
        break;
      case EmitKey::within:
        f_.within = {s_.chunks[m_.first(e.capture)].tokens.first, s_.chunks[m_.last(e.capture)].tokens.last};
        break;
      case EmitKey::status:
        f_.status = status(e, text);
        break;
      case EmitKey::qualifier:
        f_.qualifier = qualifier(e);
        break;
      case EmitKey::row:
        indicator(e, text);
        f_.row = true;
        label();
        break;
      case EmitKey::head:
        if (e.capture >= 0)
          f_.head = tokens(e);
        else
          f_.same_head = true;
        break;
      case EmitKey::column:
        f_.column = static_cast<uint16_t>(e.number);
        break;
      case EmitKey::complement:
        if (names_something(s_.chunks[m_.last(e.capture)])) indicator(e, text);
        break;
      case EmitKey::role:
        f_.earlier = true;
        f_.year_earlier = text == "year_earlier";
        break;
      case EmitKey::noun:
        f_.counted = true;
        whole_ = m_.last(e.capture);
        break;
      case EmitKey::also:
        also_ = m_.last(e.capture);
        break;
      case EmitKey::area:
        f_.area = tokens(e);
        break;
      case EmitKey::period:
        f_.period = static_cast<int32_t>(m_.last(e.capture));
        break;
      default:
        break;
    }
  }

  TokenRange tokens(const EmitField& e) const {
    return {s_.chunks[first_opaque(e)].tokens.first, s_.chunks[m_.last(e.capture)].tokens.last};
  }
  uint32_t first_opaque(const EmitField& e) const {
    uint32_t i = m_.first(e.capture);
    while (i < m_.last(e.capture) && s_.chunks[i].transparent) ++i;
    return i;
  }

  void indicator(const EmitField& e, std::string_view text) {
    if (e.capture >= 0) {
      f_.indicator = tokens(e);
      f_.np = static_cast<int32_t>(first_opaque(e));
      const Chunk& c = s_.chunks[m_.last(e.capture)];
      if (c.cls.has(bit(Cls::qty_count)))  // "a third of the 2,300 firms" is of firms
        f_.indicator = s_.quantities[c.index].noun;
    } else if (text == "noun") {
      f_.counted = true;
    } else {
      wants_subject_ = text == "subject";
      topic_ = text == "topic";
    }
  }

  // "Food away from home ....  4.1": all that stands before the dots.
  void label() {
    for (uint32_t i = m_.begin; i < m_.end; ++i)
      if (s_.chunks[i].cls.has(bit(Cls::punct_dots))) f_.indicator.last = s_.chunks[i].tokens.first;
  }

  void measure(std::string_view text) {
    if (text == "movement")
      f_.measure_rule = MeasureRule::movement;
    else if (text == "state")
      f_.measure_rule = MeasureRule::state;
    else if (text == "same")
      f_.measure_rule = MeasureRule::same;
    else
      f_.measure = measure_from(text).value_or(Measure::level);
  }

  // "a rise in food prices", "a wage rise": more than the movement is named.
  bool names_something(const Chunk& np) const {
    if (np.tokens.last > np.head.last) return true;
    for (uint32_t i = np.head.first; i + 1 < np.head.last; ++i) {
      const ClassSet& c = s_.tokens[i].cls;
      if (!c.meets(pack_.family(Cls::det)) && !c.meets(pack_.family(Cls::time_span)) &&
          !c.meets(pack_.family(Cls::adv)) && !c.meets(pack_.family(Cls::qual_neutral)))
        return true;
    }
    return false;
  }

  int direction(const EmitField& e) const {
    for (uint32_t i = m_.first(e.capture); i <= m_.last(e.capture); ++i) {
      const ClassSet& c = s_.chunks[i].cls;
      for (uint32_t t = s_.chunks[i].tokens.first; t < s_.chunks[i].tokens.last; ++t)
        if (s_.tokens[t].cls.meets(pack_.family(Cls::num_minus))) return -1;  // "a negative contribution"
      for (Cls k : {Cls::verb_fall, Cls::noun_fall, Cls::dir_down, Cls::comp_lower, Cls::qual_under,
                    Cls::verb_revise_down})
        if (c.meets(pack_.family(k))) return -1;
      for (Cls k :
           {Cls::verb_rise, Cls::noun_rise, Cls::dir_up, Cls::noun_growth, Cls::comp_higher, Cls::qual_over})
        if (c.meets(pack_.family(k))) return 1;
    }
    return 1;
  }

  Qualifier qualifier(const EmitField& e) const {
    const ClassSet& c = s_.chunks[m_.last(e.capture)].cls;
    for (auto [cls, name] : {std::pair{Cls::qual_approx, Qualifier::approx},
                             {Cls::qual_over, Qualifier::over},
                             {Cls::qual_under, Qualifier::under},
                             {Cls::qual_at_least, Qualifier::at_least},
                             {Cls::qual_at_most, Qualifier::at_most},
                             {Cls::comp_higher, Qualifier::over},
                             {Cls::comp_lower, Qualifier::under}})
      if (c.meets(pack_.family(cls))) return name;
    return Qualifier::none;
  }

  // "exports and imports both rose 5 percent", "both exports and imports rose"
  bool holds_for_both() const {
    if (f_.np < 0) return false;
    uint32_t np = static_cast<uint32_t>(f_.np);
    const Chunk& list = s_.chunks[np];
    if (!list.cls.has(bit(Cls::np_list))) return false;
    auto both = [&](const ClassSet& c) { return c.meets(pack_.family(Cls::adv_both)); };
    if (both(s_.tokens[list.tokens.first].cls) || two_rates(list.tokens)) return true;
    for (uint32_t i = np + 1; i < f_.chunk; ++i)
      if (both(s_.chunks[i].cls)) return true;
    return false;
  }

  // "the lending rate and the deposit rate stand at 6 percent": rates are no sum.
  bool two_rates(TokenRange r) const {
    const auto rate = [&](uint32_t i) { return s_.tokens[i].cls.meets(pack_.family(Cls::noun_rate)); };
    uint32_t joined = 0;
    for (uint32_t i = r.first + 1; i + 1 < r.last; ++i) {
      if (s_.tokens[i].cls.has(bit(Cls::punct_comma))) return false;
      if (!s_.tokens[i].cls.meets(pack_.family(Cls::conj_and))) continue;
      if (joined != 0 || !rate(i - 1)) return false;
      joined = i;
    }
    return joined != 0 && rate(r.last - 1) && s_.chunks[f_.chunk].cls.has(bit(Cls::qty_percent)) &&
           f_.measure != Measure::growth;
  }

  // "exceeds 7,000", "neared 5 percent": the verb right before grades the number.
  Qualifier verb_qualifier() const {
    uint32_t i = f_.chunk;
    while (i > m_.begin && s_.chunks[i - 1].transparent) --i;
    if (i == m_.begin) return Qualifier::none;
    const Payload* p = pack_.payload(s_.tokens[s_.chunks[i - 1].tokens.last - 1].entry, Cls::verb_level);
    return p == nullptr ? Qualifier::none : qualifier_from(pack_.text(p->text)).value_or(Qualifier::none);
  }

  Status status(const EmitField& e, std::string_view text) const {
    if (e.capture < 0) return status_from(text).value_or(Status::none);
    const Token& t = s_.tokens[s_.chunks[m_.last(e.capture)].tokens.last - 1];
    for (Cls k : {Cls::verb_project, Cls::verb_modal})
      if (const Payload* p = pack_.payload(t.entry, k))
        return status_from(pack_.text(p->text)).value_or(Status::none);
    return Status::none;
  }

  // "double" is a movement and a factor: the rule's measure tells.
  std::array<Cls, 6> words_of_value() const {
    if (f_.measure == Measure::multiple)
      return {Cls::num_once,    Cls::num_fold,       Cls::verb_double,
              Cls::num_ordinal, Cls::verb_unchanged, Cls::num_nil};
    return {Cls::verb_double, Cls::num_ordinal, Cls::verb_unchanged,
            Cls::num_nil,     Cls::num_fold,    Cls::num_once};
  }

  // A word that is a value by itself: "doubled", "ranks second", "unchanged", "twice".
  Quantity from_word(const Chunk& c) const {
    Quantity q;
    q.tokens = q.number = c.tokens;
    q.text = cover(s_.tokens[c.tokens.first].span, s_.tokens[c.tokens.last - 1].span);
    if (c.cls.has(bit(Cls::streak))) {
      const PeriodSpec& p = s_.spots[c.index].period;
      q.value = Decimal::of(p.n);
      q.unit = name_of(p.unit);
      q.kind = Quantity::Kind::time;
      return q;
    }
    const Token& t = s_.tokens[c.tokens.last - 1];
    for (Cls k : words_of_value())
      if (const Payload* p = pack_.payload(t.entry, k)) {
        q.value = Decimal::of(p->number);
        if (k == Cls::num_fold) q.value = Decimal::of(100 * (p->number - 1));
        if (k == Cls::num_fold) q.unit = "%", q.kind = Quantity::Kind::percent;
        if (k == Cls::num_once) q.kind = Quantity::Kind::times;
        if (k == Cls::verb_double || k == Cls::verb_unchanged) q.unit = "%", q.kind = Quantity::Kind::percent;
        q.signed_number = true;
        break;
      }
    return q;
  }

  const SentenceView& s_;
  const Pack& pack_;
  const RuleHeader& rule_;
  const Match& m_;
  const std::vector<Frame>& before_;
  Frame f_;
  bool wants_subject_ = false;
  bool topic_ = false;  // what the text was about before this sentence
  uint32_t whole_ = kNone;
  uint32_t also_ = kNone;
};

}  // namespace

int capture_of(const Pack& pack, const RuleHeader& rule, EmitKey key) {
  for (const EmitField& e : pack.emits(rule))
    if (static_cast<EmitKey>(e.field) == key) return e.capture;
  return -1;
}

bool emit_frames(const SentenceView& s, const Pack& pack, const RuleHeader& rule, uint32_t rule_index,
                 const Match& match, std::vector<Frame>& frames) {
  std::vector<Frame> made;
  const bool held = Emitter(s, pack, rule, rule_index, match, frames).run(made);
  frames.insert(frames.end(), made.begin(), made.end());
  return held;
}

}  // namespace statgrep
