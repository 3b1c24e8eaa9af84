// What each layer makes of a Chinese text, as short strings, as english.h does for English.
#pragma once

#include <string>
#include <vector>

#include "layers/english.h"

namespace statgrep::test {

inline const Pack& chinese() {
  static const Pack& pack = *builtin_packs().find("zh");
  return pack;
}

// "一季度|钢材|产量"
inline std::string zh_tokens(const std::string& text) {
  std::vector<std::string> out;
  for (const Token& t : analyse(text, chinese(), nullptr).tokens) out.emplace_back(t.span.in(text));
  return join(out, "|");
}

inline std::string zh_quantities(const std::string& text) {
  const DocumentAnalysis a = analyse(text, chinese(), nullptr);
  std::vector<std::string> out;
  for (const SentenceAnalysis& s : a.sentences)
    for (const Quantity& q : s.quantities) out.push_back(show(q, text, a.tokens));
  return join(out, "; ");
}

// "{钢材产量} <3万吨> (同比)": noun phrases, figures, spots; other chunks bare.
inline std::string zh_chunks(const std::string& text) {
  const DocumentAnalysis a = analyse(text, chinese(), nullptr);
  std::vector<std::string> out;
  for (const SentenceAnalysis& s : a.sentences)
    for (const Chunk& c : s.chunks) {
      const std::string words = words_of(text, a.tokens, c.tokens);
      const auto is = [&](Cls k) { return c.cls.has(bit(k)); };
      const bool spot = is(Cls::period) || is(Cls::basis) || is(Cls::comparator) || is(Cls::streak) ||
                        is(Cls::trap) || is(Cls::adjunct);
      out.push_back(is(Cls::qty)  ? "<" + words + ">"
                    : is(Cls::np) ? "{" + words + "}"
                    : spot        ? "(" + words + ")"
                                  : words);
    }
  return join(out, " ");
}

inline std::vector<Record> zh_records(const std::string& text, const char* date = "2024-06-12") {
  return Pipeline(builtin_packs(), {"zh"}).run(document_of(text, parse_date(date)), nullptr);
}

inline std::string zh_statements(const std::string& text) {
  std::vector<std::string> out;
  for (const Record& r : zh_records(text)) out.push_back(statement(r));
  return join(out, "; ");
}

// "5.2 2023-05; 4.1 2023-04 inherited; 3.9 -"
inline std::string zh_periods(const std::string& text, const char* date = "2024-06-12") {
  std::vector<std::string> out;
  for (const Record& r : zh_records(text, date)) {
    std::string one = r.value.to_string() + " ";
    one += r.period && r.period->bounds ? show(*r.period->bounds) : "-";
    if (r.period && r.period->inherited) one += " inherited";
    out.push_back(one);
  }
  return join(out, "; ");
}

}  // namespace statgrep::test
