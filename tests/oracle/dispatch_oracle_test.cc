// The look-up of rules against trying every rule at every place: what it leaves
// out must be what could not have matched.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "layers/english.h"
#include "statgrep/pack/program.h"
#include "unit/temp_dir.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

struct Tokens {
  const std::vector<Token>& tokens;
  uint32_t begin, end;
  uint32_t first() const { return begin; }
  uint32_t size() const { return end; }
  const ClassSet& at(uint32_t i) const { return tokens[i].cls; }
  bool transparent(uint32_t) const { return false; }
};

struct Chunks {
  const std::vector<Chunk>& chunks;
  uint32_t first() const { return 0; }
  uint32_t size() const { return static_cast<uint32_t>(chunks.size()); }
  const ClassSet& at(uint32_t i) const { return chunks[i].cls; }
  bool transparent(uint32_t i) const { return chunks[i].transparent; }
};

// How many matches there are; every one must be looked up.
template <typename Seq>
int check(const Pack& pack, const Seq& seq, RuleKind kind, const std::string& text) {
  ClassSet all;
  for (uint32_t i = seq.first(); i < seq.size(); ++i) all.merge(seq.at(i));
  const Pack::RuleBits possible = pack.rules_for(all, kind);
  int matches = 0;
  for (uint32_t i = seq.first(); i < seq.size(); ++i) {
    std::vector<bool> offered(pack.rules().size());
    uint32_t last = 0;
    pack.for_rules_at(seq.at(i), kind, possible, [&](uint32_t r) {
      REQUIRE(r >= last);  // by falling priority, as the pack has them
      REQUIRE(pack.rules()[r].kind == static_cast<uint32_t>(kind));
      last = r;
      offered[r] = true;
    });
    for (uint32_t r = 0; r < pack.rules().size(); ++r) {
      if (pack.rules()[r].kind != static_cast<uint32_t>(kind)) continue;
      Match match;
      if (!Runner(pack.code(pack.rules()[r]), pack.sets(), seq).run(i, match)) continue;
      if (seq.transparent(i)) continue;  // no rule is tried there
      ++matches;
      INFO(pack.text(pack.rules()[r].id) << " at " << i << " of: " << text);
      REQUIRE(offered[r]);
    }
  }
  return matches;
}

int check(const std::string& text) {
  const DocumentAnalysis a = analyse(text, english(), nullptr);
  int matches = 0;
  for (const SentenceAnalysis& s : a.sentences) {
    const std::string words(s.sentence.span.in(text));
    matches += check(english(), Tokens{a.tokens, s.sentence.first, s.sentence.last}, RuleKind::spot, words);
    matches += check(english(), Chunks{s.chunks}, RuleKind::frame, words);
  }
  return matches;
}

}  // namespace

TEST_CASE("no rule that matches in the samples is left out") {
  int matches = 0;
  for (const auto& entry : std::filesystem::directory_iterator(STATGREP_SOURCE_DIR "/samples"))
    if (entry.path().extension() == ".txt") matches += check(read_file(entry.path().string()));
  CHECK(matches > 100);
}

TEST_CASE("no rule that matches in random sentences is left out") {
  static const char* const kBits[] = {"exports ",
                                      "rose ",
                                      "fell ",
                                      "by ",
                                      "5.2 percent ",
                                      "and ",
                                      ", ",
                                      "of ",
                                      "the rate ",
                                      "stood at ",
                                      "to ",
                                      "from ",
                                      "4 million ",
                                      "in May ",
                                      "May ",
                                      "2024 ",
                                      "year on year ",
                                      "in the first ",
                                      "three quarters ",
                                      "quarter ",
                                      "that of ",
                                      "accounted for ",
                                      "about ",
                                      "was up ",
                                      "higher than ",
                                      "a year earlier ",
                                      "for ",
                                      "36 ",
                                      "consecutive ",
                                      "months ",
                                      "( ",
                                      ") ",
                                      "doubled ",
                                      "ranked second ",
                                      "12,000 firms ",
                                      "will ",
                                      "is expected to ",
                                      "compared with ",
                                      "-- ",
                                      "Jan. 5, "};
  std::mt19937 random(20240612);
  int matches = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string text;
    for (unsigned n = 3 + random() % 12; n > 0; --n) text += kBits[random() % std::size(kBits)];
    matches += check(text);
  }
  CHECK(matches > 1000);
}
