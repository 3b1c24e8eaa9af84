#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "statgrep/input/source.h"
#include "unit/temp_dir.h"

namespace fs = std::filesystem;
using namespace statgrep;
using statgrep::test::TempDir;
using statgrep::test::write_file;

namespace {

struct Walk {
  std::vector<std::string> names;
  std::vector<Error> errors;
};

Walk walk(std::vector<std::string> arguments) {
  InputStream stream(std::move(arguments));
  Walk walk;
  while (auto next = stream.next()) {
    if (auto* error = std::get_if<Error>(&*next)) {
      walk.errors.push_back(*error);
    } else {
      walk.names.push_back(std::get<Input>(*next).name);
    }
  }
  return walk;
}

}  // namespace

TEST_CASE("directories are read to the bottom in the order of names, hidden ones not") {
  const TempDir dir;
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.txt", "a/.hidden", ".git/config", "c.txt", "B.txt"}) {
    write_file(dir / name, "x");
  }
  const std::string d = dir.path();
  CHECK(walk({d}).names ==
        std::vector<std::string>{d + "/B.txt", d + "/a/b/c.txt", d + "/a/z.txt", d + "/b.txt", d + "/c.txt"});
  CHECK(walk({d + "/"}).names.front() == d + "/B.txt");
}

TEST_CASE("arguments are read in the order in which they were given") {
  const TempDir dir;
  write_file(dir / "a", "x");
  write_file(dir / "b", "x");
  write_file(dir / ".c", "x");
  CHECK(walk({dir / "b", "-", dir / "a", dir / ".c"}).names ==
        std::vector<std::string>{dir / "b", "-", dir / "a", dir / ".c"});
  CHECK(walk({}).names.empty());
}

TEST_CASE("what is missing is an error with its name and the rest goes on") {
  const TempDir dir;
  write_file(dir / "a", "x");
  fs::create_symlink("nowhere", dir / "dangling");
  const Walk found = walk({dir / "missing", dir.path()});
  CHECK(found.names == std::vector<std::string>{dir / "a"});
  REQUIRE(found.errors.size() == 2);
  CHECK(to_string(found.errors[0]) == dir / "missing" + ": No such file or directory");
  CHECK(found.errors[1].file == dir / "dangling");
}

TEST_CASE("a directory loop is an error and ends") {
  const TempDir dir;
  write_file(dir / "a/b/text", "x");
  fs::create_directory_symlink("../..", dir / "a/b/up");
  fs::create_symlink("itself", dir / "a/itself");
  const Walk found = walk({dir.path()});
  CHECK(found.names == std::vector<std::string>{dir / "a/b/text"});
  REQUIRE(found.errors.size() == 2);
  CHECK(found.errors[0].file == dir / "a/b/up");
  CHECK(found.errors[0].message == "directory loop: this is " + dir.path() + " again");
  CHECK(found.errors[1].file == dir / "a/itself");
}

TEST_CASE("directories that link to each other are read once each") {
  const TempDir dir;
  for (const std::string one : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    write_file(dir / (one + "/text"), "x");
    for (const std::string other : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
      if (one != other) fs::create_directory_symlink("../" + other, dir / (one + "/to-" + other));
    }
  }
  CHECK(walk({dir.path()}).names.size() == 8);
}

TEST_CASE("a pipe inside a directory is passed over, not waited for") {
  const TempDir dir;
  REQUIRE(std::system(("mkfifo " + dir / "pipe").c_str()) == 0);
  CHECK(walk({dir.path()}).names.empty());
  CHECK(walk({dir / "pipe"}).names.size() == 1);
}

TEST_CASE("an unreadable directory is an error") {
  if (geteuid() == 0) return;  // root reads everything
  const TempDir dir;
  fs::create_directory(dir / "closed");
  fs::permissions(dir / "closed", fs::perms::none);
  const Walk found = walk({dir.path()});
  REQUIRE(found.errors.size() == 1);
  CHECK(found.errors[0].file == dir / "closed");
}
