// A sentence whose frames are to be given their times: what stands where, and
// how far a frame reaches for it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

inline constexpr uint32_t kNowhere = 0xFFFFFFFF;

// Positions are chunks; kNowhere where there is none. Each look costs at most the sentence's length.
class Reach {
 protected:
  Reach(const std::vector<Token>& tokens, const SentenceAnalysis& s, const Pack& pack)
      : tokens_(tokens), s_(s), pack_(pack) {}

  bool is(uint32_t chunk, Cls c) const { return s_.chunks[chunk].cls.meets(pack_.family(c)); }
  const Spot& spot(uint32_t chunk) const { return s_.spots[s_.chunks[chunk].index]; }
  uint32_t size() const { return static_cast<uint32_t>(s_.chunks.size()); }
  static bool forecast(const Frame& f) { return f.status == Status::forecast || f.status == Status::target; }
  bool moves(const Frame& f) const { return f.measure == Measure::growth || f.measure == Measure::change; }

  bool dated_basis(uint32_t chunk) const;
  bool of_event(uint32_t chunk) const;
  bool of_expectation(uint32_t chunk) const;
  bool of_speaker(uint32_t chunk) const;
  // "5 percent above the level of 2019", "2 points faster than in the whole of
  // 2023", "3 times the figure for 2020": the time that a figure is held against.
  bool of_compared(uint32_t chunk) const;
  // That time of a frame's own figure, or kNowhere.
  uint32_t compared_time(const Frame& f) const;
  uint32_t right_of(const Frame& f, Cls wanted) const;
  uint32_t left_of(const Frame& f, Cls wanted) const;
  bool period_of_antecedent(const Frame& f, uint32_t at) const;
  bool looks_ahead(const Frame& f, uint32_t at) const;
  uint32_t listed_period(const Frame& f) const;
  uint32_t closing_period(const Frame& f) const;
  uint32_t shared_period(const Frame& f, bool clauses) const;
  uint32_t later_now(const Frame& f) const;
  // "bought 4 million of bills today": the day of its clause, not that of the saying; or kNowhere.
  uint32_t day_told(const Frame& f) const;
  bool opens_sentence(uint32_t chunk) const;
  bool same_statement(uint32_t from, uint32_t to) const;
  bool named_by_earlier(uint32_t chunk) const;
  static bool is_average(const Frame& f, Basis b);
  TimeUnit unit_of(uint32_t token) const;
  std::string_view payload(uint32_t token, Cls c) const;
  uint32_t fronted() const;
  bool in_relative_clause(uint32_t i) const;
  bool of_forecast(uint32_t i) const;
  bool of_record(uint32_t i) const;
  bool looked_ahead(const Frame& f) const;
  bool awaits(const Frame& f) const;   // its clause looks ahead
  bool perfect(const Frame& f) const;  // "has gained 5 percent"
  bool has_now(const Frame& f) const;  // "has 40 berths"
  uint32_t relative_time(const Frame& f) const;
  bool trails(const Frame& f, uint32_t i) const;
  // Where the aside opens that the comma at `i` closes before a verb ("The rand,
  // having averaged 17 in May, has weakened"), else `i`.
  uint32_t past_revision(uint32_t i) const;
  uint32_t past_sales(const Frame& f, uint32_t i) const;
  uint32_t past_each(const Frame& f, uint32_t i) const;
  uint32_t past_aside(uint32_t i) const;
  bool used(uint32_t chunk) const;

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& s_;
  const Pack& pack_;

  bool in_past_list(uint32_t chunk) const;

 private:
  bool opens_comparison(uint32_t chunk) const;
  bool opens_comparison_before(uint32_t chunk) const;
  bool follows_other(uint32_t chunk) const;
  bool as_before(uint32_t chunk) const;
  bool ends_clause(uint32_t chunk) const;
  bool says(const Frame& f, uint32_t chunk, Cls wanted) const;
  const Frame* frame_at(uint32_t chunk) const;
  const Frame* shares_verb(uint32_t i) const;
  uint32_t past_item(const Frame& f, uint32_t i) const;
  bool list_goes_on(uint32_t close) const;
  bool closes_with(const Frame& f, uint32_t i) const;
  bool counts_subject(uint32_t open) const;
  bool restates(uint32_t i) const;
  bool closes_aside(const Frame& f, uint32_t i) const;
  bool one_movement(const Frame& f, uint32_t i, Cls wanted) const;
  bool dates_earlier(uint32_t i) const;
  bool of_publication(const Frame& f, uint32_t chunk) const;
  uint32_t on_other_basis(const Frame& f, uint32_t i) const;
  uint32_t past_bracket(uint32_t i) const;
  bool quantity_after(uint32_t i) const;
  bool leads_to(const Frame& f, uint32_t i, Cls wanted) const;
  bool heads_next(const Frame& f, uint32_t i) const;
  bool new_clause(uint32_t i) const;
  bool opens_clause(uint32_t chunk) const;
  uint32_t after_aside(uint32_t i) const;

  // reach_tense.cc
  uint32_t future_of(const Frame& f) const;
  bool bounds_clause(uint32_t i) const;
  bool takes_effect(uint32_t at) const;
  bool is_over(uint32_t at) const;
  std::string_view time_of(uint32_t chunk) const;
};

}  // namespace statgrep
