// What each layer makes of an English text, as short strings: the right-hand
// sides of the tables in the tests of text/, annotate/, match/, resolve/, record/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/annotate/numbers.h"
#include "statgrep/app/analysis.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/app/reading.h"
#include "statgrep/pack/pack_set.h"
#include "statgrep/resolve/dates.h"

namespace statgrep::test {

inline const PackSet& builtin_packs() {
  static const LoadedPacks loaded = load_packs("");
  return *loaded.packs;
}

inline const Pack& english() {
  static const Pack& pack = *builtin_packs().find("en");
  return pack;
}

inline std::string join(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

inline std::string words_of(const std::string& text, const std::vector<Token>& tokens, TokenRange r) {
  if (r.size() == 0) return "";
  std::string out(cover(tokens[r.first].span, tokens[r.last - 1].span).in(text));
  for (char& c : out)
    if (c == '\n' || c == '\r') c = ' ';
  return out;
}

// "production|rose|3.2|percent"
inline std::string tokens_in(const std::string& text) {
  std::vector<std::string> out;
  for (const Token& t : analyse(text, english(), nullptr).tokens) out.emplace_back(t.span.in(text));
  return join(out, "|");
}

// "2.5", "0.5 fraction", "1200000 scaled": every number, read from left to right.
inline std::string numbers_in(const std::string& text) {
  const std::vector<Token> tokens = analyse(text, english(), nullptr).tokens;
  const uint32_t last = static_cast<uint32_t>(tokens.size());
  std::vector<std::string> out;
  for (uint32_t i = 0; i < last;) {
    const std::optional<Number> n = read_number(tokens, i, last, english());
    if (!n) {
      ++i;
      continue;
    }
    out.push_back(n->value.to_string() + (n->fraction ? " fraction" : "") + (n->scaled ? " scaled" : ""));
    i = n->tokens.last;
  }
  return join(out, "; ");
}

inline std::string show(const Quantity& q, const std::string& text, const std::vector<Token>& tokens) {
  std::string out = q.value.to_string();
  if (q.high) out += ".." + q.high->to_string();
  if (!q.unit.empty()) out += " " + std::string(q.unit);
  if (!q.per.empty()) out += "/" + std::string(q.per);
  if (q.noun.size() > 0) out += " [" + words_of(text, tokens, q.noun) + "]";
  if (q.qualifier != Qualifier::none) out += std::string(" ") + name_of(q.qualifier);
  if (q.status != Status::none) out += std::string(" ") + name_of(q.status);
  return out;
}

// "3.5 %; 1200000 USD/t over": value, unit, [counted noun], qualifier, status.
inline std::string quantities_in(const std::string& text) {
  const DocumentAnalysis a = analyse(text, english(), nullptr);
  std::vector<std::string> out;
  for (const SentenceAnalysis& s : a.sentences)
    for (const Quantity& q : s.quantities) out.push_back(show(q, text, a.tokens));
  return join(out, "; ");
}

// "in May=2023-05/2023-05; year on year=YoY": every spot and what it says.
inline std::string spots_in(const std::string& text, const DateContext& context) {
  const DocumentAnalysis a = analyse(text, english(), nullptr);
  std::vector<std::string> out;
  for (const SentenceAnalysis& s : a.sentences)
    for (const Spot& spot : s.spots)
      out.push_back(words_of(text, a.tokens, spot.tokens) + "=" + spot_value(spot, context));
  return join(out, "; ");
}

// "{Industrial output} {rose?} <5.2 percent> (in May)": noun phrases, quantities,
// spots, and a lone word that may be noun or verb; other chunks are printed bare.
inline std::string chunks_in(const std::string& text) {
  const DocumentAnalysis a = analyse(text, english(), nullptr);
  std::vector<std::string> out;
  for (const SentenceAnalysis& s : a.sentences)
    for (const Chunk& c : s.chunks) {
      const std::string words = words_of(text, a.tokens, c.tokens);
      const auto is = [&](Cls k) { return c.cls.has(bit(k)); };
      const bool spot =
          is(Cls::period) || is(Cls::basis) || is(Cls::comparator) || is(Cls::streak) || is(Cls::trap);
      const bool verb = c.cls.meets(english().family(Cls::verb));
      out.push_back(is(Cls::qty)  ? "<" + words + ">"
                    : is(Cls::np) ? "{" + words + (verb ? "?}" : "}")
                    : spot        ? "(" + words + ")"
                                  : words);
    }
  return join(out, " ");
}

inline std::vector<Record> records_in(const std::string& text, const char* date = "") {
  const Document document = document_of(text, parse_date(date));
  return Pipeline(builtin_packs(), {"en"}).run(document, nullptr);
}

inline std::string show(const Period& p) {
  return to_string(p.start) + (p.end == p.start ? "" : "/" + to_string(p.end));
}

// "industrial output growth 5.2 % YoY": what is said of what.
inline std::string statement(const Record& r) {
  std::string out = r.indicator + ": " + name_of(r.measure) + " " + r.value.to_string();
  if (r.value_high) out += ".." + r.value_high->to_string();
  out += " " + r.unit;
  if (r.basis != Basis::none) out += std::string(" ") + name_of(r.basis);
  if (r.qualifier != Qualifier::none) out += std::string(" ") + name_of(r.qualifier);
  if (r.status != Status::none) out += std::string(" ") + name_of(r.status);
  if (!r.of.empty()) out += " of " + r.of;
  return out;
}

inline std::string statements_in(const std::string& text, const char* date = "") {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, date)) out.push_back(statement(r));
  return join(out, "; ");
}

// "5.2 2023-05; 4.1 2023-04 inherited; 3.9 -": each record's value and period.
inline std::string periods_in(const std::string& text, const char* date = "") {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, date)) {
    std::string one = r.value.to_string() + " ";
    one += r.period && r.period->bounds ? show(*r.period->bounds) : "-";
    if (r.period && r.period->inherited) one += " inherited";
    out.push_back(one);
  }
  return join(out, "; ");
}

// "5 YoY vs a year earlier 2023-05; -3": each record's value, basis and comparison.
inline std::string streaks_in(const std::string& text, const char* date = "") {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, date))
    if (r.streak)
      out.push_back(r.streak->value.to_string() + " " + r.streak->unit + " " + r.streak->direction);
  return join(out, "; ");
}

inline std::string comparisons_in(const std::string& text, const char* date = "") {
  std::vector<std::string> out;
  for (const Record& r : records_in(text, date)) {
    std::string one = r.value.to_string();
    if (r.basis != Basis::none) one += std::string(" ") + name_of(r.basis);
    if (r.versus) one += " vs " + r.versus->text;
    if (r.versus && r.versus->bounds) one += " " + show(*r.versus->bounds);
    out.push_back(one);
  }
  return join(out, "; ");
}

}  // namespace statgrep::test
