// How far the work is: a line on standard error where that is a terminal, and
// the same figures as JSON at the end. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace statgrep {

struct Totals {
  uint64_t documents = 0;
  uint64_t bytes = 0;  // of the documents' texts
  uint64_t read = 0;   // of the inputs, as they are stored
  uint64_t records = 0;
};

class Progress {
 public:
  // `expected`: bytes of all inputs, 0 where they are not known.
  Progress(bool shown, uint64_t expected);

  void update(const Totals& totals);  // shows it at most ten times a second
  void clear();                       // takes the line away
  std::string json(const Totals& totals) const;

 private:
  double seconds() const;
  std::string line(const Totals& totals) const;

  bool shown_;
  uint64_t expected_;
  std::chrono::steady_clock::time_point begin_, last_;
  bool drawn_ = false;
};

// "1,234,567"
std::string with_groups(uint64_t n);
// "12.3 MB"
std::string bytes_text(double bytes);

}  // namespace statgrep
