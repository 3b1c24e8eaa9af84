// Runs the real program and keeps what it printed.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "unit/temp_dir.h"

namespace statgrep::test {

// One growth record: retail sales, 2.5 %, YoY, 2023-05.
inline const std::string kSentence = "Retail sales rose 2.5 percent in May 2023 from a year earlier.";

struct Run {
  int code = -1;  // exit code; 128 + signal where one ended it
  std::string out;
  std::string err;
  double seconds = 0;

  std::vector<nlohmann::json> records() const {
    std::vector<nlohmann::json> records;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) records.push_back(nlohmann::json::parse(line));
    return records;
  }
};

// The program under test: built beside the tests unless the environment names another.
inline std::string program() {
  const char* named = std::getenv("STATGREP_BINARY");
  return named != nullptr ? named : STATGREP_BINARY;
}

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

// Runs a shell line in which $statgrep is the program; `input` is its standard
// input. What takes longer than `limit` seconds is ended: code 124.
inline Run shell(const std::string& line, const std::string& input = "", int limit = 120) {
  const TempDir dir;
  write_file(dir / "in", input);
  const std::string full = "timeout " + std::to_string(limit) + " sh -c " +
                           quoted("statgrep=" + quoted(program()) + "; " + line) + " <" + quoted(dir / "in") +
                           " >" + quoted(dir / "out") + " 2>" + quoted(dir / "err");
  Run run;
  const auto begin = std::chrono::steady_clock::now();
  const int status = std::system(full.c_str());
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = read_file(dir / "out");
  run.err = read_file(dir / "err");
  return run;
}

inline Run statgrep(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::string line = "\"$statgrep\"";
  for (const std::string& argument : arguments) line += ' ' + quoted(argument);
  return shell(line, input);
}

inline Run extract(std::vector<std::string> arguments, const std::string& input = "") {
  arguments.insert(arguments.begin(), "extract");
  return statgrep(arguments, input);
}

inline size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace statgrep::test
