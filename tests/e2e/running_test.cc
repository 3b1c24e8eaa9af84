// Threads, order, streaming, interrupts, and outputs that fail, with the real program.
#include <catch2/catch.hpp>
#include <set>

#include "e2e/run.h"

using namespace statgrep::test;
using namespace std::string_literals;
using Catch::Contains;

namespace {

// `n` objects a line, each with one growth of its own and one that all share.
std::string dump(int n) {
  std::string out;
  for (int i = 0; i < n; ++i)
    out += "{\"id\": \"d" + std::to_string(i) + "\", \"text\": \"Sales rose " + std::to_string(i + 1) +
           " percent. Exports fell 3 percent in April 2023.\"}\n";
  return out;
}

}  // namespace

TEST_CASE("the output is the same for any number of threads, in the order of the input") {
  const std::string input = dump(500);
  for (const std::string format : {"jsonl", "csv"}) {
    const std::string one = extract({"-j", "1", "--format", format, "-"}, input).out;
    CHECK(count_of(one, "\n") > 500);
    for (const char* threads : {"2", "7"}) {
      CHECK(extract({"-j", threads, "--format", format, "-"}, input).out == one);
      CHECK(extract({"--raw", "-j", threads, "--format", format, "-"}, input).out ==
            extract({"--raw", "-j", "1", "--format", format, "-"}, input).out);
    }
  }
  const auto records = extract({"--raw", "-j", "3", "-"}, input).records();
  REQUIRE(records.size() == 1000);
  CHECK(records[998]["value"] == 500);
}

TEST_CASE("without an order every record comes all the same") {
  const std::string input = dump(300);
  const auto lines = [](const std::string& text) {
    std::multiset<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.insert(line);
    return out;
  };
  CHECK(lines(extract({"--raw", "--unordered", "-j", "4", "-"}, input).out) ==
        lines(extract({"--raw", "-j", "1", "-"}, input).out));
}

TEST_CASE("raw records are one for each document, joined records one for all") {
  const std::string input = dump(20);
  CHECK(extract({"--raw", "-"}, input).records().size() == 40);
  const auto joined = extract({"-"}, input).records();
  CHECK(joined.size() == 21);
  CHECK(joined[1]["mentions"].size() == 20);
}

TEST_CASE("messages keep their places among many threads") {
  std::string input;
  for (int i = 0; i < 200; ++i) input += dump(1) + "{\"x\": 1}\n";
  const Run run = extract({"-j", "4", "-"}, input);
  CHECK(run.code == 2);
  std::istringstream in(run.err);
  int at = 2;
  for (std::string line; std::getline(in, line); at += 2)
    CHECK(line.find("-:" + std::to_string(at) + ": no field of text") != std::string::npos);
  CHECK(at == 402);
}

TEST_CASE("line by line, a record is printed before the next document is there") {
  // The writer waits for the first record before it sends the second document.
  const TempDir dir;
  write_file(dir / "one", dump(1));
  const Run run = shell(
      "cd " + quoted(dir.path()) +
          " && mkfifo p && { \"$statgrep\" extract --raw --line-buffered - < p > out & } && exec 3> p && "
          "cat one >&3 && for i in $(seq 100); do [ -s out ] && break; sleep 0.05; done; "
          "wc -l < out; exec 3>&-; wait",
      "", 20);
  CHECK(run.code == 0);
  CHECK(std::stoi(run.out) == 2);
}

TEST_CASE("an interrupt ends the run with what was found") {
  const TempDir dir;
  write_file(dir / "some", dump(100));
  for (const char* threads : {"1", "3"}) {
    const Run run =
        shell("cd " + quoted(dir.path()) +
                  "; { cat some; sleep 4; } | timeout --preserve-status -s INT 1 \"$statgrep\" extract -j " +
                  threads + " -o out.jsonl -; echo $?; wc -l < out.jsonl",
              "", 20);
    std::istringstream out(run.out);
    int code = 0, lines = 0;
    out >> code >> lines;
    CHECK(code == 130);
    CHECK(lines > 30);  // all that was read whole
    CHECK(run.err.empty());
  }
}

TEST_CASE("a reader that goes away is no trouble, and does not leave the program waiting for input") {
  const TempDir dir;
  write_file(dir / "some", dump(3000));
  const Run run = shell(
      "cd " + quoted(dir.path()) + " && mkfifo p && { cat some; sleep 8; } > p & cd " + quoted(dir.path()) +
          "; sleep 0.2; \"$statgrep\" extract --raw --line-buffered -j 2 - < p | head -1 | wc -l",
      "", 20);
  CHECK(run.out == "1\n");
  CHECK(run.err.empty());
  CHECK(run.seconds < 7);
}

TEST_CASE("a full disk is an error, never a silent half") {
  const Run run = shell("\"$statgrep\" extract --raw - > /dev/full", dump(2000));
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("standard output: cannot write: No space left on device"));
}

TEST_CASE("the figures of a run are printed as JSON when asked for, and nothing else is") {
  const Run run = extract({"--stats", "-"}, dump(10));
  const auto stats = nlohmann::json::parse(run.err);
  CHECK(stats["documents"] == 10);
  CHECK(stats["records"] == 11);
  CHECK(stats["bytes"].get<int>() > 500);
  CHECK(stats.contains("seconds"));
  CHECK(extract({"-"}, dump(10)).err.empty());
}

TEST_CASE("numbers of threads that are none are refused") {
  for (const char* bad : {"0", "-1", "x", "2000"}) CHECK(extract({"-j", bad, "-"}, kSentence).code == 2);
}
