// The files of docs/cluster/, run for real where their engine is installed.
#include <algorithm>
#include <catch2/catch.hpp>

#include "e2e/run.h"

using namespace statgrep::test;

namespace {

bool installed(const std::string& name) {
  return shell("command -v " + name + " >/dev/null").code == 0;
}

std::string in(const TempDir& dir, const std::string& line) {
  return "cd " + quoted(dir.path()) + " && export STATGREP=\"$statgrep\" && " + line;
}

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

void write_dump(const TempDir& dir) {
  for (int f = 0; f < 3; ++f) {
    std::string lines;
    for (int i = 0; i < 30; ++i)
      lines += "{\"id\": \"" + std::to_string(f * 100 + i) + "\", \"text\": \"Sales rose " +
               std::to_string(i + 1) + " percent in May 2023. Exports fell 3 percent in April 2023.\"}\n";
    write_file(dir / ("dump dir/" + std::to_string(f) + ".jsonl"), lines);
  }
}

const std::string kFolder = STATGREP_SOURCE_DIR "/docs/cluster/";

}  // namespace

TEST_CASE("GNU parallel: shards and their merge are one run over all") {
  if (!installed("parallel")) {
    WARN("skipped: there is no GNU parallel here");
    return;
  }
  const TempDir dir;
  write_dump(dir);
  const Run run = shell(in(dir, quoted(kFolder + "parallel.sh") + " 4 out.jsonl 'dump dir' --jobs 2"));
  CHECK(run.err.empty());
  CHECK(run.code == 0);
  const std::string whole = shell(in(dir, "\"$statgrep\" extract 'dump dir'")).out;
  CHECK(sorted_lines(read_file(dir / "out.jsonl")) == sorted_lines(whole));
  CHECK(dir.names() == std::vector<std::string>{"dump dir", "out.jsonl"});
}

TEST_CASE("Slurm: an array job and the merge that waits for it") {
  if (!installed("sbatch") || shell("sinfo -h >/dev/null 2>&1").code != 0) {
    WARN("skipped: there is no Slurm running here");
    return;
  }
  const TempDir dir;
  write_dump(dir);
  const Run run =
      shell(in(dir, quoted(kFolder + "slurm.sh") + " 3 \"$PWD\"/out.jsonl \"$PWD/dump dir\""), "", 300);
  CHECK(run.code == 0);
  const std::string whole = shell(in(dir, "\"$statgrep\" extract \"$PWD/dump dir\"")).out;
  CHECK(sorted_lines(read_file(dir / "out.jsonl")) == sorted_lines(whole));
}
