#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "statgrep/write/output.h"
#include "unit/temp_dir.h"

namespace fs = std::filesystem;
using namespace statgrep;
using statgrep::test::TempDir;

TEST_CASE("a file has its name only once it is whole") {
  const TempDir dir;
  Output output;
  REQUIRE_FALSE(output.open(dir / "out.jsonl"));
  REQUIRE_FALSE(output.write("one\n"));
  CHECK_FALSE(fs::exists(dir / "out.jsonl"));
  REQUIRE_FALSE(output.commit());
  CHECK(test::read_file(dir / "out.jsonl") == "one\n");
  CHECK(dir.names() == std::vector<std::string>{"out.jsonl"});
}

TEST_CASE("an output that is given up leaves nothing and keeps the old file") {
  const TempDir dir;
  test::write_file(dir / "out", "old");
  {
    Output output;
    REQUIRE_FALSE(output.open(dir / "out"));
    REQUIRE_FALSE(output.write("half of the n"));
  }
  CHECK(test::read_file(dir / "out") == "old");
  CHECK(dir.names() == std::vector<std::string>{"out"});
}

TEST_CASE("a killed writer leaves no half file") {
  const TempDir dir;
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    const pid_t child = fork();
    if (child == 0) {
      Output output;
      output.open(dir / "out");
      output.write("half");
      std::raise(signal);
      _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(dir.names().empty());
  }
}

TEST_CASE("a link keeps pointing and a file keeps its mode") {
  const TempDir dir;
  test::write_file(dir / "real", "old");
  chmod((dir / "real").c_str(), 0640);
  fs::create_symlink("real", dir / "link");
  Output output;
  REQUIRE_FALSE(output.open(dir / "link"));
  REQUIRE_FALSE(output.write("new"));
  REQUIRE_FALSE(output.commit());
  CHECK(fs::is_symlink(dir / "link"));
  CHECK(test::read_file(dir / "real") == "new");
  struct stat status {};
  REQUIRE(stat((dir / "real").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("a device is written straight and stays a device") {
  Output output;
  REQUIRE_FALSE(output.open("/dev/null"));
  REQUIRE_FALSE(output.write("text"));
  REQUIRE_FALSE(output.commit());
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a full disk is an error with the file's name") {
  if (!fs::exists("/dev/full")) return;
  Output output;
  REQUIRE_FALSE(output.open("/dev/full"));
  const auto error = output.write("text");
  REQUIRE(error);
  CHECK(error->file == "/dev/full");
}

TEST_CASE("a place that cannot be written is an error at once") {
  const TempDir dir;
  Output missing;
  CHECK(missing.open(dir / "no/such/folder"));
  Output folder;
  CHECK(folder.open(dir.path()));
  CHECK(dir.names().empty());
}
