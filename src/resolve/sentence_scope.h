// What the times of a sentence's frames are read against: its words, what the
// document has said before, and what its earlier frames have.
#pragma once

#include <string_view>
#include <vector>

#include "reach.h"
#include "statgrep/resolve/scope.h"

namespace statgrep {

// What the sentence's frames have been given so far.
struct SentenceTimes {
  std::optional<Period> said;  // of the last statement
  std::vector<uint32_t>
      to_come;  // chunks of periods that begin after the text, or that only the tense puts there
};

// References only: everything named must outlive it. Not thread-safe.
class SentenceScope : protected Reach {
 public:
  SentenceScope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& a,
                const Pack& pack, DiscourseState& state, SentenceTimes& times)
      : Reach(tokens, a, pack), text_(text), a_(a), state_(state), times_(times) {}

 protected:
  // What a time that is read now counts from: `base` where one is given, else
  // what was said last, else what is in force.
  DateContext context(const std::optional<Period>& base) const;

  // The period that the chunk at hand names; its bounds are absent where it names none.
  RecordPeriod read(uint32_t chunk, const std::optional<Period>& base, bool future) const;

  std::string_view words(uint32_t chunk) const;

  // A movement in the year to May is May's against that of a year before; a sum is of twelve months.
  static void narrow(RecordPeriod& p);

  // The same month of two years, "between April 1986 and April 1987".
  static bool year_apart(const PeriodSpec& p, const std::optional<Period>& bounds);

  std::string_view text_;
  SentenceAnalysis& a_;
  DiscourseState& state_;
  SentenceTimes& times_;

 private:
  std::optional<Period> named_before(uint32_t chunk, const std::optional<Period>& otherwise) const;
  std::optional<Period> of_length(TimeUnit unit, const std::optional<Period>& otherwise) const;
};

// Which period each frame has. One frame after another, in the sentence's order.
class FramePeriods : SentenceScope {
 public:
  explicit FramePeriods(const SentenceScope& scope) : SentenceScope(scope) {}
  void give(Frame& f);

 private:
  const Frame* antecedent_of(const Frame& f) const;
  uint32_t place_of(const Frame& f) const;
  void put(Frame& f, uint32_t at, const std::optional<Period>& base);
  void share_out(Frame& f, uint32_t at);
  bool moves_between(const Frame& f, uint32_t at) const;
  bool follows_movement(uint32_t at) const;
  void move_between(Frame& f, uint32_t at);
  bool forecast_of_now(const Frame& f) const;
  bool is_to_come(uint32_t chunk, const RecordPeriod& p) const;
  void earlier_period(Frame& f, const std::optional<Period>& base);
  void inherit(Frame& f);
  bool said_before(Frame& f);
  bool moved_since(const Frame& f) const;
};

// On which basis each frame moves, and against what. After its period.
class FrameBases : SentenceScope {
 public:
  explicit FrameBases(const SentenceScope& scope) : SentenceScope(scope) {}
  void give(Frame& f);

  // "rose 3 percent to 5 million from 4.8 million in the same month of 2023":
  // the amount's comparator says what the growth of that amount is against.
  // After all frames have theirs.
  void give_by_earlier(const Frame& f);

 private:
  using Side = uint32_t (FrameBases::*)(const Frame&, Cls) const;

  void basis(Frame& f);
  bool said_beside(Frame& f, Side side);
  bool named_basis(Frame& f) const;
  void versus(Frame& f);
  Versus compared_with(const Frame& f, uint32_t chunk) const;
  bool set_basis(Frame& f, uint32_t chunk);
};

}  // namespace statgrep
