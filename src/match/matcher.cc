// Tests: tests/unit/match_matcher_test.cc
#include "statgrep/match/matcher.h"

#include <algorithm>

#include "emit.h"

namespace statgrep {
namespace {

struct ChunkSeq {
  const std::vector<Chunk>& chunks;
  uint32_t first() const {  // bullets and numbering are no beginning
    uint32_t i = 0;
    while (i < chunks.size() && (chunks[i].transparent || chunks[i].cls.has(bit(Cls::punct_bullet)) ||
                                 chunks[i].cls.has(bit(Cls::punct_dash))))
      ++i;
    return i;
  }
  uint32_t size() const { return static_cast<uint32_t>(chunks.size()); }
  const ClassSet& at(uint32_t i) const { return chunks[i].cls; }
  bool transparent(uint32_t i) const { return chunks[i].transparent; }
};

struct Candidate {
  uint32_t rule = 0;
  int32_t priority = 0;
  uint32_t value = 0;  // chunk of the value
  uint32_t whole = 0;  // chunk of what it is a part of, which states nothing by itself
  Match match;
};

class Matcher {
 public:
  Matcher(const SentenceView& s, const Pack& pack, Trace* trace)
      : s_(s), pack_(pack), trace_(trace), seq_{s.chunks} {}

  std::vector<Frame> run() {
    ClassSet all;
    for (const Chunk& c : s_.chunks) all.merge(c.cls);
    possible_ = pack_.rules_for(all, RuleKind::frame);
    for (uint32_t i = 0; i < seq_.size(); ++i) try_rules(i);
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.priority != b.priority) return a.priority > b.priority;
      uint32_t la = a.match.end - a.match.begin, lb = b.match.end - b.match.begin;
      return la != lb ? la > lb : a.match.begin < b.match.begin;
    });
    claim();
    std::sort(kept_.begin(), kept_.end(), [](auto& a, auto& b) { return a.value < b.value; });
    std::vector<Frame> frames;
    for (const Candidate& c : kept_)
      if (!emit(c, frames)) emit_next(c, frames);
    return frames;
  }

 private:
  void try_rules(uint32_t at) {
    if (s_.chunks[at].transparent) return;
    if (trace_ != nullptr && trace_->attempts) note_gated(at);
    pack_.for_rules_at(s_.chunks[at].cls, RuleKind::frame, possible_, [&](uint32_t r) {
      const RuleHeader& rule = pack_.rules()[r];
      Candidate c{.rule = r, .priority = rule.priority, .value = 0, .whole = 0, .match = {}};
      if (!Runner(pack_.code(rule), pack_.sets(), seq_).run(at, c.match)) {
        note(r, at, at + 1, Verdict::pattern, "");
        return;
      }
      int value = capture_of(pack_, rule, EmitKey::value);
      if (value < 0 || !c.match.has(value)) return;
      c.value = c.whole = c.match.last(value);
      int noun = capture_of(pack_, rule, EmitKey::noun);
      if (noun >= 0 && c.match.has(noun)) c.whole = c.match.last(noun);
      found_.push_back(c);
    });
  }

  // The rules that might begin here, had the sentence all that they need.
  void note_gated(uint32_t at) {
    Pack::RuleBits rest;
    for (size_t i = 0; i < rest.size(); ++i) rest[i] = ~possible_[i];
    pack_.for_rules_at(s_.chunks[at].cls, RuleKind::frame, rest, [&](uint32_t r) {
      note(r, at, at + 1, Verdict::gate, "a class that it needs is not in the sentence");
    });
  }

  void claim() {
    std::vector<int32_t> holder(s_.chunks.size(), -1);
    for (const Candidate& c : found_) {
      if (holder[c.value] >= 0) {
        const RuleHeader& winner = pack_.rules()[static_cast<uint32_t>(holder[c.value])];
        note(c.rule, c.match.begin, c.match.end, Verdict::overlap_lost, std::string(pack_.text(winner.id)));
        continue;
      }
      holder[c.value] = holder[c.whole] = static_cast<int32_t>(c.rule);
      note(c.rule, c.match.begin, c.match.end, Verdict::made, "");
      kept_.push_back(c);
    }
  }

  bool emit(const Candidate& c, std::vector<Frame>& frames) const {
    return emit_frames(s_, pack_, pack_.rules()[c.rule], c.rule, c.match, frames);
  }

  // A guard refused the best rule: the next one that fits the value.
  void emit_next(const Candidate& refused, std::vector<Frame>& frames) const {
    for (const Candidate& c : found_)
      if (c.value == refused.value && c.whole == refused.whole && c.rule != refused.rule && emit(c, frames))
        return;
  }

  void note(uint32_t rule, uint32_t first, uint32_t last, Verdict v, std::string why) {
    if (trace_ == nullptr || first >= last) return;
    Span span = cover(s_.tokens[s_.chunks[first].tokens.first].span,
                      s_.tokens[s_.chunks[last - 1].tokens.last - 1].span);
    trace_->add(Stage::match, v, span, std::string(pack_.text(pack_.rules()[rule].id)), std::move(why));
  }

  const SentenceView& s_;
  const Pack& pack_;
  Trace* trace_;
  ChunkSeq seq_;
  Pack::RuleBits possible_{};
  std::vector<Candidate> found_;
  std::vector<Candidate> kept_;
};

}  // namespace

std::vector<Frame> match_rules(const SentenceView& sentence, const Pack& pack, Trace* trace) {
  return Matcher(sentence, pack, trace).run();
}

}  // namespace statgrep
