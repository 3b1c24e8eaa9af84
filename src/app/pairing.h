// Who goes with whom, where several would fit.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace statgrep {

// For each of `left` items the one of `right` that it pairs with, or -1: as many
// pairs as there can be, no item in two. Cost: left * left * right calls of `fits`.
std::vector<int> pair_up(size_t left, size_t right, const std::function<bool(size_t, size_t)>& fits);

}  // namespace statgrep
