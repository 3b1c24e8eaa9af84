// What each figure of a sentence is of, where sentences are ordered topic first.
#pragma once

#include <string>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/record/names.h"
#include "topic_names.h"
#include "topic_units.h"

namespace statgrep {

// References only; moves `state` on. Linear in the frames times the chunks of
// their clauses. Thread-safe over distinct states.
class TopicSubjects {
 public:
  TopicSubjects(const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
                const TopicNamer& namer, const TopicUnits& units, NameState& state)
      : tokens_(tokens),
        a_(a),
        pack_(pack),
        namer_(namer),
        units_(units),
        state_(state),
        names_(a.frames.size()),
        paired_(a.frames.size()) {}

  // For each frame the names of its records; none where nothing tells what it is of.
  std::vector<TopicName> run();

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  TopicName told(size_t i) const;
  TopicName name(const Frame& f);
  bool parts(const Frame& f) const;
  TopicName parts_of(const Frame& f) const;
  uint32_t clause_of(uint32_t np) const;
  uint32_t doer_of(uint32_t np) const;
  uint32_t told_apart(uint32_t np) const;
  bool lone_head(const Frame& f) const;
  TopicName carried(const Frame& f) const;
  TopicName each_before(size_t count, const TopicName& one, int32_t from) const;
  TokenRange without_clause(TokenRange phrase, uint32_t np) const;
  bool goes_on(const Frame& a, const Frame& b) const;
  void deal_out(size_t i);
  TopicName share_of(const Frame& f) const;
  TopicName counted(const Frame& f) const;
  std::string said_of(uint32_t first) const;
  bool ends_clause(uint32_t i) const;
  bool told_of_each(const Frame& f) const;
  bool each(const Frame& f) const;

  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  const TopicNamer& namer_;
  const TopicUnits& units_;
  NameState& state_;
  std::vector<TopicName> names_;  // of a list all, before each figure is given its own
  std::vector<uint8_t> paired_;   // from 1: which of the names before it a frame has
};

}  // namespace statgrep
