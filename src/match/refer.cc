// Tests: tests/unit/match_matcher_test.cc, record_taken_up_test.cc
#include "refer.h"

namespace statgrep {

void Referral::run(bool wants_subject) {
  int32_t phrase = wants_subject || before_.empty() || counted_in_place() || relative() ? subject() : -1;
  // "For which data exist, Malta (+2 %) …": what stands before the comma is not what is listed
  if (f_.area.size() > 0 && before_.empty() && phrase >= 0 && comma_after(static_cast<uint32_t>(phrase)))
    return;
  // "… in May, while food, which rose 2 percent": of what stands before the pronoun
  const bool further = phrase >= 0 && !before_.empty() &&
                       (static_cast<uint32_t>(phrase) > before_.back().chunk || counted_in_place());
  if (!before_.empty() && !further) {
    f_.antecedent = static_cast<int32_t>(before_.size()) - 1;
    while (before_[static_cast<size_t>(f_.antecedent)].list_index > 0) --f_.antecedent;
    if (f_.measure_rule == MeasureRule::same) pass_differences(), pass_other_terms(), pass_earlier();
    return;
  }
  if (phrase < 0) phrase = cataphor();
  if (phrase >= 0) {
    f_.np = phrase;
    f_.indicator = s_.chunks[static_cast<size_t>(phrase)].tokens;
  }
}

bool Referral::relative() const {
  for (uint32_t i = m_.begin; i < f_.chunk; ++i)
    if (s_.chunks[i].cls.meets(pack_.family(Cls::pron_rel))) return true;
  return false;
}

// "Prices rose in 23 cities and fell 3 percent": the cities did not.
bool Referral::counted_in_place() const {
  const Frame& last = before_.back();
  if (!last.counted || last.chunk == 0) return false;
  if (!s_.chunks[last.chunk - 1].cls.meets(pack_.family(Cls::prep_in))) return false;
  const Chunk& value = s_.chunks[f_.chunk];
  if (value.cls.has(bit(Cls::streak))) return true;
  return value.cls.has(bit(Cls::qty)) && f_.measure_rule == MeasureRule::movement &&
         s_.quantities[value.index].kind == Quantity::Kind::percent;
}

// "by 2.4 percent this year, 0.3 points less than expected, and by 2.7 percent next year"
void Referral::pass_differences() {
  const auto at = [&] { return &before_[static_cast<size_t>(f_.antecedent)]; };
  while (at()->measure == Measure::difference && at()->measure_rule == MeasureRule::fixed &&
         at()->antecedent >= 0 && !f_.earlier)
    f_.antecedent = at()->antecedent;
}

// "fell to 12 percent, or 2.4 million people, from 13 percent": of the same kind.
void Referral::pass_other_terms() {
  const Chunk& value = s_.chunks[f_.chunk];
  if (!value.cls.has(bit(Cls::qty)) || f_.chunk == 0) return;
  if (!s_.chunks[f_.chunk - 1].cls.meets(pack_.family(Cls::prep_from))) return;
  const auto kind = s_.quantities[value.index].kind;
  const Frame& last = before_[static_cast<size_t>(f_.antecedent)];
  const bool other = last.chunk > 0 && s_.chunks[last.chunk - 1].cls.meets(pack_.family(Cls::conj_or));
  if (!other || last.quantity.kind == kind) return;
  for (int32_t i = f_.antecedent - 1; i >= 0; --i)
    if (before_[static_cast<size_t>(i)].quantity.kind == kind) {
      f_.antecedent = i;
      return;
    }
}

// "After falling 2 percent in April, exports rose": the subject that follows.
int32_t Referral::cataphor() const {
  const auto count = static_cast<uint32_t>(s_.chunks.size());
  const auto opaque = [&](uint32_t i) {
    while (i < count && s_.chunks[i].transparent) ++i;
    return i;
  };
  const auto is = [&](uint32_t i, Cls c) { return i < count && s_.chunks[i].cls.meets(pack_.family(c)); };
  if (f_.area.size() > 0 || f_.measure_rule != MeasureRule::movement || opaque(0) + 1 < m_.begin) return -1;
  uint32_t i = opaque(m_.end);
  for (; i < count && !is(i, Cls::punct_comma); i = opaque(i + 1))
    if (is(i, Cls::verb)) return -1;
  const uint32_t np = opaque(i + 1), verb = opaque(np + 1);
  if (np >= count || !is(np, Cls::np) || !is(verb, Cls::verb) || is(verb, Cls::verb_report)) return -1;
  for (Cls c : {Cls::noun_person, Cls::noun_firm, Cls::np_area})
    if (is(np, c)) return -1;
  return static_cast<int32_t>(np);
}

// "14 percent in Spain, up from 13 percent, and 12 percent in Italy": beside the first, not the earlier.
void Referral::pass_earlier() {
  const auto placed = [&](uint32_t value) {
    return value + 2 < s_.chunks.size() && s_.chunks[value + 1].cls.meets(pack_.family(Cls::prep_in)) &&
           s_.chunks[value + 2].cls.has(bit(Cls::np_area));
  };
  const Frame& last = before_[static_cast<size_t>(f_.antecedent)];
  if (!last.earlier || last.antecedent < 0) return;
  const bool bracketed =
      f_.area.size() > 0 && f_.chunk > 0 && s_.chunks[f_.chunk - 1].cls.has(bit(Cls::punct_open));
  if (bracketed) f_.antecedent = last.antecedent;  // "Germany (0.2 percent, after 0.5) and Spain (0.8)"
  if (bracketed || placed(last.chunk) || !placed(f_.chunk)) return;
  if (placed(before_[static_cast<size_t>(last.antecedent)].chunk)) f_.antecedent = last.antecedent;
}

bool Referral::comma_after(uint32_t i) const {
  for (; i < m_.begin; ++i)
    if (s_.chunks[i].cls.has(bit(Cls::punct_comma))) return true;
  return s_.chunks[m_.begin].cls.has(bit(Cls::punct_comma));
}

// "its highest level": of what the clause is about.
bool Referral::highest(const Chunk& np) const {
  if (!np.cls.meets(pack_.family(Cls::noun_anaphor))) return false;
  for (uint32_t i = np.tokens.first; i < np.tokens.last; ++i)
    if (s_.tokens[i].cls.meets(pack_.family(Cls::superlative))) return true;
  return false;
}

int32_t Referral::subject() const {
  int32_t extreme = -1;
  for (int32_t i = static_cast<int32_t>(m_.begin) - 1; i >= 0; --i) {
    const Chunk& c = s_.chunks[static_cast<size_t>(i)];
    const ClassSet* before = i > 0 ? &s_.chunks[static_cast<size_t>(i) - 1].cls : nullptr;
    // "data are available" names nothing
    bool governed = before != nullptr &&
                    (before->meets(pack_.family(Cls::prep)) || before->meets(pack_.family(Cls::verb_be)));
    if (!c.cls.has(bit(Cls::np)) || governed) continue;
    if (!c.cls.has(bit(Cls::np_super)) && !highest(c)) return i;
    if (extreme < 0) extreme = i;  // "were at their lowest, down 3 percent"
  }
  return extreme;
}

}  // namespace statgrep
