// What the indicator of each frame is called: its own words, those of the frame
// that it goes on from, or what the text spoke of before.
#pragma once

#include <string>
#include <vector>

#include "places.h"
#include "statgrep/model/analysis.h"
#include "statgrep/record/names.h"
#include "units.h"

namespace statgrep {

// How sure a record is, in hundredths: what was inferred costs.
struct Cost {
  static constexpr int whole = 98, fallback_rule = 20, inherited = 7, no_period = 12, open_year = 2,
                       continued = 2, anaphor = 12, one_word = 4, share = 5;
};

// A name and what was inferred for it, as a cost.
struct Named {
  IndicatorName name;
  int cost = 0;
};

// One sentence after another, frames in their order; `state` outlives it and is
// moved on by remember(). Not thread-safe over one state.
class FrameNames {
 public:
  FrameNames(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
             const Namer& namer, const Places& places, Units& units, NameState& state);

  // The name of the i-th frame, "" where none is known; after those before it.
  Named of(size_t i);
  // A line over a table: what the rows below measure.
  void heading();
  // What the sentence names in full, after its frames.
  void mention();
  // What the sentence is about before its first frame.
  void speak_of(TokenRange phrase);
  // What later frames may take up.
  bool counts_where_moved(const Frame& f);
  void remember(const Frame& f, const Named& named);

 private:
  Named row(const Frame& f);
  std::string antecedent(bool many) const;
  bool leads_in();
  TokenRange before_bracket(TokenRange r) const;
  bool labelled_by_place(const Frame& f) const;
  bool movement(const Frame& f) const;
  Named indicator(size_t i);
  Named continued(size_t i);
  std::string with_head(const std::string& name, uint32_t head) const;
  Named phrase(const Frame& f, TokenRange range, int32_t np);
  TokenRange conjunct_of(const Frame& f, TokenRange complement) const;
  bool possessor(TokenRange r) const;
  Named with_noun_before(TokenRange r) const;
  bool moved_to(const Frame& f, const Chunk* np) const;
  TokenRange introduced(const Frame& f, TokenRange r) const;
  std::string owner(const Frame& f, TokenRange verb) const;
  bool growth_of_kind(TokenRange r) const;
  bool own_growth(TokenRange r) const;
  TokenRange without_superlative(TokenRange r) const;
  const std::string& spoken_of() const;
  Named part_of(const Frame& f, TokenRange range, bool anaphor) const;
  bool shares_head(const Frame& f, TokenRange r) const;
  TokenRange without_place(TokenRange r) const;
  bool only_extent(TokenRange r) const;
  bool only_measures(TokenRange r) const;
  bool only_superlative(TokenRange r, const std::string& name) const;
  bool takes_up_rate(TokenRange r) const;
  Named taken_up(TokenRange complement);
  void note_rate(const Frame& f, const std::string& name);
  bool named_by_pronoun(const Frame& f) const;

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  const Namer& namer_;
  const Places& places_;
  Units& units_;
  NameState& state_;
  uint32_t first_word_;  // its capital may be the sentence's, not its own
  std::vector<Named> named_;
};

}  // namespace statgrep
