// Tests: tests/unit/match_topic_test.cc
#include "refer_topic.h"

namespace statgrep {
namespace {

class Topic {
 public:
  Topic(const SentenceView& s, const Pack& pack, const std::vector<Frame>& before)
      : s_(s), pack_(pack), before_(before) {}

  void give(uint32_t begin, Frame& f) const {
    int32_t phrase = in_clause(begin);
    if (phrase < 0 && !before_.empty()) {
      f.antecedent = static_cast<int32_t>(before_.size()) - 1;
      while (before_[static_cast<size_t>(f.antecedent)].list_index > 0) --f.antecedent;
      return;
    }
    if (phrase < 0) phrase = in_sentence(begin);
    if (phrase < 0) return;
    f.np = phrase;
    f.indicator = s_.chunks[static_cast<size_t>(phrase)].tokens;
  }

 private:
  bool is(uint32_t i, Cls c) const { return s_.chunks[i].cls.meets(pack_.family(c)); }
  bool marked(uint32_t i, Cls c) const { return s_.chunks[i].cls.has(bit(c)); }

  bool ends_clause(uint32_t i) const {
    return marked(i, Cls::punct_comma) || marked(i, Cls::punct_semicolon) || marked(i, Cls::punct_colon) ||
           marked(i, Cls::punct_stop) || marked(i, Cls::qty) || is(i, Cls::conj_of_which);
  }

  // Behind a preposition, or a word that compares or takes an object.
  bool governed(uint32_t np) const {
    uint32_t i = np;
    while (i > 0 && s_.chunks[i - 1].transparent) --i;
    if (i == 0) return false;
    return is(i - 1, Cls::prep) || is(i - 1, Cls::comp_any) || is(i - 1, Cls::verb_share) ||
           is(i - 1, Cls::verb_contribute);
  }

  int32_t in_clause(uint32_t begin) const {
    for (uint32_t i = begin; i-- > 0 && !ends_clause(i);)
      if (marked(i, Cls::np) && !governed(i)) return static_cast<int32_t>(i);
    return -1;
  }

  // Not who reports.
  int32_t in_sentence(uint32_t begin) const {
    for (uint32_t i = begin; i-- > 0 && !marked(i, Cls::qty);) {
      if (!marked(i, Cls::np) || governed(i) || marked(i, Cls::np_area)) continue;
      if (i + 1 < begin && is(i + 1, Cls::verb_report)) continue;
      return static_cast<int32_t>(i);
    }
    return -1;
  }

  const SentenceView& s_;
  const Pack& pack_;
  const std::vector<Frame>& before_;
};

}  // namespace

void refer_to_topic(const SentenceView& s, const Pack& pack, const Match& match,
                    const std::vector<Frame>& before, Frame& frame) {
  Topic(s, pack, before).give(match.begin, frame);
}

}  // namespace statgrep
