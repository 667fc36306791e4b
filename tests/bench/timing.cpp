#include "tests/bench/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace review::bench {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int unmeasured = 3;

bool told(const std::string& what, const std::string& figure, const std::string& bar, bool good) {
  fmt::print("{:<62} {:>38}  bar {:>9}  {}\n", what, figure, bar, good ? "holds" : "MISSED");
  std::fflush(stdout);
  return good;
}

}  // namespace

Times timed(const test::Daemon& daemon, int runs, const std::function<void()>& once) {
  for (int i = 0; i < unmeasured; ++i) once();
  std::vector<double> server;
  std::vector<double> wall;
  for (int i = 0; i < runs; ++i) {
    const auto used = daemon.used();
    const auto begun = std::chrono::steady_clock::now();
    once();
    wall.push_back(Milliseconds(std::chrono::steady_clock::now() - begun).count());
    server.push_back(Milliseconds(daemon.used() - used).count());
  }
  std::sort(server.begin(), server.end());
  std::sort(wall.begin(), wall.end());
  return {server[server.size() / 2], wall[wall.size() / 2], wall[wall.size() * 19 / 20]};
}

bool holds(const std::string& what, const Times& times, double bar_ms) {
  return told(what, fmt::format("{:.2f} ms (waited {:.1f}, 95 %: {:.1f})", times.server, times.wall, times.most),
              fmt::format("{} ms", bar_ms), times.server < bar_ms);
}

bool fits(const std::string& what, std::size_t bytes, std::size_t bar_kib) {
  return told(what, fmt::format("{:.1f} KiB", static_cast<double>(bytes) / 1024), fmt::format("{} KiB", bar_kib),
              bytes < bar_kib * 1024);
}

}  // namespace review::bench
