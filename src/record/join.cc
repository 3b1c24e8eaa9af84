// Two records of one statement to one. Each field is chosen by a total order
// of its own values, never by which side it came from: that is what makes the
// union independent of order and of how the input was split.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "join.h"

namespace statgrep {
namespace {

bool earlier(const Mention& a, const Mention& b) {
  return std::tie(a.source, a.start, a.end, a.line, a.quote) <
         std::tie(b.source, b.start, b.end, b.line, b.quote);
}

bool same_place(const Mention& a, const Mention& b) {
  return a.start == b.start && a.end == b.end && a.source == b.source;
}

// Whether `a` says how the joined record reads: it has the first mention.
bool leads(const Record& a, const Record& b) {
  if (a.mentions.empty() != b.mentions.empty()) return !a.mentions.empty();
  if (!a.mentions.empty() && !same_place(a.mentions.front(), b.mentions.front())) {
    return earlier(a.mentions.front(), b.mentions.front());
  }
  return std::tie(a.indicator, a.value_text, a.qualifier, a.rule) <=
         std::tie(b.indicator, b.value_text, b.qualifier, b.rule);
}

// What is there over what is not; of two the smaller text.
const std::string& fuller(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return std::min(a, b);
}

bool has_year(const RecordPeriod& period) {
  return period.bounds && period.bounds->start.has_year() && period.bounds->end.has_year();
}

// Stated words over inherited ones, any words over none, then the smaller.
bool better_said(const RecordPeriod& a, const RecordPeriod& b) {
  return std::forward_as_tuple(a.inherited, a.text.empty(), a.text) <
         std::forward_as_tuple(b.inherited, b.text.empty(), b.text);
}

std::optional<RecordPeriod> join_periods(const std::optional<RecordPeriod>& a,
                                         const std::optional<RecordPeriod>& b) {
  if (!a || !b) return a ? a : b;
  RecordPeriod out = better_said(*b, *a) ? *b : *a;
  out.bounds = has_year(*a) || !has_year(*b) ? a->bounds : b->bounds;
  return out;
}

bool more(const Streak& a, const Streak& b) {
  const int order = a.value.compare(b.value);
  return order != 0 ? order > 0 : std::tie(a.direction, a.unit) > std::tie(b.direction, b.unit);
}

std::optional<Streak> join_streaks(const std::optional<Streak>& a, const std::optional<Streak>& b) {
  if (!a || !b) return a ? a : b;
  return more(*b, *a) ? b : a;
}

std::optional<Versus> join_versus(const std::optional<Versus>& a, const std::optional<Versus>& b) {
  if (!a || !b) return a ? a : b;
  Versus out;
  out.text = fuller(a->text, b->text);
  out.indicator = fuller(a->indicator, b->indicator);
  out.bounds = a->bounds ? a->bounds : b->bounds;
  return out;
}

// Keeps the smallest mention in front, the others as they come: enough for
// leads(), and adding one costs the same however many there are.
void add_mentions(std::vector<Mention>& to, std::vector<Mention> from) {
  if (!to.empty() && !from.empty() && earlier(from.front(), to.front())) std::swap(to.front(), from.front());
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void open_mentions(Record& record) {
  auto& mentions = record.mentions;
  if (!mentions.empty())
    std::iter_swap(mentions.begin(), std::min_element(mentions.begin(), mentions.end(), earlier));
}

void settle_mentions(Record& record) {
  auto& mentions = record.mentions;
  std::sort(mentions.begin(), mentions.end(), earlier);
  mentions.erase(std::unique(mentions.begin(), mentions.end(), same_place), mentions.end());
}

void fold(Record& into, Record from) {
  if (!leads(into, from)) std::swap(into, from);
  into.order = std::min(into.order, from.order);
  into.indicator_id = fuller(into.indicator_id, from.indicator_id);
  if (into.basis == Basis::none) into.basis = from.basis;
  into.period = join_periods(into.period, from.period);
  into.streak = join_streaks(into.streak, from.streak);
  into.of = fuller(into.of, from.of);
  into.versus = join_versus(into.versus, from.versus);
  into.area = fuller(into.area, from.area);
  into.attribution = fuller(into.attribution, from.attribution);
  into.confidence = std::max(into.confidence, from.confidence);
  add_mentions(into.mentions, std::move(from.mentions));
}

}  // namespace statgrep
