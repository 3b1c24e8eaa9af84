// Tests: tests/e2e/running_test.cc
#include "progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace statgrep {
namespace {

constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr double kMega = 1e6;

std::string fixed(double value, int places) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, value);
  return text.data();
}

// "1:02:03", "2:03"
std::string clock_text(double seconds) {
  const auto s = static_cast<uint64_t>(std::llround(std::max(0.0, seconds)));
  std::array<char, 32> text{};
  if (s >= 3600)
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu", static_cast<unsigned long long>(s / 3600),
                  static_cast<unsigned long long>(s / 60 % 60), static_cast<unsigned long long>(s % 60));
  else
    std::snprintf(text.data(), text.size(), "%llu:%02llu", static_cast<unsigned long long>(s / 60),
                  static_cast<unsigned long long>(s % 60));
  return text.data();
}

}  // namespace

std::string with_groups(uint64_t n) {
  std::string out = std::to_string(n);
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string bytes_text(double bytes) {
  constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
  size_t unit = 0;
  while (bytes >= 1000 && unit + 1 < kUnits.size()) bytes /= 1000, ++unit;
  return fixed(bytes, unit == 0 ? 0 : 1) + ' ' + kUnits[unit];
}

Progress::Progress(bool shown, uint64_t expected)
    : shown_(shown), expected_(expected), begin_(std::chrono::steady_clock::now()), last_(begin_) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

std::string Progress::line(const Totals& t) const {
  const double s = std::max(seconds(), 1e-3);
  std::string out = with_groups(t.documents) + (t.documents == 1 ? " document  " : " documents  ") +
                    bytes_text(static_cast<double>(t.bytes)) + "  " +
                    fixed(static_cast<double>(t.bytes) / kMega / s, 1) + " MB/s  " + with_groups(t.records) +
                    (t.records == 1 ? " record" : " records");
  if (expected_ > 0 && t.read > 0) {
    const double part = std::min(1.0, static_cast<double>(t.read) / static_cast<double>(expected_));
    out += "  " + fixed(part * 100, 0) + " %  ETA " + clock_text(s / part - s);
  }
  return out;
}

void Progress::update(const Totals& totals) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kBetween) return;
  last_ = now;
  drawn_ = true;
  std::fprintf(stderr, "\r\x1B[K%s", line(totals).c_str());
  std::fflush(stderr);
}

void Progress::clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs("\r\x1B[K", stderr);
  std::fflush(stderr);
}

std::string Progress::json(const Totals& t) const {
  const double s = std::max(seconds(), 1e-6);
  const auto rounded = [](double value) { return static_cast<double>(std::llround(value * 1000)) / 1000; };
  nlohmann::ordered_json out = {
      {"documents", t.documents}, {"bytes", t.bytes},
      {"bytes_read", t.read},     {"records", t.records},
      {"seconds", rounded(s)},    {"mb_per_second", rounded(static_cast<double>(t.bytes) / kMega / s)}};
  return out.dump();
}

}  // namespace statgrep
