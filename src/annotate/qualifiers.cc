// Tests: tests/unit/annotate_quantities_test.cc
#include "qualifiers.h"

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

// "is around 73": a verb that grades what it states.
void said_with_verb(const Stretch& s, Quantity& q, uint32_t at) {
  const Payload* p =
      s.has(at, Cls::verb_level) ? s.pack.payload(s.tokens[at].entry, Cls::verb_level) : nullptr;
  if (p != nullptr && q.qualifier == Qualifier::none)
    q.qualifier = qualifier_from(s.pack.text(p->text)).value_or(Qualifier::none);
}

// "a non-seasonally adjusted 5.2 percent": words between an article and the
// number grade it, whatever they are.
void open_article(const Stretch& s, Quantity& q) {
  constexpr uint32_t kReach = 4;
  for (uint32_t n = 1; n <= kReach && q.tokens.first >= s.free + n; ++n) {
    uint32_t at = q.tokens.first - n;
    if (n == 1 && s.mark(at, Cls::punct_comma)) return;  // "visitors a day, 9.7 percent more"
    if (s.has(at, Cls::det_indef)) {
      q.tokens.first = at;
      return;
    }
    if (n == 1 && s.has(at, Cls::adj_grading)) continue;  // "a net 3 percent"
    bool grading = s.mark(at, Cls::word) || s.mark(at, Cls::punct_comma);
    if (s.has(at, Cls::verb) && !s.has(at, Cls::verb_part)) return;  // "a sector grew 5 percent"
    if (!grading || s.has(at, Cls::prep) || s.has(at, Cls::conj_and) || s.has(at, Cls::noun) ||
        s.has(at, Cls::verb_be))
      return;
  }
}

// "up to 220" after "were" or "rose" is a direction and a goal, no limit.
bool stands_after_movement(const Stretch& s, uint32_t at) {
  return s.has(at, Cls::prep_until) &&
         (s.back_has(at, Cls::verb_be) || s.back_has(at, Cls::verb_rise) || s.back_has(at, Cls::verb_fall));
}

// "output should total 27 million bags", "sales to Brazil total 5 tonnes": a verb, for a subject stands
// before it.
bool predicate(const Stretch& s, uint32_t at) {
  if (at == s.free)  // "sales now total 2 million"
    return at > s.where.first && s.tokens[at - 1].cls.meets(s.pack.family(Cls::adv)) &&
           s.tokens[at].cls.meets(s.pack.family(Cls::verb_level));
  if (s.has(at - 1, Cls::verb_modal)) return true;
  if (s.mark(at - 1, Cls::punct_comma)) {  // "rose to 5 percent, averaging 4 percent"
    std::string folded;
    fold_word(s.tokens[at].span.in(s.text), folded);
    return has_suffix(s.pack, folded, Cls::verb_gerund);
  }
  if (!s.mark(at - 1, Cls::word)) return false;
  for (Cls c : {Cls::prep, Cls::det, Cls::conj_and, Cls::verb, Cls::adv, Cls::pron, Cls::qual_neutral,
                Cls::qual_approx})
    if (s.has(at - 1, c)) return false;
  return true;
}

// "the 2.8 million held in May": an amount that was told of another time.
bool referred_to(const Stretch& s, const Quantity& q) {
  const uint32_t at = q.tokens.last;
  return q.kind != Kind::percent && s.mark(at, Cls::word) && s.has(at, Cls::verb);
}

// The article of "a seasonally adjusted 2.2 percent".
bool graded_article(const Stretch& s, uint32_t at, const Quantity& q) {
  return at < q.tokens.first && s.has(at - 1, Cls::det_indef) &&
         (s.has(at, Cls::qual_neutral) || s.has(at, Cls::status_estimate) || s.has(at, Cls::status_revised) ||
          s.has(at, Cls::qual_approx));
}

// "three times as much as 5 million": the words compare.
bool multiplied(const Stretch& s, uint32_t at) {
  const ClassSet* before = at > s.where.first ? &s.tokens[at - 1].cls : nullptr;  // taken by the multiple
  return before != nullptr &&
         (before->meets(s.pack.family(Cls::num)) || before->meets(s.pack.family(Cls::unit_times)));
}

// "from the previously reported 5 million", but "the previous 12 months"
bool previous_edition(const Stretch& s, uint32_t at) {
  const std::string_view said = s.tokens[at].span.in(s.text);
  return s.has(at, Cls::status_previous) && said.find(' ') != std::string_view::npos;
}

}  // namespace

void take_sign(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.first;
  if (at == s.free) return;
  bool close = !s.tokens[at].space_before;
  bool first = at - 1 == s.where.first || s.tokens[at - 1].space_before || s.mark(at - 2, Cls::punct_open);
  bool minus = (s.mark(at - 1, Cls::punct_minus) || s.mark(at - 1, Cls::punct_hyphen)) && close && first;
  bool plus = s.mark(at - 1, Cls::punct_plus) && close;
  bool hyphened = s.mark(at - 1, Cls::punct_hyphen) && close && at >= s.free + 2;  // "minus-5"
  uint32_t word = hyphened ? at - 2 : at - 1;
  bool said = s.has(word, Cls::num_minus);
  if (!minus && !plus && !said) return;
  if (!plus) q.value = q.value.negated();
  q.signed_number = true;
  q.tokens.first = said ? word : at - 1;
}

void take_qualifiers_before(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.first;
  while (at > s.free) {
    const ClassSet& c = s.tokens[at - 1].cls;
    if (c.has(bit(Cls::punct_hyphen)) && s.joined(at) && at - 1 > s.free && s.has(at - 2, Cls::qual_under)) {
      --at;  // "sub-500"
      continue;
    }
    bool comma = c.has(bit(Cls::punct_comma)) && at - 1 > s.free &&
                 (s.has(at - 2, Cls::qual_neutral) || s.has(at - 2, Cls::status_estimate)) &&
                 at < q.tokens.first;
    Qualifier k = Qualifier::none;
    for (auto [cls, name] : {std::pair{Cls::qual_approx, Qualifier::approx},
                             {Cls::qual_over, Qualifier::over},
                             {Cls::qual_under, Qualifier::under},
                             {Cls::qual_at_least, Qualifier::at_least},
                             {Cls::qual_at_most, Qualifier::at_most}})
      if (c.meets(s.pack.family(cls))) k = name;
    if (k == Qualifier::at_most && stands_after_movement(s, at - 1)) break;
    if (c.meets(s.pack.family(Cls::comp_as)) && !multiplied(s, at - 1)) k = Qualifier::at_most;
    if (s.has(at - 1, Cls::verb_level) && s.has(at - 1, Cls::qual_neutral) && predicate(s, at - 1)) break;
    if ((k == Qualifier::over || k == Qualifier::under) && s.has(at, Cls::det_def) && referred_to(s, q))
      break;                                                       // "were below the 2.8 million held in May"
    if (k == Qualifier::approx && s.has(at, Cls::det_def)) break;  // "centres around the 37 m mast"
    if (k == Qualifier::none && s.all && at == q.tokens.first) said_with_verb(s, q, at - 1);
    if (k != Qualifier::none) {
      if (q.qualifier == Qualifier::none) q.qualifier = k;
    } else if (c.meets(s.pack.family(Cls::status_estimate)) && !c.meets(s.pack.family(Cls::noun))) {
      q.status = Status::estimate;
    } else if (c.meets(s.pack.family(Cls::status_revised))) {
      q.status = Status::revised;
    } else if (previous_edition(s, at - 1)) {
      q.status = Status::previous;
    } else if (!comma && !c.meets(s.pack.family(Cls::qual_neutral)) && !graded_article(s, at, q)) {
      break;
    }
    --at;
  }
  q.tokens.first = at;
  if (q.kind == Kind::percent || q.kind == Kind::points || q.kind == Kind::money || q.kind == Kind::physical)
    open_article(s, q);
}

void take_qualifiers_after(const Stretch& s, Quantity& q) {
  uint32_t at = q.tokens.last;
  if (at >= s.free_until(q.number.first)) return;
  if (s.has(at + 1, Cls::prep_by) || s.mark(at + 1, Cls::num_any)) return;  // "down 2 percent and up by 9"
  if (q.kind == Kind::money && s.has(at, Cls::qual_after_neutral)) {        // "at 80 dollars a tonne fob"
    q.tokens.last = at + 1;
    return;
  }
  for (auto [cls, name] : {std::pair{Cls::qual_after_over, Qualifier::over},
                           {Cls::qual_after_approx, Qualifier::approx},
                           {Cls::qual_after_at_least, Qualifier::at_least},
                           {Cls::qual_after_at_most, Qualifier::at_most}})
    if (s.has(at, cls) && (s.joined(at) || s.tokens[at].shape != Shape::mark)) {  // "$500+", not "$500  +5%"
      q.qualifier = name;
      q.tokens.last = at + 1;
      return;
    }
}

}  // namespace statgrep
