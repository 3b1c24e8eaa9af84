#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "statgrep/base/sorted_runs.h"

using namespace statgrep;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs drained(SortedRuns& runs) {
  Pairs out;
  while (const auto entry = runs.next()) out.emplace_back(entry->key, entry->payload);
  return out;
}

}  // namespace

TEST_CASE("any memory gives the same order as a stable sort of all") {
  std::mt19937 random(5);
  for (const uint64_t memory : {uint64_t{1}, uint64_t{200}, uint64_t{3000}, uint64_t{1} << 30}) {
    SortedRuns runs(memory);
    Pairs all;
    for (int i = 0; i < 500; ++i) {
      std::string key(random() % 4, '\0');
      for (char& c : key) c = static_cast<char>(random() % 3 * 127);
      all.emplace_back(key, std::to_string(i));
      runs.add(key, all.back().second);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    CHECK(drained(runs) == all);
    CHECK(runs.spilled() == (memory < 100000));
    CHECK_FALSE(runs.error());
  }
}

TEST_CASE("nothing in, nothing out") {
  SortedRuns runs(100);
  CHECK_FALSE(runs.next());
  CHECK(runs.size() == 0);
}

TEST_CASE("a folder that cannot be written to is an error, and nothing comes out") {
  const char* before = std::getenv("TMPDIR");
  const std::string saved = before == nullptr ? "" : before;
  setenv("TMPDIR", "/nowhere", 1);
  SortedRuns runs(1);
  runs.add("a", "1");
  runs.add("b", "2");
  if (before == nullptr)
    unsetenv("TMPDIR");
  else
    setenv("TMPDIR", saved.c_str(), 1);
  REQUIRE(runs.error());
  CHECK(runs.error()->message.find("cannot write a temporary file") == 0);
  CHECK_FALSE(runs.next());
}
