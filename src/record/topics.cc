// Tests: tests/unit/record_taken_up_test.cc
#include "topics.h"

#include <algorithm>

namespace statgrep {
namespace {

class Topic {
 public:
  Topic(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack)
      : tokens_(tokens), a_(a), pack_(pack), end_(static_cast<uint32_t>(a.chunks.size())) {
    if (!a.frames.empty()) end_ = std::min(end_, a.frames.front().chunk);
  }

  std::optional<uint32_t> find() const {
    const uint32_t first = opaque(0);
    if (first >= end_) return std::nullopt;
    if (is(first, Cls::prep_topic) || is(first, Cls::prep_for)) {
      const uint32_t np = opaque(first + 1), mark = opaque(np + 1);
      return mark < end_ && named(np) && is(mark, Cls::punct_comma) ? std::optional(np) : std::nullopt;
    }
    for (uint32_t i = first; i < end_; i = opaque(i + 1))
      if (is(i, Cls::np)) return named(i) && moved(i) ? std::optional(i) : std::nullopt;
    return std::nullopt;
  }

 private:
  bool is(uint32_t i, Cls c) const { return a_.chunks[i].cls.meets(pack_.family(c)); }
  uint32_t opaque(uint32_t i) const {
    while (i < end_ && a_.chunks[i].transparent) ++i;
    return i;
  }

  // What may be measured: no person, place or firm.
  bool named(uint32_t i) const {
    if (i >= end_ || !is(i, Cls::np)) return false;
    for (Cls c : {Cls::np_pronoun, Cls::np_area, Cls::np_super, Cls::noun_person, Cls::noun_firm,
                  Cls::noun_anaphor, Cls::noun_rise, Cls::noun_fall})
      if (is(i, c)) return false;
    if (is(i, Cls::noun_alias)) return true;
    const uint32_t first = a_.chunks[i].tokens.first, head = a_.chunks[i].head.last - 1;
    return head == a_.sentence.first || first == head || !tokens_[head].cls.has(bit(Cls::word_capital));
  }

  // "continued to grow", "kept growing", "continued their decline"
  bool moved(uint32_t i) const {
    bool verb = false;
    for (i = opaque(i + 1); i < end_; i = opaque(i + 1)) {
      const uint32_t next = opaque(i + 1);
      const bool noun =
          is(i, Cls::np) || (is(i, Cls::verb_amb) && next < a_.chunks.size() && is(next, Cls::verb));
      if (!verb && noun) return false;  // "The unadjusted rise was"
      for (Cls c : {Cls::verb_rise, Cls::verb_fall, Cls::verb_narrow, Cls::verb_widen, Cls::verb_slow})
        if (is(i, c)) return true;
      if (is(i, Cls::verb_project) || is(i, Cls::verb_report)) return false;
      if (verb && (is(i, Cls::noun_rise) || is(i, Cls::noun_fall))) return true;
      if (!is(i, Cls::verb) && !is(i, Cls::prep_to)) return false;
      verb = !is(i, Cls::verb_be);  // "the best tonic would be a pickup"
    }
    return false;
  }

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  uint32_t end_;  // the first statement
};

}  // namespace

std::optional<uint32_t> topic_of(const std::vector<Token>& tokens, const SentenceAnalysis& a,
                                 const Pack& pack) {
  return Topic(tokens, a, pack).find();
}

}  // namespace statgrep
