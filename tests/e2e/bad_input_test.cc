// Whatever is handed in: a clear message, the rest goes on, nothing is lost.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/run.h"

namespace fs = std::filesystem;
using namespace statgrep::test;
using namespace std::string_literals;
using Catch::Contains;

namespace {

// The byte offset that the first mention of the first record names.
uint32_t start_of_first(const Run& run) {
  return run.records().at(0)["mentions"][0]["start"];
}
uint32_t line_of_first(const Run& run) {
  return run.records().at(0)["mentions"][0]["line"];
}

}  // namespace

TEST_CASE("a missing file is named, the others are read, the exit code is 2") {
  const TempDir dir;
  write_file(dir / "good", kSentence);
  const Run run = extract({dir / "missing", dir / "good"});
  CHECK(run.code == 2);
  CHECK(run.records().size() == 1);
  CHECK(run.err == "statgrep: " + dir / "missing" + ": No such file or directory\n");
}

TEST_CASE("an unreadable file is named and the others are read") {
  if (geteuid() == 0) return;  // root reads everything
  const TempDir dir;
  write_file(dir / "a", kSentence);
  write_file(dir / "b", kSentence);
  fs::permissions(dir / "a", fs::perms::none);
  const Run run = extract({dir.path()});
  CHECK(run.code == 2);
  CHECK(run.records().size() == 1);
  CHECK_THAT(run.err, Contains(dir / "a" + ": Permission denied"));
}

TEST_CASE("a directory loop is named and ends") {
  const TempDir dir;
  write_file(dir / "a/text", kSentence);
  fs::create_directory_symlink("..", dir / "a/up");
  const Run run = extract({dir.path()});
  CHECK(run.code == 2);
  CHECK(run.records().size() == 1);
  CHECK_THAT(run.err, Contains("a/up: directory loop"));
}

TEST_CASE("invalid UTF-8 is replaced, said once a file, and offsets count the replaced text") {
  const TempDir dir;
  // More that is well formed than not: a UTF-8 text with faults, no other encoding.
  write_file(dir / "bad",
             "\xC3\xBC\xC3\xB6\xC3\xA4\xC3\xBC\xC3\xB6 caf\xE9 \xFF\xFE costs.\n" + kSentence + " \x80\n");
  const Run run = extract({dir / "bad"});
  CHECK(run.code == 0);
  CHECK(count_of(run.err, "\n") == 1);
  CHECK_THAT(run.err, Contains("bad: invalid UTF-8 replaced (4 places, first at byte 14)"));
  // five letters, blank, "caf" + 3 + blank + 3 + 3 + " costs.\n"
  CHECK(start_of_first(run) == 11 + 3 + 3 + 1 + 6 + 8);
  CHECK(line_of_first(run) == 2);
}

TEST_CASE("a stray NUL does no harm") {
  const Run run = extract({"-"}, "Nothing\0here.\n"s + kSentence + "\n");
  CHECK(run.code == 0);
  CHECK(start_of_first(run) == 14);
  CHECK(run.err.empty());
}

TEST_CASE("a byte order mark is no part of the text") {
  const Run run = extract({"-"}, "\xEF\xBB\xBF" + kSentence + "\n");
  CHECK(run.code == 0);
  CHECK(start_of_first(run) == 0);
  CHECK(run.records()[0]["mentions"][0]["quote"] == kSentence);
}

TEST_CASE("every kind of line end counts") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Run run = extract({"-"}, "A title" + end + end + kSentence + end);
    CHECK(run.code == 0);
    REQUIRE(run.records().size() == 1);
    CHECK(line_of_first(run) == 3);
    CHECK(start_of_first(run) == 7 + 2 * end.size());
    CHECK(run.records()[0]["mentions"][0]["quote"] == kSentence);
  }
}

TEST_CASE("no-break spaces are spaces") {
  const Run run = extract({"-"},
                          "Retail sales rose 2.5\xC2\xA0percent in May\xC2\xA0"
                          "2023 from a year\xE2\x80\xAF"
                          "earlier.");
  REQUIRE(run.records().size() == 1);
  const auto record = run.records()[0];
  CHECK(record["value"] == 2.5);
  CHECK(record["unit"] == "%");
  CHECK(record["basis"] == "YoY");
  CHECK(record["period"]["start"] == "2023-05");
}

TEST_CASE("an empty input has no records and no message") {
  const Run run = extract({"-"}, "");
  CHECK(run.code == 1);
  CHECK(run.out.empty());
  CHECK(run.err.empty());
  CHECK(extract({"-"}, " \n\r\n\t").code == 1);
}

TEST_CASE("a binary file is skipped with a note and the others are read") {
  const TempDir dir;
  write_file(dir / "a.png", "\x89PNG\r\n\x1A\n\0\0"s + kSentence);
  write_file(dir / "b.txt", kSentence);
  const Run run = extract({dir.path()});
  CHECK(run.code == 0);
  CHECK(run.records().size() == 1);
  CHECK(run.err == "statgrep: " + dir / "a.png" + ": skipped: looks like a PNG image\n");
}

TEST_CASE("a line of 50 MB is read in good time") {
  const std::string filler =
      "The committee met again on the matter and nothing new was decided by those present. ";
  std::string line;
  size_t stated = 0;
  while (line.size() < 50'000'000) {
    line += kSentence + " ";
    ++stated;
    for (int i = 0; i < 20; ++i) line += filler;
  }
  const Run run = extract({"-"}, line);
  CHECK(run.code == 0);
  REQUIRE(run.records().size() == 1);
  CHECK(run.records()[0]["mentions"].size() == stated);
  INFO(run.seconds << " s");
  CHECK(run.seconds < 60);
}

TEST_CASE("no run of one piece of text takes quadratic time") {
  const std::string piece =
      GENERATE("a", "1", "1,", "1.", "(", "\"", "5%", "-", ".", "增", "１", "a b ", "a, ", "5 ", "$5 ",
               "May ", "in ", "of 5 ", "A. ", "5 percent ", "rose 5% ");
  std::string line;
  while (line.size() < 400'000) line += piece;
  const Run run = shell("exec \"$statgrep\" extract -", line, 20);
  INFO('[' << piece << "] " << run.seconds << " s, exit code " << run.code << ' ' << run.err);
  CHECK((run.code == 0 || run.code == 1));
  CHECK(run.seconds < 5);
}

TEST_CASE("an input beyond --max-bytes is refused and the others are read") {
  const TempDir dir;
  write_file(dir / "a", std::string(2000, 'x'));
  write_file(dir / "b", kSentence);
  const Run run = extract({"--max-bytes", "1K", dir.path()});
  CHECK(run.code == 2);
  CHECK(run.records().size() == 1);
  CHECK_THAT(run.err, Contains("more than 1024 bytes"));
}
