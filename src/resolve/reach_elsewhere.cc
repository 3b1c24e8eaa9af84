// Times that stand elsewhere in the sentence than right beside a figure, and
// hold for it all the same.
//
// Tests: tests/unit/resolve_scope_test.cc
#include "reach.h"

namespace statgrep {

uint32_t Reach::past_aside(uint32_t i) const {
  const bool closes = is(i, Cls::punct_comma) && i + 1 < size() && is(i + 1, Cls::verb) &&
                      !s_.chunks[i + 1].cls.has(bit(Cls::np));
  const bool finite = closes && !is(i + 1, Cls::verb_part);  // "advanced" may be either
  if (!closes) return i;
  for (uint32_t k = i; k-- > 1 && !ends_clause(k);) {
    if (!is(k, Cls::punct_comma)) continue;
    const bool opens = is(k + 1, Cls::pron_rel) || is(k + 1, Cls::prep_incl) ||
                       (is(k + 1, Cls::verb) && !s_.chunks[k + 1].cls.has(bit(Cls::np)));
    return opens && (finite || is(k + 1, Cls::pron_rel)) ? k : i;
  }
  return i;
}

// "3 million, or 9 cents a share, in 1985": what a total comes to, up to its
// comma, or `i`.
uint32_t Reach::past_each(const Frame& f, uint32_t i) const {
  constexpr int kFar = 1000;
  if (!is(i, Cls::punct_comma) || i + 2 >= size() || i != f.chunk + 1 || !is(i + 1, Cls::conj_or)) return i;
  const Chunk& c = s_.chunks[i + 2];
  if (!c.cls.has(bit(Cls::qty_money)) || f.quantity.kind != Quantity::Kind::money) return i;
  const Quantity& each = s_.quantities[c.index];
  if (f.quantity.value.abs().compare(each.value.abs().times(Decimal::of(kFar))) < 0) return i;
  return i + 3 < size() && is(i + 3, Cls::punct_comma) ? i + 3 : i + 2;
}

// "against 203 million, revised from 207 million, in May": up to what was said before, or `i`.
uint32_t Reach::past_revision(uint32_t i) const {
  uint32_t at = is(i, Cls::punct_comma) ? i + 1 : i;
  if (at + 2 >= size() || !is(at, Cls::status_revised) || !is(at + 1, Cls::comp_from) ||
      !is(at + 2, Cls::qty))
    return i;
  return at + 3 < size() && is(at + 3, Cls::punct_comma) ? at + 3 : at + 2;
}

// "earned 3 million on sales of 90 million last year": up to the sales, or `i`.
uint32_t Reach::past_sales(const Frame& f, uint32_t i) const {
  const bool on = f.quantity.kind == Quantity::Kind::money && i + 3 < size() && is(i, Cls::prep) &&
                  is(i + 2, Cls::prep_of) && s_.chunks[i + 3].cls.has(bit(Cls::qty_money));
  const bool sales = on && (is(i + 1, Cls::noun_alias) || is(i + 1, Cls::noun_money));
  return sales ? i + 3 : i;
}

// "One of the groups in his bid for it last year, said it cut its stake": a time of who says it.
bool Reach::of_speaker(uint32_t chunk) const {
  if (opens_sentence(chunk)) return false;
  uint32_t k = chunk + 1;
  while (k < size() && !is(k, Cls::punct_comma) && !bounds_clause(k)) ++k;
  if (k + 2 >= size() || !is(k, Cls::punct_comma) || !is(k + 1, Cls::verb_report_say)) return false;
  return is(k + 2, Cls::np) || is(k + 2, Cls::pron) || is(k + 2, Cls::pron_that);
}

// "men (3.9 percent), women (4.1) | were flat", "... | in May": a verb or a time
// stands after the last item of a list in brackets.
bool Reach::list_goes_on(uint32_t close) const {
  uint32_t k = close + 1;
  while (k < size()) {
    uint32_t at = k;
    while (at < size() && (is(at, Cls::punct_comma) || is(at, Cls::conj_and))) ++at;
    if (at == k || at + 1 >= size() || !is(at + 1, Cls::punct_open) || past_bracket(at + 1) == at + 1) break;
    k = past_bracket(at + 1) + 1;
  }
  return k < size() && (is(k, Cls::verb) || is(k, Cls::period));
}

// "for men (3.9 percent)| and women (4.1 percent) were flat in May", "by 5 percent in
// Peru | and by 6 percent in Chile in May": the end of a further item of what
// began at `i`, or `i`.
uint32_t Reach::past_item(const Frame& f, uint32_t i) const {
  if (!is(i, Cls::conj_and) && !is(i, Cls::punct_comma)) return i;
  uint32_t at = i;
  while (at + 2 < size() && (is(at, Cls::punct_comma) || is(at, Cls::conj_and))) ++at;
  if (f.chunk > 0 && is(f.chunk - 1, Cls::punct_open) && is(at, Cls::np) && is(at + 1, Cls::punct_open) &&
      is(at + 2, Cls::qty)) {
    const uint32_t close = past_bracket(at + 1);
    return list_goes_on(close) ? close : i;
  }
  if (!is(i - 1, Cls::np_area)) return i;
  const uint32_t value = is(at, Cls::prep_by) ? at + 1 : at;
  const Frame* next = frame_at(value);
  const bool twin = next != nullptr && next->np < 0 && !next->earlier && next->antecedent >= 0 &&
                    &s_.frames[static_cast<size_t>(next->antecedent)] == &f;
  return twin ? value : i;
}

// "double the previous year, with Spain investing 5 million": what came before was held against it.
bool Reach::trails(const Frame& f, uint32_t i) const {
  if (spot(i).period.form != PeriodForm::ago || i == 0 || i >= f.first) return false;
  return !is(i - 1, Cls::punct_comma) && !is(i - 1, Cls::conj_and) && !is(i - 1, Cls::conj_but) &&
         !ends_clause(i - 1) && !opens_clause(i - 1) && !is(i - 1, Cls::punct_quote);
}

// "than in 1986, when prices fell 3 percent": the time that the clause is about, or kNowhere.
uint32_t Reach::relative_time(const Frame& f) const {
  for (uint32_t i = f.chunk; i-- > 0 && !is(i, Cls::qty) && !ends_clause(i);) {
    if (!is(i, Cls::conj_when)) continue;
    uint32_t k = i;
    while (k > 0 && is(k - 1, Cls::punct_comma)) --k;
    if (k == 0) return kNowhere;
    const ClassSet& c = s_.chunks[k - 1].cls;
    const bool timed = c.has(bit(Cls::period)) || c.has(bit(Cls::comparator));
    return timed && spot(k - 1).period.form != PeriodForm::none ? k - 1 : kNowhere;
  }
  return kNowhere;
}

// "Growth for Q1 and Q2 is projected at 7.0 and 7.2 percent": as many periods as values.
uint32_t Reach::listed_period(const Frame& f) const {
  std::vector<uint32_t> run;
  for (uint32_t i = 0; i < size(); ++i) {
    bool said = s_.chunks[i].cls.has(bit(Cls::period));
    const bool joins = said && tokens_[s_.chunks[i].tokens.first].cls.meets(pack_.family(Cls::conj_and));
    if (said && !joins && i > 0 && !run.empty() && run.back() + 1 == i) run.clear();  // "1985 4th qtr": one
    if (said) run.push_back(i);
    if (i + 1 < size() && (said || is(i, Cls::conj_and) || is(i, Cls::punct_comma))) continue;
    if (run.size() == f.list_count) return run[f.list_index];
    run.clear();
  }
  return kNowhere;
}

// ", as of the end of October" closes the clause and holds for all of it.
uint32_t Reach::closing_period(const Frame& f) const {
  for (uint32_t i = f.chunk + 1; i < size() && !ends_clause(i); ++i)
    if (s_.chunks[i].cls.has(bit(Cls::period)) && i > 1 &&
        (is(i - 1, Cls::punct_comma) || (is(i - 1, Cls::prep) && is(i - 2, Cls::punct_comma))) &&
        (i + 1 == size() || is(i + 1, Cls::punct_stop) || ends_clause(i + 1)))
      return i;
  return kNowhere;
}

// "Exports rose by 3 percent and imports by 4 percent in May": the time that the last
// of several like statements ends with; of clauses where nothing else tells the time.
uint32_t Reach::shared_period(const Frame& f, bool clauses) const {
  const Frame* last = nullptr;
  for (uint32_t i = f.chunk + 1; i < size(); ++i) {
    if (s_.chunks[i].transparent && !s_.chunks[i].cls.has(bit(Cls::period))) continue;
    if (is(i, Cls::punct_semicolon) || is(i, Cls::punct_colon) || is(i, Cls::punct_stop) ||
        is(i, Cls::punct_open) || (is(i, Cls::verb) && !clauses) || is(i, Cls::pron_rel) ||
        is(i, Cls::verb_report) || is(i, Cls::comp_any))
      return kNowhere;
    if (s_.chunks[i].cls.has(bit(Cls::qty))) {
      last = frame_at(i);
      const bool like = last != nullptr && !last->earlier && last->status == f.status &&
                        last->measure == f.measure && last->quantity.kind == f.quantity.kind;
      if (!like) return kNowhere;
    } else if (s_.chunks[i].cls.has(bit(Cls::period))) {
      const PeriodForm form = spot(i).period.form;
      const bool back = form == PeriodForm::ago || form == PeriodForm::same || form == PeriodForm::now;
      return last != nullptr && !back ? i : kNowhere;
    }
  }
  return kNowhere;
}

// "Forty-five countries, among them 33 in Africa, | currently need help": past
// the aside that opens at `i`, where a verb with its time follows it.
uint32_t Reach::after_aside(uint32_t i) const {
  constexpr uint32_t kLongest = 8;
  if (i >= size() || !is(i, Cls::punct_comma)) return i;
  for (uint32_t k = i + 1; k < size() && k <= i + kLongest && !ends_clause(k); ++k) {
    if (!is(k, Cls::punct_comma)) continue;
    const bool now = k + 2 < size() && s_.chunks[k + 1].cls.has(bit(Cls::period)) && is(k + 2, Cls::verb);
    return now ? k + 1 : i;
  }
  return i;
}

// "Two-thirds of the carriers that used the canal now sail around it": the document's date.
uint32_t Reach::later_now(const Frame& f) const {
  for (uint32_t i = after_aside(f.chunk + 1); i < size() && !is(i, Cls::qty) && !is(i, Cls::punct_comma); ++i)
    if (is(i, Cls::conj_and) && !s_.chunks[i].transparent)
      return kNowhere;  // "rose by a third and now make up half"
    else if (is(i, Cls::period))
      return spot(i).period.form == PeriodForm::now ? i : kNowhere;
  return kNowhere;
}

// "closed 3 percent higher | at 286p yesterday", "nine of its | ten plants were hit on Monday"
bool Reach::closes_with(const Frame& f, uint32_t i) const {
  const TokenRange& t = s_.chunks[i].tokens;
  if (f.of.first <= t.first && t.last <= f.of.last) return true;
  const Frame* next = frame_at(i);
  return next != nullptr && !next->earlier && next->antecedent >= 0 &&
         &s_.frames[static_cast<size_t>(next->antecedent)] == &f &&
         (is(i - 1, Cls::prep) || is(i - 1, Cls::verb_level));
}

uint32_t Reach::day_told(const Frame& f) const {
  const auto day = [&](uint32_t i) {
    return s_.chunks[i].cls.has(bit(Cls::adjunct)) && spot(i).period.form != PeriodForm::none &&
           spot(i).period.form != PeriodForm::whole_year;
  };
  for (uint32_t i = f.chunk + 1; i < size(); ++i) {
    if (day(i)) return is(i - 1, Cls::verb_report) ? kNowhere : i;
    if (is(i, Cls::qty) && closes_with(f, i)) continue;
    if (is(i, Cls::qty) || is(i, Cls::punct_comma) || is(i, Cls::verb_report) || ends_clause(i) ||
        opens_clause(i) || (is(i, Cls::conj_and) && !s_.chunks[i].transparent))
      break;
  }
  if (size() > 0 && day(0)) return f.first <= 2 && f.chunk > 0 ? 0 : kNowhere;
  // "At its meeting today, the bank cut"
  const bool fronted = size() > 4 && is(0, Cls::prep) && is(1, Cls::np) && day(2) && is(3, Cls::punct_comma);
  for (uint32_t i = 3; i < f.chunk; ++i)
    if (!fronted || is(i, Cls::qty) || is(i, Cls::verb_report)) return kNowhere;
  return fronted && f.chunk > 3 ? 2 : kNowhere;
}

}  // namespace statgrep
