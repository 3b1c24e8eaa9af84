// Tests: tests/unit/annotate_chunks_test.cc
#include "phrases.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {

uint32_t Phrases::attach(uint32_t end) const {
  while (true) {
    uint32_t at = bracket(end);
    if (!nominal_.inside(at)) return at == end ? end : at;
    if (nominal_.has(at, Cls::prep_per) && nominal_.has(at + 1, Cls::num)) return at;  // "per million people"
    bool place = nominal_.has(end - 1, Cls::area) && !nominal_.has(end - 1, Cls::area_adj);
    if (place && nominal_.has(at, Cls::prep_in)) return at;  // "second in the world in output"
    bool always = nominal_.has(at, Cls::attach) && !nominal_.has(at, Cls::attach_subject);
    bool subject = nominal_.has(at, Cls::attach_subject) || nominal_.has(at, Cls::prep_less);
    if (!always && !subject) return at;
    if (nominal_.has(at, Cls::prep_as) && !nominal_.has(at + 1, Cls::det_indef) &&
        !nominal_.has(at + 1, Cls::unit_share))
      return at;  // "debt as a share of GDP", not "in Tokyo as the dollar fell"
    uint32_t from = nominal_.skip_adverbs(at + 1);
    uint32_t core = nominal_.core_end(from);
    if (core == from) return at;
    if (subject && before_verb(core) == kNone && !verb_left_out(core)) return at;
    end = core;
  }
}

// "workers belonging to unions": a form that has no subject of its own.
bool Phrases::gerund(uint32_t i) const {
  if (!nominal_.inside(i) || !nominal_.has(i, Cls::verb) || nominal_.has(i, Cls::noun)) return false;
  std::string folded;
  fold_word(tokens_[i].span.in(text_), folded);
  return has_suffix(pack_, folded, Cls::verb_gerund);
}

// "the surplus with Chile rose to 2 billion and the deficit with Peru | to 3 billion"
bool Phrases::verb_left_out(uint32_t i) const {
  const bool moved = nominal_.has(i, Cls::prep_from) || nominal_.has(i, Cls::prep_to) ||
                     nominal_.has(i, Cls::prep_at) || nominal_.has(i, Cls::prep_by);
  return moved && nominal_.quantity(i + 1);
}

// "(NEVs)": a bracket without a number belongs to the phrase before it.
uint32_t Phrases::bracket(uint32_t at) const {
  if (!nominal_.mark(at, Cls::punct_open) || nominal_.taken(at)) return at;
  for (uint32_t i = at + 1; i < where_.last && i < at + 12; ++i) {
    if (nominal_.taken(i)) return at;
    if (nominal_.mark(i, Cls::punct_close)) return i + 1;
  }
  return at;
}

uint32_t Phrases::quantity_end(uint32_t at) const {
  for (const Quantity& q : quantities_)
    if (q.tokens.first <= at && at < q.tokens.last) return q.tokens.last;
  return at;
}

// Where the phrases that begin here end, if a verb with a subject follows
// them; kNone if none does.
uint32_t Phrases::before_verb(uint32_t i) const {
  for (int steps = 0; steps < 6; ++steps) {
    uint32_t end = i;
    i = bracket(nominal_.skip_adverbs(i));
    if ((nominal_.has(i, Cls::qual_over) || nominal_.has(i, Cls::qual_under)) && nominal_.strong_verb(i + 1))
      ++i;  // "spending by travellers more than doubled"
    while (i < where_.last && nominal_.taken(i) && !nominal_.quantity(i)) ++i;
    if (verb_after_aside(i)) return end;
    if (nominal_.mark(i, Cls::punct_comma) && nominal_.has(i + 1, Cls::pron_rel)) i += 2;
    if (nominal_.strong_verb(i) && nominal_.verb(i, true)) return end;
    if (!nominal_.has(i, Cls::attach) && !nominal_.has(i, Cls::conj_and)) return kNone;
    uint32_t core = nominal_.core_end(i + 1);
    if (core == i + 1) return kNone;
    i = core;
  }
  return kNone;
}

// "exports to Spain, the largest market, fell": the verb stands behind the aside.
bool Phrases::verb_after_aside(uint32_t i) const {
  constexpr uint32_t kLongest = 14;
  if (!nominal_.mark(i, Cls::punct_comma)) return false;
  for (uint32_t at = i + 1; at < where_.last && at < i + kLongest; ++at) {
    if (nominal_.mark(at, Cls::punct_comma))
      return nominal_.strong_verb(at + 1) && nominal_.verb(at + 1, false) &&
             !nominal_.has(at + 1, Cls::verb_part) && !nominal_.has(at + 1, Cls::verb_experience) &&
             !nominal_.has(at + 1, Cls::verb_report);
  }
  return false;
}

// Commas join only where "and" closes the list.
uint32_t Phrases::coordinate(uint32_t first, uint32_t end, bool& list) const {
  uint32_t at = end;
  uint32_t closed = end;
  bool fronted = first > where_.first && !nominal_.taken(first - 1) &&
                 (nominal_.has(first - 1, Cls::prep) || nominal_.has(first - 1, Cls::verb_report_source));
  bool article = nominal_.has(first, Cls::det_def);
  for (int items = 0; items < 24; ++items) {
    bool comma = nominal_.mark(at, Cls::punct_comma) && nominal_.inside(at);
    uint32_t conj = comma ? at + 1 : at;
    bool final = nominal_.has(conj, Cls::conj_and) && nominal_.inside(conj);
    if (!comma && !final) break;
    if (comma && fronted && !final) break;
    uint32_t begin = final ? conj + 1 : conj;
    uint32_t inner = begin;
    if (nominal_.has(begin, Cls::prep_of) || nominal_.has(begin, Cls::prep_in))
      ++inner;  // "of mining, of manufacturing"
    uint32_t core = nominal_.core_end(inner);
    if (core == inner || (comma && !article && nominal_.has(inner, Cls::det_def))) break;
    if (nominal_.has(core - 1, Cls::noun_rise) || nominal_.has(core - 1, Cls::noun_fall)) break;
    if (comma && nominal_.has(inner, Cls::det_indef)) break;
    if (nominal_.has(end - 1, Cls::unit_time) && !nominal_.has(core - 1, Cls::unit_time))
      break;  // "the most in a year and imports rose"
    const bool own = nominal_.has(core, Cls::prep_of) || nominal_.mark(core, Cls::punct_open);
    if (comma && final && !list && items == 0 && own && nominal_.quantity(core + 1))
      break;  // "31 percent of exports, and Italy of 12 percent"
    if (comma && final && items == 0 && first > where_.first && before_verb(core) != kNone)
      break;  // "hit by taxes, and sales rose"
    at = attach(core);
    if (final) {
      closed = at;
      list = true;
      if (!comma) continue;
    }
  }
  return closed;
}

uint32_t Phrases::reduced_relative(uint32_t end) const {
  const uint32_t after = nominal_.skip_adverbs(end);
  if (after > end && gerund(after)) {  // "people actually receiving benefits | totaled"
    const uint32_t past = reduced_relative(after);
    return past == after ? end : past;
  }
  uint32_t timed = end + 1;
  while (timed < where_.last && nominal_.taken(timed) && !nominal_.quantity(timed)) ++timed;
  if (timed > end + 1 && nominal_.inside(end) && nominal_.has(end, Cls::verb) &&
      !nominal_.has(end, Cls::verb_be) && !nominal_.has(timed, Cls::verb_report) &&
      nominal_.strong_verb(timed) && nominal_.verb(timed, true))
    return end + 1;  // "deaths registered | in May | numbered 10,241"
  // "loans extended by the bank | amounted", "cars made in China | made up"
  const bool by = nominal_.inside(end + 1) && nominal_.has(end + 1, Cls::prep_by);
  const bool agent = by && (nominal_.has(end, Cls::verb_part) || nominal_.has(end, Cls::verb_experience)) &&
                     quantity_end(end + 2) == end + 2;
  const bool past = nominal_.has(end, Cls::verb_part) || !nominal_.has(end, Cls::verb_level);
  const bool origin = nominal_.has(end, Cls::verb_experience) && past && nominal_.inside(end + 1) &&
                      nominal_.has(end + 1, Cls::prep_in);
  const bool placed = agent || origin ||
                      (nominal_.has(end, Cls::verb_share) && nominal_.inside(end + 1) &&
                       (nominal_.has(end + 1, Cls::prep_in) || nominal_.has(end + 1, Cls::prep_for) ||
                        by));  // "stocks held in primary storage | fell"
  if (!nominal_.inside(end) || !nominal_.has(end, Cls::verb) ||
      (nominal_.strong_verb(end) && !gerund(end) && !placed))
    return end;
  if (nominal_.has(end, Cls::qual_neutral) && nominal_.has(end, Cls::verb_level) &&
      quantity_end(end + 1) > end + 1)
    return end;  // "sales | totalling 20 tonnes"
  const bool finite = nominal_.has(end + 1, Cls::verb_be) || nominal_.has(end + 1, Cls::verb_rise) ||
                      nominal_.has(end + 1, Cls::verb_fall) || nominal_.has(end + 1, Cls::verb_level);
  const bool present = is_plural(pack_, tokens_[end], text_);  // "net includes gains"
  if (finite && !present && nominal_.inside(end + 1) && !nominal_.has(end, Cls::verb_report) &&
      nominal_.verb(end + 1, true))
    return end + 1;  // "the floor space of buildings sold was"
  uint32_t at = end + 1;
  bool prep = nominal_.inside(at) && nominal_.has(at, Cls::prep);
  if (!prep && nominal_.has(end, Cls::verb_report) &&
      !(gerund(end) && nominal_.has(end, Cls::verb_experience)))
    return end;  // "the minister said output rose"
  const bool passive = nominal_.has(end, Cls::verb_part) || nominal_.has(end, Cls::verb_amb) || placed;
  if (!prep && !passive && !gerund(end)) return end;  // "the bank left its rate unchanged"
  if (prep) ++at;
  uint32_t core = nominal_.core_end(at);
  if (core == at) core = quantity_end(at);  // "homes priced above $1 million rose"
  if (core == at) return end;
  uint32_t last = before_verb(attach(core));
  return last == kNone ? end : last;
}

}  // namespace statgrep
