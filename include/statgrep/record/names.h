// Indicator phrases -> names: determiners, places and brackets dropped, a
// short "N of NP" turned head-last, acronyms spelt out.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

struct IndicatorName {
  std::string name;
  std::string area;
};

using Acronyms = std::map<std::string, std::string, std::less<>>;  // folded acronym -> what it stands for

class Namer {
 public:
  // All references must outlive the Namer. Thread-safe.
  Namer(std::string_view text, const std::vector<Token>& tokens, const Pack& pack, const Acronyms& acronyms)
      : text_(text), tokens_(tokens), pack_(pack), acronyms_(acronyms) {}

  // `movement`: a head that names a movement ("growth in X") is dropped.
  // `first_token`: where the sentence begins, whose capital is no name's.
  IndicatorName name(TokenRange phrase, bool movement, uint32_t first_token) const;

  // The counted noun in the singular: the last word of the phrase's core.
  std::string unit_noun(TokenRange noun) const;

  // The conjuncts of a coordinated phrase, when there are exactly `count`:
  // "the production of A and B" is the production of A, the production of B.
  std::vector<std::vector<TokenRange>> conjuncts(TokenRange phrase, size_t count) const;
  IndicatorName name_parts(const std::vector<TokenRange>& parts, bool movement, uint32_t first_token) const;

  // What a lone phrase is short for ("Shr": "earnings per share|$/share"), with
  // the unit of a bare number behind a bar; "" where it is no alias.
  // `before`: tokens whose first `words` words are read before the phrase.
  std::string_view alias(TokenRange phrase, TokenRange before = {}, uint32_t words = 0) const;

  // The name of the place that a token is.
  std::string place(uint32_t token) const;
  // The words of a range as printed, white space folded.
  std::string verbatim(TokenRange range) const;
  // The singular of a word, by the pack's plurals.
  std::string singular(std::string_view word) const;

 private:
  // The next of a token's words, as a phrase's next; as many as `words`, which it counts down.
  uint32_t walk(uint32_t node, uint32_t token, uint32_t& words) const;
  bool is(uint32_t i, Cls c) const { return tokens_[i].cls.meets(pack_.family(c)); }
  std::string word(uint32_t i, uint32_t first_token) const;
  void append(std::string& out, TokenRange r, uint32_t first_token) const;
  uint32_t words_in(TokenRange r) const;
  bool ends_core(uint32_t i) const;
  bool country_before_noun(uint32_t token) const;
  TokenRange trim(TokenRange r, IndicatorName& out) const;
  void drop_place_after(TokenRange& r, IndicatorName& out) const;
  bool clause(TokenRange core) const;
  std::string build(TokenRange r, bool movement, uint32_t first_token) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Pack& pack_;
  const Acronyms& acronyms_;
};

// Acronyms that the sentence defines: "new energy vehicles (NEVs)".
void find_acronyms(std::string_view text, const std::vector<Token>& tokens, TokenRange sentence,
                   const Pack& pack, Acronyms& out);

// What the text measured last, for "the figure", "it", "that of".
struct NameState {
  std::string name;
  std::string head;        // the name without what was attached to it
  std::string whole;       // `name` without the part that it was last stated of
  std::string topic;       // the name that the document's first statement has
  uint32_t paragraph = 0;  // in which `name` was said
  std::string rate;        // the last name that ends with a word for a rate of something ("vacancy rate")
  std::vector<std::string> last;  // what the last sentence with a statement measured, in order
  uint32_t sentence = 0;          // where that sentence begins
  std::string economy;            // the last name of what "growth" alone is of
  bool of_rate = false;           // `name` is itself that of a rate
  std::string area;
  std::string counted;                  // the set counted last, "" where something else was measured since
  std::string unit;                     // of its last level
  bool share = false;                   // it was last stated as a share
  std::string index;                    // the last index that was named in full, measured or not
  std::string heading;                  // what the table at hand measures
  std::string dollar;                   // last dollar named in full
  int year = 0;                         // of the document, which tells old money from new
  std::vector<std::string> currencies;  // of the areas that the text names, in order
};

}  // namespace statgrep
