// Which place a statement is about, where it stands outside the indicator:
// "5.1 pct in Germany", "In Germany, output rose", "Germany grew 0.3 percent".
#pragma once

#include <string>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/record/names.h"

namespace statgrep {

class Places {
 public:
  // All references must outlive it. Thread-safe.
  Places(const std::vector<Token>& tokens, const SentenceAnalysis& sentence, const Pack& pack,
         const Namer& namer)
      : tokens_(tokens), a_(sentence), pack_(pack), namer_(namer) {}

  // Gives a name its frame's place: in a field of its own, or where the name
  // that it continues has one.
  void put(const Frame& frame, bool movement, IndicatorName& name) const;

  // The place said beside the frame's value, else named by its rule, as its
  // subject, or at the front of its clause; "" where there is none. O(chunks).
  std::string of(const Frame& frame) const;

  // The name of the place at the end of a phrase, or "".
  std::string named(TokenRange phrase) const;
  // Whether a phrase names a place and no more.
  bool only(TokenRange phrase) const;

 private:
  // Where that place begins; the phrase's end where there is none.
  uint32_t place_in(TokenRange phrase) const;
  bool put_in_name(const Frame& frame, bool movement, IndicatorName& name) const;
  bool token(uint32_t i, Cls c) const { return tokens_[i].cls.meets(pack_.family(c)); }
  bool is(uint32_t chunk, Cls c) const {
    return chunk < a_.chunks.size() && a_.chunks[chunk].cls.meets(pack_.family(c));
  }
  uint32_t after(uint32_t chunk) const;
  std::string behind(uint32_t value) const;
  std::string fronted(uint32_t first) const;

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  const Namer& namer_;
};

}  // namespace statgrep
