// The closed list of word classes that the engine itself knows.
//
// A pack's lexicon may use any further class name; those are known to the
// pack's own patterns only. The names are the field's terms, never words of a
// language. Classes marked "engine" are given to tokens and chunks by C++ and
// may not be listed in a lexicon.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace statgrep {

// X(enumerator, name, engine)
#define STATGREP_CLASSES(X)                                                                               \
  /* tokens, by shape */                                                                                  \
  X(word, "word", true)                                                                                   \
  X(word_capital, "word.capital", true)                                                                   \
  X(word_caps, "word.caps", true)                                                                         \
  X(word_mixed, "word.mixed", true) /* letters and digits: 5G, IPv6 */                                    \
  X(num_any, "num.any", true)       /* digits or a number word */                                         \
  X(num_int, "num.int", true)                                                                             \
  X(num_decimal, "num.decimal", true)                                                                     \
  X(num_year, "num.year", true)             /* 1800-2199, four digits */                                  \
  X(num_era_year, "num.era_year", true)     /* three digits: 114 */                                       \
  X(num_day, "num.day", true)               /* 1-31 */                                                    \
  X(num_month, "num.month", true)           /* 1-12 */                                                    \
  X(num_short_year, "num.short_year", true) /* two digits */                                              \
  X(num_ordinal_digits, "num.ordinal_digits", true)                                                       \
  X(punct_comma, "punct.comma", true)                                                                     \
  X(punct_list, "punct.list", true) /* between items where commas part clauses */                         \
  X(punct_semicolon, "punct.semicolon", true)                                                             \
  X(punct_colon, "punct.colon", true)                                                                     \
  X(punct_open, "punct.open", true)                                                                       \
  X(punct_close, "punct.close", true)                                                                     \
  X(punct_dash, "punct.dash", true)     /* between spaces, or long */                                     \
  X(punct_hyphen, "punct.hyphen", true) /* inside a word */                                               \
  X(punct_quote, "punct.quote", true)                                                                     \
  X(punct_slash, "punct.slash", true)                                                                     \
  X(punct_plus, "punct.plus", true)                                                                       \
  X(punct_times, "punct.times", true)                                                                     \
  X(punct_minus, "punct.minus", true)                                                                     \
  X(punct_bullet, "punct.bullet", true)                                                                   \
  X(punct_stop, "punct.stop", true)                                                                       \
  X(punct_dots, "punct.dots", true)                                                                       \
  X(punct_other, "punct.other", true)                                                                     \
  /* chunks */                                                                                            \
  X(np, "np", true)                                                                                       \
  X(np_growth, "np.growth", true) /* its head names a growth rate */                                      \
  X(np_rate, "np.rate", true)                                                                             \
  X(np_share, "np.share", true)                                                                           \
  X(np_index, "np.index", true)                                                                           \
  X(np_price, "np.price", true)                                                                           \
  X(np_pronoun, "np.pronoun", true)                                                                       \
  X(np_that, "np.that", true)   /* takes up an earlier head: "that of" */                                 \
  X(np_area, "np.area", true)   /* a place and no more */                                                 \
  X(np_list, "np.list", true)   /* coordinated */                                                         \
  X(np_super, "np.super", true) /* its head is a superlative: "the highest in Spain" */                   \
  X(np_def, "np.def", true)                                                                               \
  X(qty, "qty", true)                                                                                     \
  X(qty_percent, "qty.percent", true)                                                                     \
  X(qty_points, "qty.points", true) /* pp or bp */                                                        \
  X(qty_money, "qty.money", true)                                                                         \
  X(qty_physical, "qty.physical", true)                                                                   \
  X(qty_count, "qty.count", true)   /* a number and its counted noun */                                   \
  X(qty_stated, "qty.stated", true) /* a count that says something by itself */                           \
  X(qty_few, "qty.few", true)       /* such a count, in words and at most ten */                          \
  X(qty_time, "qty.time", true)                                                                           \
  X(qty_bare, "qty.bare", true)                                                                           \
  X(qty_fraction, "qty.fraction", true)                                                                   \
  X(qty_part, "qty.part", true) /* a fraction with its noun inside: "one child in ten" */                 \
  X(qty_times, "qty.times", true)                                                                         \
  X(qty_index_points, "qty.index_points", true)                                                           \
  X(qty_list, "qty.list", true)                                                                           \
  X(qty_range, "qty.range", true)                                                                         \
  X(qty_signed, "qty.signed", true)                                                                       \
  X(period, "period", true)                                                                               \
  X(basis, "basis", true)                                                                                 \
  X(comparator, "comparator", true)                                                                       \
  X(streak, "streak", true)                                                                               \
  X(trap, "trap", true)                                                                                   \
  X(clause_start, "clause_start", true)                                                                   \
  X(adjunct, "adjunct", true) /* transparent: adverbs and asides */                                       \
  X(plain, "plain", true)     /* neither quantity, strong verb nor mark */                                \
  /* lexicon classes that the engine uses */                                                              \
  X(num, "num", false)                                                                                    \
  X(scale_table, "scale.table", false)       /* "(in millions)" over a table */                           \
  X(num_point, "num.point", false)           /* before decimals in words */                               \
  X(num_parts, "num.parts", false)           /* between a denominator and its numerator */                \
  X(num_tens, "num.tens", false)             /* twenty or more in one sign; digits behind are added */    \
  X(num_tenths, "num.tenths", false)         /* tenths, and maybe hundredths after it */                  \
  X(num_odd, "num.odd", false)               /* "and some more", inside a number */                       \
  X(num_nth, "num.nth", false)               /* before a number: makes a rank of it */                    \
  X(num_digit_zero, "num.digit_zero", false) /* fills a place of a number in words */                     \
  X(classifier, "classifier",                                                                             \
    false) /* what things are counted by: payload "general" where it says nothing */                      \
  X(postposition, "postposition", false)                     /* where a thing is: behind its noun */      \
  X(postposition_adverbial, "postposition.adverbial", false) /* ends a phrase that says how or when */    \
  X(name_prefix, "name.prefix", false)                       /* with the noun behind it a name */         \
  X(attributive, "attributive", false)                       /* joins what modifies to its head */        \
  X(conj_of_which, "conj.of_which", false) /* opens a clause about a part of what was told */             \
  X(noun_pair, "noun.pair", false)         /* two indicators in a word; payload: both, with a bar */      \
  X(num_scale, "num.scale", false)                                                                        \
  X(num_dozen, "num.dozen", false)                                                                        \
  X(num_half, "num.half", false)                                                                          \
  X(num_fraction, "num.fraction", false)                                                                  \
  X(num_ordinal, "num.ordinal", false)                                                                    \
  X(num_minus, "num.minus", false)                                                                        \
  X(num_nil, "num.nil", false)                                                                            \
  X(num_several, "num.several", false) /* "dozens of": payload low/high */                                \
  X(num_one_of, "num.one_of", false)   /* one of several */                                               \
  X(num_fold, "num.fold", false)       /* payload: the factor */                                          \
  X(num_range, "num.range", false)                                                                        \
  X(num_ratio, "num.ratio", false)   /* between a part and its whole: "four in five" */                   \
  X(num_once, "num.once", false)     /* times in a word */                                                \
  X(num_suffix, "num.suffix", false) /* of ordinals and decades in digits */                              \
  X(unit, "unit", false)                                                                                  \
  X(unit_time, "unit.time", false)                                                                        \
  X(letter_unit, "letter.unit", false) /* a capital right behind the number: "10W" */                     \
  X(unit_troy, "unit.troy", false)     /* of what noun.troy names */                                      \
  X(unit_amb, "unit.amb", false)       /* also money or a scale */                                        \
  X(unit_age, "unit.age", false)                                                                          \
  X(unit_point, "unit.point", false)                                                                      \
  X(unit_share, "unit.share", false)                                                                      \
  X(unit_per, "unit.per", false)                                                                          \
  X(unit_times, "unit.times", false)                                                                      \
  X(currency, "currency", false)                                                                          \
  X(currency_sign, "currency.sign", false)                                                                \
  X(currency_prefix, "currency.prefix", false) /* "R5 bln": only written to its number */                 \
  X(sign_after, "sign.after", false)           /* "$5 US" */                                              \
  X(currency_home, "currency.home", false)     /* of a country that speaks the language */                \
  X(usage_currency, "usage.currency", false)   /* only texts of one country say so; payload: its money */ \
  X(currency_area_word, "currency.area_word", false)                                                      \
  X(per, "per", false)                                                                                    \
  X(qual_any, "qual", false)                                                                              \
  X(status_any, "status", false)                                                                          \
  X(qual_approx, "qual.approx", false)                                                                    \
  X(qual_over, "qual.over", false)                                                                        \
  X(qual_under, "qual.under", false)                                                                      \
  X(qual_at_least, "qual.at_least", false)                                                                \
  X(qual_at_most, "qual.at_most", false)                                                                  \
  X(qual_average, "qual.neutral.average", false)                                                          \
  X(qual_neutral, "qual.neutral", false)                                                                  \
  X(qual_after_neutral, "qual.after.neutral", false)                                                      \
  X(qual_after_over, "qual.after.over", false)                                                            \
  X(qual_after_approx, "qual.after.approx", false)                                                        \
  X(qual_after_at_least, "qual.after.at_least", false)                                                    \
  X(qual_after_at_most, "qual.after.at_most", false)                                                      \
  X(status_estimate, "status.estimate", false)                                                            \
  X(status_revised, "status.revised", false)                                                              \
  X(column_current, "column.current", false)                                                              \
  X(status_previous, "status.previous", false)                                                            \
  X(status_target, "status.target", false)                                                                \
  X(status_forecast, "status.forecast", false)                                                            \
  X(time_any, "time", false)                                                                              \
  X(time_month, "time.month", false)                                                                      \
  X(time_weekday, "time.weekday", false)                                                                  \
  X(time_unit, "time.unit", false)                                                                        \
  X(time_span, "time.span", false)                                                                        \
  X(time_quarter, "time.quarter", false)                                                                  \
  X(time_full_year, "time.full_year", false)                                                              \
  X(time_over, "time.over", false)       /* of a span that has ended */                                   \
  X(time_stretch, "time.stretch", false) /* "the mid-March sales period" */                               \
  X(time_half, "time.half", false)                                                                        \
  X(time_season, "time.season", false)                                                                    \
  X(time_era_year, "time.era_year", false) /* behind a year without its era; payload: as of time.era */   \
  X(time_era, "time.era", false)           /* payload: the year before its first */                       \
  X(time_fiscal_year, "time.fiscal_year", false) /* payload: the year */                                  \
  X(basis_word, "basis.word", false)                                                                      \
  X(basis_noun, "basis.noun", false) /* a movement named with its basis */                                \
  X(area, "area", false)                                                                                  \
  X(area_adj, "area.adj", false)                                                                          \
  X(area_upper, "area.upper", false)   /* a place where it is written in capitals: "US" */                \
  X(area_fiscal, "fiscal.area", false) /* payload: the month in which fiscal years begin */               \
  X(det, "det", false)                                                                                    \
  X(det_def, "det.def", false)                                                                            \
  X(det_indef, "det.indef", false)                                                                        \
  X(det_poss, "det.poss", false)                                                                          \
  X(det_quant, "det.quant", false)                                                                        \
  X(possessive, "possessive", false) /* the 's of a possessor */                                          \
  X(prep, "prep", false)                                                                                  \
  X(prep_per, "prep.per", false)                                                                          \
  X(prep_of, "prep.of", false)                                                                            \
  X(prep_in, "prep.in", false)                                                                            \
  X(attach_subject, "attach.subject", false) /* … only where a verb follows */                          \
  X(attach, "attach", false)                 /* prepositions that attach to any noun phrase */            \
  X(prep_manner, "prep.manner", false)       /* says how: at which prices, by what reckoning */           \
  X(prep_from, "prep.from", false)                                                                        \
  X(prep_to, "prep.to", false)                                                                            \
  X(prep_by, "prep.by", false)                                                                            \
  X(prep_at, "prep.at", false)                                                                            \
  X(adj_grading, "adj.grading", false) /* "a net 3 percent" */                                            \
  X(prep_as, "prep.as", false)                                                                            \
  X(prep_with, "prep.with", false)                                                                        \
  X(prep_for, "prep.for", false)                                                                          \
  X(prep_less, "prep.less", false)                                                                        \
  X(prep_between, "prep.between", false)                                                                  \
  X(prep_during, "prep.during", false)                                                                    \
  X(prep_effective, "prep.effective", false) /* a day to come */                                          \
  X(prep_incl, "prep.including", false)                                                                   \
  X(prep_before, "prep.before", false)                                                                    \
  X(prep_than, "prep.than", false)                                                                        \
  X(prep_topic, "prep.topic", false) /* "as for" */                                                       \
  X(prep_over, "prep.over", false)                                                                        \
  X(prep_until, "prep.until", false)                                                                      \
  X(comp_with, "comp.with", false)                                                                        \
  X(comp_as, "comp.as", false) /* "as much as" */                                                         \
  X(comp_any, "comp", false)                                                                              \
  X(comp_since, "comp.since", false)                                                                      \
  X(comp_after, "comp.after", false)                                                                      \
  X(comp_than, "comp.than", false)                                                                        \
  X(comp_from, "comp.from", false)                                                                        \
  X(comp_lower, "comp.lower", false)                                                                      \
  X(comp_higher, "comp.higher", false)                                                                    \
  X(conj_and, "conj.and", false)                                                                          \
  X(ampersand, "ampersand", false) /* joins names */                                                      \
  X(conj_or, "conj.or", false)                                                                            \
  X(conj_but, "conj.but", false)                                                                          \
  X(conj_sub, "conj.sub", false)                                                                          \
  X(conj_when, "conj.when", false) /* opens a clause about the time before it */                          \
  X(pron, "pron", false)                                                                                  \
  X(conj_that, "conj.that", false)                                                                        \
  X(pron_it, "pron.it", false)                                                                            \
  X(pron_it_many, "pron.it.many", false)                                                                  \
  X(pron_rel, "pron.rel", false)                                                                          \
  X(pron_that, "pron.that", false)                                                                        \
  X(pron_there, "pron.there", false)                                                                      \
  X(pron_person, "pron.person", false)                                                                    \
  X(adv, "adv", false)                                                                                    \
  X(adv_respectively, "adv.respectively", false)                                                          \
  X(adv_now, "adv.now", false)                                                                            \
  X(adv_both, "adv.both", false) /* a list of two, each by itself */                                      \
  X(adv_each, "adv.each", false)                                                                          \
  X(adj_dimension, "adj.dimension", false) /* "90 miles wide" */                                          \
  X(adj_extent, "adj.extent", false)       /* how big or new a movement is: "a modest recovery" */        \
  X(adj_relation, "adj.relation", false)   /* "foreign trade": never before a verb */                     \
  X(dir_down, "dir.down", false)                                                                          \
  X(dir_up, "dir.up", false)                                                                              \
  X(dir, "dir", false)                                                                                    \
  X(neg, "neg", false)                                                                                    \
  X(verb, "verb", false)                                                                                  \
  X(verb_amb, "verb.amb", false)                                                                          \
  X(verb_part, "verb.part", false)                                                                        \
  X(verb_be, "verb.be", false)                                                                            \
  X(verb_nominal, "verb.nominal", false) /* payload: what its object is: "earned 3 million" */            \
  X(tense_now, "tense.now", false)       /* "the port has 40 berths": as of now */                        \
  X(verb_compare, "verb.compare", false) /* "growth rates compare with the same period" */                \
  X(verb_carry, "verb.carry", false)     /* "taking inflation to 3 percent" */                            \
  X(verb_have, "verb.have", false)                                                                        \
  X(verb_gerund, "verb.gerund", false) /* endings of verbs that may open a relative clause */             \
  X(verb_rise, "verb.rise", false)                                                                        \
  X(verb_fall, "verb.fall", false)                                                                        \
  X(verb_rise_trans, "verb.rise.trans", false) /* moves its object */                                     \
  X(verb_fall_trans, "verb.fall.trans", false)                                                            \
  X(verb_level, "verb.level", false)                                                                      \
  X(verb_share, "verb.share", false)                                                                      \
  X(verb_modal, "verb.modal", false)                                                                      \
  X(verb_project, "verb.project", false)                                                                  \
  X(verb_report, "verb.report", false)                                                                    \
  X(verb_report_source, "verb.report.source", false) /* names who states, right after */                  \
  X(verb_report_say, "verb.report.say", false)       /* may stand before its subject */                   \
  X(verb_report_figure, "verb.report.figure", false) /* its object is what is stated */                   \
  X(verb_do, "verb.do", false)                                                                            \
  X(verb_double, "verb.double", false)                                                                    \
  X(verb_slow, "verb.slow", false)                                                                        \
  X(verb_experience, "verb.experience", false)                                                            \
  X(verb_unchanged, "verb.unchanged", false)                                                              \
  X(verb_narrow, "verb.narrow", false)                                                                    \
  X(verb_widen, "verb.widen", false)                                                                      \
  X(verb_rank, "verb.rank", false)                                                                        \
  X(verb_contribute, "verb.contribute", false)                                                            \
  X(noun, "noun", false)                                                                                  \
  X(noun_head, "noun.head", false) /* what is measured of a thing: output, price */                       \
  X(noun_part, "noun.part", false) /* alone, a part of what was told before */                            \
  X(noun_organisation, "noun.organisation", false)                                                        \
  X(noun_stated_as, "noun.stated_as", false) /* payload: the status */                                    \
  X(noun_money, "noun.money", false)         /* an amount of money by itself */                           \
  X(noun_ratio, "noun.ratio", false)         /* "the ratio" of a share told before */                     \
  X(noun_troy, "noun.troy", false)           /* weighed in troy ounces */                                 \
  X(noun_years, "noun.years", false)         /* counted in years: "life expectancy" */                    \
  X(noun_post, "noun.post", false)           /* behind the head: "profit before tax" */                   \
  X(noun_extreme, "noun.extreme", false)     /* a mark that something reaches */                          \
  X(noun_quantity, "noun.quantity", false)                                                                \
  X(noun_number, "noun.number", false)                                                                    \
  X(noun_market, "noun.market", false)       /* a price that a market makes */                            \
  X(noun_alias, "noun.alias", false)         /* what a lone noun is short for */                          \
  X(noun_per_share, "noun.per_share", false) /* an amount a share */                                      \
  X(noun_firm, "noun.firm", false)           /* who makes a profit */                                     \
  X(noun_booked, "noun.booked", false)       /* what a result holds: gains, charges */                    \
  X(noun_surplus, "noun.surplus", false)                                                                  \
  X(noun_deficit, "noun.deficit", false)                                                                  \
  X(noun_person, "noun.person", false)                                                                    \
  X(noun_anaphor, "noun.anaphor", false) /* takes up what was measured before */                          \
  X(superlative, "super", false)                                                                          \
  X(noun_rise, "noun.rise", false)                                                                        \
  X(noun_fall, "noun.fall", false)                                                                        \
  X(noun_growth, "noun.growth", false)                                                                    \
  X(noun_change, "noun.change", false)                                                                    \
  X(noun_rate, "noun.rate", false)                                                                        \
  X(noun_index, "noun.index", false)                                                                      \
  X(noun_share, "noun.share", false)                                                                      \
  X(noun_price, "noun.price", false)                                                                      \
  X(noun_stake, "noun.stake", false)       /* a part that somebody owns */                                \
  X(noun_exchange, "noun.exchange", false) /* one currency in another */                                  \
  X(noun_one, "noun.one", false)                                                                          \
  X(noun_legal, "noun.legal", false) /* "5 million under an agreement" */                                 \
  X(verb_revise_down, "verb.revise.down", false)                                                          \
  X(noun_activity, "noun.activity", false)                                                                \
  X(noun_economy, "noun.economy", false) /* what grows where nothing is named */                          \
  X(plural_irregular, "plural.irregular", false)                                                          \
  X(participle_suffix, "participle.suffix", false) /* of verbs without a subject of their own */          \
  X(plural_suffix, "plural.suffix", false)         /* how counted nouns end */                            \
  X(trap_before, "trap.before", false)                                                                    \
  X(trap_after, "trap.after", false)                                                                      \
  X(trap_street, "trap.street", false) /* ends an address */                                              \
  X(trap_page, "trap.page", false)                                                                        \
  X(counted_not, "counted.not", false)                                                                    \
  X(countable, "countable", false) /* stands for a number without naming one */                           \
  X(abbreviation, "abbreviation", false)                                                                  \
  X(sentence_end, "sentence_end", false)                                                                  \
  X(stop_word, "stop_word", false) /* no content: keys leave it out */

enum class Cls : uint16_t {
#define X(e, n, g) e,
  STATGREP_CLASSES(X)
#undef X
      count_
};

inline constexpr int bit(Cls c) {
  return static_cast<int>(c);
}

std::string_view name_of(Cls c);
std::optional<Cls> class_from(std::string_view name);
bool is_engine_class(Cls c);

}  // namespace statgrep
