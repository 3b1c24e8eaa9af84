// Phrases of unsegmented languages -> names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/record/names.h"

namespace statgrep {

struct TopicName {
  std::vector<std::string> each;  // one, or of a list every item's
  std::string area;
};

// References only. Linear in the phrase. Thread-safe.
class TopicNamer {
 public:
  TopicNamer(std::string_view text, const std::vector<Token>& tokens, const Pack& pack,
             const Acronyms& acronyms)
      : text_(text), tokens_(tokens), pack_(pack), acronyms_(acronyms) {}

  // `shared_out`: a list gives its items' names, "粮食、棉花产量" two of 产量;
  // where some marks join within items, those that make `count` of them part it.
  TopicName name(TokenRange phrase, bool shared_out, size_t count = 0) const;

  // As printed, white space and brackets with an acronym left out.
  std::string words(TokenRange r) const;

  // "居民消费价格指数（CPI）": what the acronym in brackets stands for is added.
  void learn(TokenRange phrase, Acronyms& acronyms) const;

 private:
  bool is(uint32_t i, Cls c) const { return tokens_[i].cls.meets(pack_.family(c)); }
  bool joins(uint32_t i) const;
  uint32_t past_acronym(uint32_t i, uint32_t last) const;
  TokenRange without_place(TokenRange r, std::string& area) const;
  enum class Join : uint8_t { any, mark, word };
  std::vector<TokenRange> items(TokenRange r, Join join) const;
  std::vector<TokenRange> counted_items(TokenRange r, size_t count) const;
  bool places(const std::vector<TokenRange>& parts) const;
  bool measures(TokenRange t) const;
  std::vector<std::string> item_names(const std::vector<TokenRange>& parts) const;
  std::string shared_tail(TokenRange part, TokenRange next, const std::string& tail) const;
  std::vector<std::string> pair(TokenRange r) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Pack& pack_;
  const Acronyms& acronyms_;
};

}  // namespace statgrep
