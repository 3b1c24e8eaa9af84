// The unit of a record: of its quantity, of its indicator, or of money whose
// country the text tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/model/record.h"
#include "statgrep/pack/pack.h"
#include "statgrep/record/names.h"

namespace statgrep {

// Of one sentence; what it is made with must outlive it.
class Units {
 public:
  Units(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack, const Namer& namer,
        NameState& state)
      : tokens_(tokens), a_(a), pack_(pack), namer_(namer), state_(state) {}

  // The unit as RECORD.md writes it; a dollar named in full moves the state on.
  std::string of(const Frame& f, const Record& r);

  // What a brief name is short for, with its unit after a bar ("net income|$"), or "".
  std::string_view alias(const Frame& f) const;

 private:
  std::string divisor(const Quantity& q);
  std::string priced_currency(const Frame& f);
  std::string other_currency(const Frame& f, TokenRange name);
  std::string exchanged(const Frame& f);
  std::string rate_before(const Frame& f);
  std::string currency(std::string_view code);
  std::string current(std::string_view code);
  std::string_view candidates(std::string_view code) const;
  std::string_view alias_unit(const Frame& f) const;
  std::string bare_unit(const Frame& f, const Record& r);
  std::string_view brief_divisor(const Frame& f) const;
  std::string each(const Frame& f) const;
  TokenRange attached_to(const Frame& f) const;
  std::string last_noun(const std::string& name) const;
  bool is_index(uint32_t token) const;
  std::string counted_by_name(const Frame& f) const;

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  const Namer& namer_;
  NameState& state_;
};

}  // namespace statgrep
