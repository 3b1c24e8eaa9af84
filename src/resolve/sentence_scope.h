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
  std::optional<Period> of_length(TimeUnit unit, int n, const std::optional<Period>& otherwise) const;
  std::optional<Period> in_brief(uint32_t chunk) const;
};

}  // namespace statgrep
