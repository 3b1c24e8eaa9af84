#include "statgrep/record/key.h"

#include <algorithm>
#include <array>

namespace statgrep {
namespace {

// Between parts of a key; no text holds it once words are split.
constexpr char kSeparator = '\x1F';

std::string bounds_text(const Period& period) {
  return to_string(period.start) + '/' + to_string(period.end);
}

Period without_year(Period period) {
  period.start.year = 0;
  period.end.year = 0;
  return period;
}

void set_period(RecordKey& key, const RecordPeriod& period, const NameKeys& names) {
  if (!period.bounds) {
    // Unresolved words agree with the same words only.
    key.period = key.period_shape = '?' + content_words(period.text, names.dropped);
    return;
  }
  key.period_has_year = period.bounds->start.has_year() && period.bounds->end.has_year();
  key.period = bounds_text(*period.bounds);
  key.period_shape = bounds_text(without_year(*period.bounds));
}

std::string versus_key(const Versus& versus, const NameKeys& names) {
  std::string out = names.of(versus.indicator) + kSeparator;
  if (versus.bounds) out += bounds_text(*versus.bounds);
  // The words count where nothing was made of them.
  return out.size() > 1 ? out : out + content_words(versus.text, names.dropped);
}

// Whether a unit is a noun that was counted, no code: it is not ASCII (户), or
// a word of small letters that is none of UCUM's (https://ucum.org/ucum, the
// case-sensitive codes of three letters or more).
bool counted_noun(std::string_view unit) {
  constexpr std::array<std::string_view, 6> kCodes = {"har", "min", "mol", "rad", "bar", "deg"};
  const auto small = [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; };
  if (std::any_of(unit.begin(), unit.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return true;
  return unit.size() > 2 && std::all_of(unit.begin(), unit.end(), small) &&
         std::find(kCodes.begin(), kCodes.end(), unit) == kCodes.end();
}

// What is counted follows from the catalogue's indicator, in whatever language.
std::string unit_key(const Record& record) {
  return !record.indicator_id.empty() && counted_noun(record.unit) ? "#" : record.unit;
}

}  // namespace

std::string NameKeys::of(std::string_view name) const {
  std::string words = content_words(name, dropped);
  std::string id = same ? same(words) : "";
  return id.empty() ? words : '#' + id;
}

std::string RecordKey::exact() const {
  std::string out = core;
  for (const std::string* part : {&basis, &area, &of, &versus, &period}) {
    out += kSeparator;
    out += *part;
  }
  return out;
}

RecordKey key_of(const Record& record, const NameKeys& names) {
  RecordKey key;
  key.core = record.indicator_id.empty() ? content_words(record.indicator, names.dropped)
                                         : '#' + record.indicator_id;
  for (const std::string& part : {std::string(name_of(record.measure)), record.value.to_string(),
                                  record.value_high ? record.value_high->to_string() : "", unit_key(record),
                                  std::string(name_of(record.status))}) {
    key.core += kSeparator;
    key.core += part;
  }
  key.basis = name_of(record.basis);
  key.area = names.of(record.area);
  key.of = names.of(record.of);
  if (record.versus) key.versus = versus_key(*record.versus, names);
  if (record.period) set_period(key, *record.period, names);
  return key;
}

}  // namespace statgrep
