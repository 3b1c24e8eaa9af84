// Shards, partial results and their merge, with the real program: any split
// of the documents gives the same bytes.
#include <catch2/catch.hpp>
#include <random>

#include "e2e/run.h"

using namespace statgrep::test;
using namespace std::string_literals;
using Catch::Contains;

namespace {

// Documents whose statements meet: shared ones, ones that lack what others say.
std::vector<std::string> documents(int n) {
  std::vector<std::string> out;
  const char* texts[] = {"Sales rose 3 percent in April 2023 from a year earlier.",
                         "Sales rose 3 percent.",
                         "Sales rose 3 percent in April 2024 from a year earlier.",
                         "Exports fell 4 percent in May.",
                         "Exports fell 4 percent in May 2023.",
                         "Output reached 5 million tonnes in 2023."};
  for (int i = 0; i < n; ++i)
    out.push_back("{\"id\": \"d" + std::to_string(i) + "\", \"text\": \"" + texts[i * 7 % 6] + ' ' +
                  texts[i * 5 % 6] + " Prices rose " + std::to_string(i % 9 + 1) +
                  " percent in June 2023.\"}\n");
  return out;
}

std::string in(const TempDir& dir, const std::string& line) {
  return "cd " + quoted(dir.path()) + " && " + line;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

}  // namespace

TEST_CASE("random splits, orders, retries and merges in steps give the same bytes") {
  std::mt19937 random(17);
  std::vector<std::string> all = documents(60);
  const TempDir dir;
  write_file(dir / "all", joined(all));
  shell(in(dir, "\"$statgrep\" extract --partial -o all.part all"));
  const std::string wanted = shell(in(dir, "\"$statgrep\" merge --final all.part")).out;
  CHECK(count_of(wanted, "\n") > 10);
  for (int round = 0; round < 6; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    const size_t files = random() % 4 + 2;
    std::vector<std::string> split(files);
    for (const std::string& document : all) {
      split[random() % files] += document;
      if (random() % 5 == 0) split[random() % files] += document;  // a retry
    }
    std::string names;
    for (size_t i = 0; i < files; ++i) {
      const std::string name = "p" + std::to_string(round) + '-' + std::to_string(i);
      write_file(dir / name, split[i]);
      shell(in(dir, "\"$statgrep\" extract --partial --memory " +
                        std::to_string(random() % 2 == 0 ? 1000 : 1000000) + " -o " + name + ".part " +
                        name));
      names = (random() % 2 == 0 ? names + ' ' + name + ".part" : name + ".part " + names);
    }
    INFO(names);
    CHECK(shell(in(dir, "\"$statgrep\" merge --final " + names)).out == wanted);
    CHECK(shell(in(dir, "\"$statgrep\" merge --final --memory 500 " + names)).out == wanted);
    shell(in(dir, "\"$statgrep\" merge -o step.part " + names));
    CHECK(shell(in(dir, "\"$statgrep\" merge step.part " + names + " | \"$statgrep\" merge --final -")).out ==
          wanted);
    CHECK(read_file(dir / "step.part") == shell(in(dir, "\"$statgrep\" merge all.part")).out);
  }
}

TEST_CASE("the statements of a merge are those of one run over all") {
  const TempDir dir;
  write_file(dir / "all", joined(documents(40)));
  const auto sorted = [](const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const Run one = shell(in(dir, "\"$statgrep\" extract all"));
  shell(in(dir, "for i in 1 2 3; do \"$statgrep\" extract --partial --shard $i/3 -o $i.part all; done"));
  const Run merged = shell(in(dir, "\"$statgrep\" merge --final --expect 3 2.part 1.part 3.part"));
  CHECK(merged.code == 0);
  CHECK(sorted(merged.out) == sorted(one.out));
  CHECK(shell(in(dir, "\"$statgrep\" extract --memory 300 all")).out == one.out);
}

TEST_CASE("each document is of one shard, whatever the file it stands in") {
  const TempDir dir;
  const std::vector<std::string> all = documents(200);
  write_file(dir / "all", joined(all));
  size_t documents = 0;
  for (int i = 1; i <= 4; ++i) {
    const Run run =
        shell(in(dir, "\"$statgrep\" extract --raw --stats --shard " + std::to_string(i) + "/4 all"));
    const size_t n = nlohmann::json::parse(run.err)["documents"];
    CHECK(n > 20);
    documents += n;
  }
  CHECK(documents == 200);
}

TEST_CASE("a missing shard is named") {
  const TempDir dir;
  write_file(dir / "all", joined(documents(30)));
  shell(in(dir, "for i in 1 3; do \"$statgrep\" extract --partial --shard $i/4 -o $i.part all; done"));
  const Run run = shell(in(dir, "\"$statgrep\" merge --final --expect 4 1.part 3.part"));
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Contains("2 shards are missing: 2, 4"));
  CHECK_THAT(shell(in(dir, "\"$statgrep\" merge --expect 3 1.part 3.part")).err,
             Contains("a partial result is of shard"));
}

TEST_CASE("what is no partial result, or another's, or cut off, is refused by name") {
  const TempDir dir;
  write_file(dir / "all", joined(documents(30)));
  shell(in(dir,
           "\"$statgrep\" extract --partial -o good.part all && head -n -1 good.part > cut.part && "
           "sed 's/\"version\":\"[^\"]*\"/\"version\":\"0.0.1\"/' good.part > old.part && "
           "sed 's/\"patterns\":\"[^\"]*\"/\"patterns\":\"00\"/' good.part > other.part && "
           "sed '3d' good.part > less.part && sed 's/\"format\":1/\"format\":9/' good.part > form.part"));
  const auto error = [&](const std::string& name) {
    const Run run = shell(in(dir, "\"$statgrep\" merge -o out good.part " + name));
    CHECK(run.code == 2);
    CHECK_FALSE(std::ifstream(dir / "out"));
    return run.err;
  };
  CHECK_THAT(error("all"), Contains("all:1: no partial result"));
  CHECK_THAT(error("cut.part"), Contains("cut off"));
  CHECK_THAT(error("old.part"), Contains("made by version 0.0.1"));
  CHECK_THAT(error("other.part"), Contains("made with other patterns"));
  CHECK_THAT(error("less.part"), Contains("damaged"));
  CHECK_THAT(error("form.part"), Contains("of another form"));
  CHECK(extract({"--shard", "5/4", "-"}, kSentence).code == 2);
  CHECK(extract({"--raw", "--partial", "-"}, kSentence).code == 2);
}
