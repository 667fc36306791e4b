#include "tests/access/race.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace review::access_test {

int rounds_of_a_race() { return std::getenv("REVIEW_LONG") != nullptr ? 1000 : 20; }

Raced race(int rounds, const std::vector<Look>& looks, const std::function<void()>& take,
           const std::function<void()>& give) {
  Raced raced;
  // Odd while the right is gone: from after it was acknowledged to before it is given back.
  std::atomic<int> epoch{0};
  std::atomic<bool> over{false};
  std::atomic<long> looked{0};
  std::atomic<long> seen_before{0};
  std::thread looking([&] {
    for (std::size_t turn = 0; !over; ++turn) {
      const auto& look = looks[turn % looks.size()];
      const int before = epoch.load();
      const bool seen = look.seen();
      if (before % 2 == 0) {
        seen_before += seen ? 1 : 0;
      } else if (epoch.load() == before) {
        if (seen) raced.leaks.push_back(look.what);
        ++looked;
      }
    }
  });
  const auto wait_for = [](const std::atomic<long>& count, long enough) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (count.load() < enough && std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
  };
  for (int round = 0; round < rounds; ++round) {
    // Something is seen before it is taken away, or the race would show nothing.
    wait_for(seen_before, seen_before.load() + 1);
    take();
    ++epoch;
    wait_for(looked, looked.load() + static_cast<long>(looks.size()));
    ++epoch;
    give();
  }
  over = true;
  looking.join();
  raced.looked = looked;
  raced.seen_before = seen_before;
  return raced;
}

}  // namespace review::access_test
