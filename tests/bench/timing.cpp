#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace review::bench {
namespace {

constexpr int unmeasured = 3;

bool told(const std::string& what, const std::string& figure, const std::string& bar, bool good) {
  fmt::print("{:<64} {:>28}  bar {:>9}  {}\n", what, figure, bar, good ? "holds" : "MISSED");
  std::fflush(stdout);
  return good;
}

}  // namespace

Times timed(int runs, const std::function<void()>& once) {
  for (int i = 0; i < unmeasured; ++i) once();
  std::vector<double> all;
  for (int i = 0; i < runs; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    once();
    all.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
  }
  std::sort(all.begin(), all.end());
  return {all[all.size() / 2], all[all.size() * 19 / 20]};
}

bool holds(const std::string& what, const Times& times, double bar_ms) {
  return told(what, fmt::format("{:.2f} ms (95 %: {:.2f})", times.median, times.most), fmt::format("{} ms", bar_ms),
              times.median < bar_ms);
}

bool fits(const std::string& what, std::size_t bytes, std::size_t bar_kib) {
  return told(what, fmt::format("{:.1f} KiB", static_cast<double>(bytes) / 1024), fmt::format("{} KiB", bar_kib),
              bytes < bar_kib * 1024);
}

}  // namespace review::bench
