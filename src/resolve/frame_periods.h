#pragma once

#include "sentence_scope.h"

namespace statgrep {

// Which period each frame has. One frame after another, in the sentence's order.
class FramePeriods : SentenceScope {
 public:
  explicit FramePeriods(const SentenceScope& scope) : SentenceScope(scope) {}
  void give(Frame& f);
  // Whether its time is reckoned back from the one in force, which it leaves so.
  bool told_of_past(const Frame& f) const;

 private:
  const Frame* antecedent_of(const Frame& f) const;
  uint32_t place_of(const Frame& f) const;
  bool names_both(const Frame& f) const;
  bool looks_back(uint32_t at) const;
  void put(Frame& f, uint32_t at, const std::optional<Period>& base);
  bool told_aside(const Frame& f, const Frame& ante) const;
  bool of_edition(uint32_t chunk) const;
  bool of_older_forecast(const Frame& f) const;
  bool told_before(Frame& f, const Frame* ante);
  void share_out(Frame& f, uint32_t at);
  void repeat(Frame& f, uint32_t at, bool ahead) const;
  bool moves_between(const Frame& f, uint32_t at) const;
  bool index_over_year(const Frame& f, uint32_t at) const;
  const Frame* carried_by(const Frame& f) const;
  bool follows_movement(uint32_t at) const;
  void move_between(Frame& f, uint32_t at);
  bool forecast_of_now(const Frame& f) const;
  bool is_to_come(uint32_t chunk, const RecordPeriod& p) const;
  void earlier_period(Frame& f, const std::optional<Period>& base);
  const Frame* in_its_place(const Frame& f) const;
  void inherit(Frame& f);
  bool said_before(Frame& f);
  bool summed_since(Frame& f);
  bool since_event(const Frame& f) const;
  bool year_ahead(Frame& f);
  bool year_reported(Frame& f) const;
  bool moved_since(const Frame& f) const;
};

}  // namespace statgrep
