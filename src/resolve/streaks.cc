// Tests: tests/unit/resolve_scope_test.cc
#include "streaks.h"

#include <algorithm>

#include "statgrep/pack/classes.h"

namespace statgrep {
namespace {

bool moves(const Frame& f) {
  return f.measure == Measure::growth || f.measure == Measure::change;
}

std::string direction_of(const Frame& f) {
  return f.quantity.value.is_negative() || f.sign < 0 ? "down" : "up";
}

// "fell in May, their fourth straight decline": of months.
TimeUnit unit_of_time(const Frame& f) {
  if (!f.when || !f.when->bounds || f.when->bounds->start.day != 0) return TimeUnit::none;
  switch (months_of(*f.when->bounds).value_or(0)) {
    case 1:
      return TimeUnit::month;
    case 3:
      return TimeUnit::quarter;
    case 12:
      return TimeUnit::year;
    default:
      return TimeUnit::none;
  }
}

// "stood at 3 percent for the fifth month": a frame of its own states it.
bool stated_apart(const SentenceAnalysis& a, uint32_t chunk) {
  return std::any_of(a.frames.begin(), a.frames.end(), [&](const Frame& f) { return f.chunk == chunk; });
}

void give_to_movement_after(std::vector<Frame>& frames) {
  for (size_t i = 0; i < frames.size(); ++i) {
    Frame& run = frames[i];
    if (run.measure != Measure::streak) continue;
    for (size_t k = i + 1; k < frames.size(); ++k) {
      Frame& f = frames[k];
      const bool same = f.antecedent == static_cast<int32_t>(i) || (f.np >= 0 && f.np == run.np);
      if (!moves(f) || !same || f.earlier || f.streak || f.status != Status::none) continue;
      f.streak = Streak{run.quantity.value, std::string(run.quantity.unit), direction_of(f)};
      run.merged = true;
      break;
    }
  }
}

}  // namespace

void give_streaks_to_movement_before(SentenceAnalysis& a) {
  for (uint32_t i = 0; i < a.chunks.size(); ++i) {
    if (!a.chunks[i].cls.has(bit(Cls::streak)) || stated_apart(a, i)) continue;
    Frame* holder = nullptr;
    for (Frame& f : a.frames)
      if (f.chunk < i && moves(f)) holder = &f;
    if (holder == nullptr) continue;
    const Spot& s = a.spots[a.chunks[i].index];
    const TimeUnit unit = s.period.unit != TimeUnit::none ? s.period.unit : unit_of_time(*holder);
    if (unit == TimeUnit::none) continue;
    const std::string way = s.direction == 0 ? direction_of(*holder) : s.direction > 0 ? "up" : "down";
    holder->streak = Streak{Decimal::of(s.period.n), name_of(unit), way};
  }
}

void give_streaks(SentenceAnalysis& sentence) {
  give_streaks_to_movement_before(sentence);
  give_to_movement_after(sentence.frames);
}

}  // namespace statgrep
