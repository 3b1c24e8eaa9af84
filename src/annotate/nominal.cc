// Tests: tests/unit/annotate_chunks_test.cc
#include "nominal.h"

#include "statgrep/pack/plurals.h"

namespace statgrep {

uint32_t Nominal::skip_adverbs(uint32_t i) const {
  while (inside(i) && has(i, Cls::adv)) ++i;
  return i;
}

bool Nominal::amb(uint32_t i) const {
  return has(i, Cls::verb_amb) && !has(i, Cls::verb_be);
}

// "an eight million dollar contract": an article before the quantity wants a noun after it.
bool Nominal::article_before_quantity(uint32_t p) const {
  while (p > where_.first && quantity(p - 1)) --p;
  return has(p, Cls::det) || (p > where_.first && (has(p - 1, Cls::det) || has(p - 1, Cls::possessive)));
}

// Words of the closed classes are never inside a core (a determiner opens one).
bool Nominal::closed_class(uint32_t i) const {
  if (has(i, Cls::noun) && !has(i, Cls::prep)) return false;
  for (Cls c : {Cls::prep,        Cls::conj_and,  Cls::conj_or,    Cls::conj_but,    Cls::conj_sub,
                Cls::pron,        Cls::adv,       Cls::verb_modal, Cls::verb_be,     Cls::verb_have,
                Cls::comp_any,    Cls::det,       Cls::neg,        Cls::dir,         Cls::adv_respectively,
                Cls::per,         Cls::qual_over, Cls::qual_under, Cls::qual_approx, Cls::qual_at_least,
                Cls::qual_at_most})
    if (has(i, c)) return true;
  return false;
}

bool Nominal::strong_verb(uint32_t i) const {
  for (Cls c :
       {Cls::verb_rise, Cls::verb_fall, Cls::verb_level, Cls::verb_be, Cls::verb_have, Cls::verb_share,
        Cls::verb_modal, Cls::verb_double, Cls::verb_contribute, Cls::verb_rank, Cls::verb_widen,
        Cls::verb_narrow, Cls::verb_unchanged, Cls::verb_experience, Cls::verb_project, Cls::verb_slow})
    if (has(i, c)) return true;
  return false;
}

// "China now ranks", "sales in May rose": a time between a subject and its verb.
bool Nominal::after_subject_and_time(uint32_t i) const {
  uint32_t p = i;
  while (p > where_.first && taken(p - 1) && !quantity(p - 1)) --p;
  if (has(p, Cls::time_month) || has(p, Cls::det))
    return false;  // "the new July forecast", "their 2019 numbers"
  return p < i && p > where_.first && !quantity(p - 1) && mark(p - 1, Cls::word) && !closed_class(p - 1) &&
         !has(p - 1, Cls::possessive);
}

bool Nominal::after_nominal_context(uint32_t i) const {
  if (i == where_.first) return false;
  if (after_subject_and_time(i)) return false;
  uint32_t p = i - 1;
  return has(p, Cls::det) || has(p, Cls::possessive) || has(p, Cls::area_adj) || taken(p) ||
         (has(p, Cls::prep) && !has(p, Cls::prep_to));
}

// "a drop in beef imports from 3 to 2 tonnes": what moved, where the phrase has its movement.
bool Nominal::of_movement(uint32_t i) const {
  constexpr uint32_t kLongest = 4;
  uint32_t first = i;
  while (first > where_.first && i - first < kLongest && mark(first - 1, Cls::word) &&
         !closed_class(first - 1))
    --first;
  if (first < where_.first + 2 || !has(first - 1, Cls::prep_in)) return false;
  return has(first - 2, Cls::noun_rise) || has(first - 2, Cls::noun_fall);
}

// "a 12 percent profit | increase": what the article before the figure wants.
bool Nominal::measured_movement(uint32_t i) const {
  if (!has(i, Cls::noun_rise) && !has(i, Cls::noun_fall)) return false;
  constexpr uint32_t kLongest = 4;
  uint32_t first = i;
  while (first > where_.first && i - first < kLongest && inside(first - 1) && mark(first - 1, Cls::word) &&
         !closed_class(first - 1))
    --first;
  return first > where_.first && quantity(first - 1) && article_before_quantity(first - 1);
}

// "drought cut exports last year to 10 million bags": how far it moved what stands behind it.
bool Nominal::moves_object(uint32_t i) const {
  if (!has(i, Cls::verb_fall_trans) && !has(i, Cls::verb_rise_trans)) return false;
  uint32_t at = i;
  for (uint32_t next = i + 1; core_end(next) > next; ++next) {  // "operating, clerical and sales expenses"
    at = next = core_end(next);
    if (!has(at, Cls::prep_of) && !has(at, Cls::conj_and) && !mark(at, Cls::punct_comma)) break;
  }
  if (at == i) return false;
  while (at < where_.last && taken(at) && !quantity(at)) ++at;
  return (has(at, Cls::prep_to) || has(at, Cls::prep_by)) && quantity(at + 1);
}

// A word of an open class that is no verb.
bool Nominal::names(uint32_t i) const {
  return inside(i) && mark(i, Cls::word) && !closed_class(i) && !has(i, Cls::verb);
}

// "combined revenue", "previously owned homes": before a nominal, and not after one.
bool Nominal::participle_modifies(uint32_t i, bool in_phrase) const {
  if (in_phrase && !has(i, Cls::verb_part)) return false;
  uint32_t next = i + 1;
  if (mark(next, Cls::punct_hyphen)) return true;
  if (!in_phrase && has(next, Cls::conj_and) && inside(next))
    ++next;  // "specialized and sophisticated firms"
  return inside(next) && mark(next, Cls::word) && !closed_class(next) && !verb(next, true);
}

bool Nominal::ambiguous_is_verb(uint32_t i, bool in_phrase) const {
  if (i > where_.first && has(i - 1, Cls::pron_that) && has(i, Cls::verb_carry) && nominal(i + 1, false))
    return true;  // "That left growth at 3 percent"
  const bool perfect = i > where_.first && has(i - 1, Cls::verb_have);
  if (!in_phrase && !perfect && has(i, Cls::verb_part) && participle_modifies(i, false))
    return false;  // "12,000 specialized firms"
  uint32_t p = i - 1;
  if (in_phrase && has(p, Cls::adj_relation)) return false;              // "in foreign trade"
  while (p > where_.first && i > where_.first && has(p, Cls::neg)) --p;  // "would not need to"
  if (i > where_.first) {
    const bool moves = has(i, Cls::verb_rise_trans) || has(i, Cls::verb_fall_trans);
    if (has(p, Cls::verb_have) && moves && nominal(i + 1, false)) return true;  // "has cut rates"
    // "has completed two rounds", "should have cost $5"
    if (has(p, Cls::verb_have) && (has(i, Cls::verb_part) || quantity(skip_adverbs(i + 1)))) return true;
    // "were revised from", "was sold for"
    if (has(p, Cls::verb_be) && has(i, Cls::verb_part) && !has(i, Cls::noun) && has(i + 1, Cls::prep))
      return true;
    bool pronoun = has(p, Cls::pron_person) || has(p, Cls::pron_it) || has(p, Cls::pron_rel);
    if ((has(p, Cls::verb_modal) && !taken(p)) || (pronoun && !has(p, Cls::det))) return true;
    if (pronoun)
      return quantity(skip_adverbs(i + 1)) ||
             has(i + 1, Cls::prep_by);  // "this rose 5 percent", "this level of"
    if (has(p, Cls::prep_to) &&
        !has(i, Cls::noun_growth)) {  // "to raise profits", "to fall 3 percent"; "to growth of"
      uint32_t next = skip_adverbs(i + 1);
      return !has(i, Cls::noun) || taken(next) || has(next, Cls::det) || has(next, Cls::prep_by) ||
             nominal(next, true);
    }
    // "the 2.3 billion reported last year": a participle that nothing follows
    if (quantity(p) && !has(i, Cls::noun)) {
      const bool subject =
          has(i + 1, Cls::verb_be) || has(i + 1, Cls::verb_have) || has(i + 1, Cls::verb_modal);
      // "one in seven hires was", "granted 41,000 permits"
      return has(i, Cls::verb_part) ||
             (!subject && !article_before_quantity(p) && !is_plural(pack_, tokens_[i], text_));
    }
    if (after_nominal_context(i)) return false;
  }
  bool only_participle = !has(i, Cls::noun) && !amb(i);
  if (!in_phrase && i > where_.first && only_participle) return true;
  if (!in_phrase && has(i + 1, Cls::prep_of)) return false;
  if (!in_phrase && has(i, Cls::verb_level) && has(i, Cls::noun) && names(i + 1))
    return false;  // "average pay"
  if (!in_phrase) {
    if (i == where_.first) return false;
    bool opens = after_subject_and_time(i) || has(p, Cls::adv) || mark(p, Cls::punct_comma) ||
                 has(p, Cls::conj_and) || has(p, Cls::conj_but);
    bool acts = has(i, Cls::verb_rise) || has(i, Cls::verb_fall) || strong_verb(i) || has(i + 1, Cls::det);
    return opens && acts;  // "and imports 4.1 percent" has a noun
  }
  uint32_t next = skip_adverbs(i + 1);
  if (next >= where_.last) return false;
  if (has(i, Cls::verb_rank) && has(next, Cls::num_ordinal)) return true;  // "the port ranks second"
  // "the bank projects inflation at 2.6 percent", "the cities saw rents fall"
  bool takes_noun = has(i, Cls::verb_project) || (has(i, Cls::verb_experience) && !has(i, Cls::noun));
  if (takes_noun && inside(next) && nominal(next, true)) return true;
  const bool firm = has(p, Cls::noun_firm) && p > where_.first && has(p - 1, Cls::det);
  if (only_participle && firm && !has(next, Cls::verb)) return true;  // "the company recognized expenses"
  if (only_participle) return !participle_modifies(i, true);
  if (has(i, Cls::noun) && (of_movement(i) || measured_movement(i))) return false;
  if (next == i + 1 && moves_object(i)) return true;
  if (has(next, Cls::prep_by))  // "rents rise by 3 percent"; "rent by city", "engineering by 3 percent"
    return taken(next + 1) && !has(i, Cls::noun_activity);
  // "Prices rise in May" is a headline; in "membership rates in May" a noun is timed
  if (taken(next) && !quantity(next) && next == i + 1 && has(i, Cls::noun))
    return has(i, Cls::verb_rise) || has(i, Cls::verb_fall);
  if (next > i + 1 && has(i, Cls::noun) && strong_verb(next)) return false;  // "hotel rates worldwide were"
  if (taken(next) || next > i + 1) return true;
  if (has(next, Cls::prep_to) || has(next, Cls::prep_from) || has(next, Cls::comp_any))
    return taken(next + 1) || !has(i, Cls::noun);
  if (has(next, Cls::prep) || strong_verb(next) || has(next, Cls::conj_and) || mark(next, Cls::punct_comma))
    return false;
  return has(next, Cls::det);
}

bool Nominal::verb(uint32_t i, bool in_phrase) const {
  if (!inside(i) || !has(i, Cls::verb)) return false;
  if (in_phrase && has(i, Cls::verb_report) && !has(i, Cls::noun) && !amb(i)) return true;  // "Kodak said …"
  const bool article = !in_phrase && i > where_.first && has(i - 1, Cls::det) && !has(i - 1, Cls::pron);
  if (article && has(i, Cls::verb_amb)) return false;  // "a contract is"
  if (article && (has(i - 1, Cls::det_def) || has(i - 1, Cls::det_poss)) && !strong_verb(i) &&
      !has(i, Cls::verb_part))
    return false;  // "prices at the pump averaged"
  if (has(i, Cls::verb_report_say) && !(i > where_.first && has(i - 1, Cls::det))) return true;
  // "just 23 percent backed gas plants": a unit takes no participle.
  bool after_unit = i > where_.first && quantity(i - 1) && has(i - 1, Cls::unit);
  if (!in_phrase && after_unit && !has(i, Cls::noun) && !amb(i)) return true;
  bool other = has(i, Cls::noun) || amb(i) || has(i, Cls::verb_part);
  if (other) return ambiguous_is_verb(i, in_phrase);
  if (has(i, Cls::verb_be) || has(i, Cls::verb_have) || has(i, Cls::verb_modal)) return true;
  bool opens =
      i == where_.first || after_nominal_context(i) || has(i - 1, Cls::adv) || has(i - 1, Cls::conj_and);
  if (strong_verb(i) && !has(i, Cls::verb_part)) return true;  // "now expects adjusted profit"
  return !(opens && !in_phrase && participle_modifies(i, in_phrase));
}

bool Nominal::nominal(uint32_t i, bool in_phrase) const {
  if (!inside(i)) return false;
  const Token& t = tokens_[i];
  if (t.shape == Shape::mark) return false;
  if (t.shape == Shape::number)
    return in_phrase && mark(i, Cls::num_int) && tokens_[i - 1].shape != Shape::mark &&
           (mark(i - 1, Cls::word_capital) || !strong_verb(i - 1));  // "the S&P 500"
  if (closed_class(i) || (!in_phrase && has(i, Cls::noun_post))) return false;
  return !verb(i, in_phrase);
}

// "the price of 5,500-calorie coal", "six-year-olds": one past the hyphen and
// its word, where a number that counts nothing stands before them; else `i`.
uint32_t Nominal::past_measure(uint32_t i) const {
  if (i + 2 >= where_.last || !inside(i) || !inside(i + 1) || !inside(i + 2)) return i;
  const bool joined = !tokens_[i + 1].space_before && !tokens_[i + 2].space_before;
  const bool measures = joined && mark(i, Cls::num_any) && mark(i + 1, Cls::punct_hyphen) &&
                        tokens_[i + 2].shape == Shape::word;
  return measures ? i + 3 : i;
}

// "(GDP)"
bool Nominal::short_form(uint32_t i) const {
  return i + 3 < where_.last && mark(i, Cls::punct_open) && inside(i) && mark(i + 1, Cls::word_caps) &&
         mark(i + 2, Cls::punct_close) && !taken(i + 1);
}

uint32_t Nominal::core_end(uint32_t i) const {
  uint32_t at = i;
  if (has(i, Cls::adv_each) && i > where_.first && mark(i - 1, Cls::word) && !has(i - 1, Cls::verb) &&
      has(i + 1, Cls::verb) && is_plural(pack_, tokens_[i - 1], text_))
    return i;  // "thirty items each earned 1 billion"
  while (inside(at) && (has(at, Cls::det) || mark(at, Cls::punct_quote))) ++at;
  bool any = false;
  while (at < where_.last) {
    if (!any && has(at, Cls::adv) && inside(at) && inside(at + 1) &&
        (has(at + 1, Cls::verb) || nominal(at + 1, false)) && at > i) {
      ++at;  // "the previously owned homes"
    } else if (const uint32_t measured = past_measure(at); measured > at) {
      at = measured;
      any = true;
    } else if (nominal(at, any)) {
      any = true;
      ++at;
    } else if (any && has(at, Cls::possessive) && inside(at)) {
      ++at;
      if (!nominal(at, false) && !has(at, Cls::det)) break;
    } else if (any && inside(at) && (mark(at, Cls::punct_slash) || has(at, Cls::ampersand)) &&
               nominal(at + 1, true)) {
      at += 2;
    } else if (any && mark(at, Cls::punct_quote) && inside(at) && nominal(at + 1, true)) {
      ++at;
    } else if (any && short_form(at) && nominal(at + 3, true) && (has(at + 3, Cls::noun) || names(at + 3))) {
      at += 3;  // "gross domestic product (GDP) growth"
    } else {
      break;
    }
  }
  return any ? at : i;
}

}  // namespace statgrep
