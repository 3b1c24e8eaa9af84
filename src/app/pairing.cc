// Tests: tests/unit/app_selftest_test.cc
#include "pairing.h"

namespace statgrep {
namespace {

// Looks for partners along alternating paths: who has one already may move on.
class Pairing {
 public:
  Pairing(size_t left, size_t right, const std::function<bool(size_t, size_t)>& fits)
      : left_(left), fits_(fits), partner_(right, -1) {}

  std::vector<int> run() {
    for (size_t i = 0; i < left_; ++i) {
      tried_.assign(partner_.size(), false);
      place(i);
    }
    std::vector<int> out(left_, -1);
    for (size_t k = 0; k < partner_.size(); ++k)
      if (partner_[k] >= 0) out[static_cast<size_t>(partner_[k])] = static_cast<int>(k);
    return out;
  }

 private:
  bool place(size_t i) {
    for (size_t k = 0; k < partner_.size(); ++k) {
      if (tried_[k] || !fits_(i, k)) continue;
      tried_[k] = true;
      if (partner_[k] >= 0 && !place(static_cast<size_t>(partner_[k]))) continue;
      partner_[k] = static_cast<int>(i);
      return true;
    }
    return false;
  }

  size_t left_;
  const std::function<bool(size_t, size_t)>& fits_;
  std::vector<int> partner_;  // of each on the right
  std::vector<bool> tried_;
};

}  // namespace

std::vector<int> pair_up(size_t left, size_t right, const std::function<bool(size_t, size_t)>& fits) {
  return Pairing(left, right, fits).run();
}

}  // namespace statgrep
