// Units of unsegmented languages' figures, as records print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/record/names.h"
#include "topic_names.h"

namespace statgrep {

// References only. Linear in a frame's phrase. Thread-safe.
class TopicUnits {
 public:
  TopicUnits(const std::vector<Token>& tokens, const Pack& pack, const TopicNamer& namer,
             const NameState& state)
      : tokens_(tokens), pack_(pack), namer_(namer), state_(state) {}

  TokenRange without_divisor(TokenRange r) const;
  std::string unit(const Frame& f) const;

 private:
  const Payload* divisor(uint32_t per) const;
  std::string exchanged(const Frame& f, const std::string& printed) const;
  std::string currency(std::string_view code) const;
  std::string named_divisor(const Frame& f) const;

  const std::vector<Token>& tokens_;
  const Pack& pack_;
  const TopicNamer& namer_;
  const NameState& state_;
};

}  // namespace statgrep
