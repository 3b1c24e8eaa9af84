// The amounts of an English text, with how far they moved and what they measure.
#pragma once

#include <string>
#include <vector>

#include "layers/english.h"
#include "statgrep/annotate/amounts.h"
#include "statgrep/annotate/concepts.h"
#include "statgrep/annotate/directions.h"

namespace statgrep::test {

struct AmountsOf {
  explicit AmountsOf(const std::string& words)
      : text(words), analysis(analyse(text, english(), nullptr)), tokens(analysis.tokens) {
    for (const SentenceAnalysis& s : analysis.sentences) {
      where.push_back({s.sentence.first, s.sentence.last});
      amounts.push_back(find_amounts(tokens, where.back(), s.spots, text, english()));
    }
  }

  // Of each amount, in order, what `show(sentence, index)` makes of it.
  template <typename Show>
  std::string each(Show show) const {
    std::vector<std::string> out;
    for (size_t s = 0; s < amounts.size(); ++s)
      for (size_t i = 0; i < amounts[s].quantities.size(); ++i) out.push_back(show(s, i));
    return join(out, "; ");
  }

  std::string text;
  DocumentAnalysis analysis;
  const std::vector<Token>& tokens;
  std::vector<TokenRange> where;  // by sentence
  std::vector<Amounts> amounts;
};

// "35 year; 1000..10000 [jobs]; 50 % fraction; 6 times": see show.
inline std::string amounts_in(const std::string& text) {
  const AmountsOf a(text);
  return a.each([&](size_t s, size_t i) {
    const Quantity& q = a.amounts[s].quantities[i];
    std::string out = show(q, a.text, a.tokens);
    if (q.kind == Quantity::Kind::fraction) out += " fraction";
    if (q.kind == Quantity::Kind::times) out += " times";
    return out;
  });
}

// "thousands of jobs; 2.4-liter": where they stand.
inline std::string amount_texts_in(const std::string& text) {
  const AmountsOf a(text);
  return a.each([&](size_t s, size_t i) { return std::string(a.amounts[s].quantities[i].text.in(a.text)); });
}

// "up; -; down"
inline std::string directions_in(const std::string& text) {
  const AmountsOf a(text);
  return a.each([&](size_t s, size_t i) -> std::string {
    const int direction = direction_of(a.tokens, a.where[s], english(), a.amounts[s], i);
    return direction > 0 ? "up" : direction < 0 ? "down" : "-";
  });
}

// "mill, output; -"
inline std::string concepts_in(const std::string& text) {
  const AmountsOf a(text);
  return a.each([&](size_t s, size_t i) {
    std::vector<std::string> words;
    for (const Span word : concepts_of(a.tokens, a.text, english(), a.amounts[s], i))
      words.emplace_back(word.in(a.text));
    return words.empty() ? "-" : join(words, ", ");
  });
}

}  // namespace statgrep::test
