// The ladder's references that have no program of their own: a pass over every
// byte, and one RE2 with captures over the whole text. Prints seconds of CPU.
//   scan_bench bytes|re2 FILE…
#include <re2/re2.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

namespace {

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

size_t digits_in(const std::string& text) {
  size_t n = 0;
  for (const char c : text) n += c >= '0' && c <= '9' ? 1 : 0;
  return n;
}

// A number, a scale and a unit: what a quantity tagger's first regex looks for.
size_t quantities_in(const std::string& text) {
  static const re2::RE2 pattern(
      R"((\d[\d,.]*)\s*(thousand|million|billion|trillion|mln|bln)?\s*(percent|per cent|pct|%|dollars|dlrs|yuan|tonnes|tons|barrels|units|shares)?)");
  re2::StringPiece rest(text);
  std::string number, scale, unit;
  size_t n = 0;
  while (re2::RE2::FindAndConsume(&rest, pattern, &number, &scale, &unit)) ++n;
  return n;
}

}  // namespace

int main(int argc, char** argv) {
  std::string text;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  const bool bytes = argc > 1 && std::string(argv[1]) == "bytes";
  const int rounds = bytes ? 20 : 3;  // the first warms up
  double best = 1e9;
  size_t found = 0;
  for (int i = 0; i < rounds; ++i) {
    const double begin = cpu_seconds();
    found = bytes ? digits_in(text) : quantities_in(text);
    const double spent = cpu_seconds() - begin;
    if (spent < best) best = spent;
  }
  std::printf("%.6f %zu\n", best, found);
  return 0;
}
