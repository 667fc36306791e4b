#pragma once

#include <functional>
#include <string>
#include <vector>

namespace review::access_test {

/// Something that shows what somebody may see, or may no longer see. It says whether it was seen.
struct Look {
  std::string what;
  std::function<bool()> seen;
};

/// What came of a race between somebody who looks all the time and somebody who takes the right to look away.
struct Raced {
  long looked = 0;                   ///< looks that began after the right was gone for certain
  long seen_before = 0;              ///< looks that saw while the right was there
  std::vector<std::string> leaks{};  ///< what was seen although the right was gone
};

/// `take` returns once it is acknowledged that the right is gone, `give` once it is back; each round lets every look be
/// done at least once in between. The looks are done on a thread of their own and in turn.
[[nodiscard]] Raced race(int rounds, const std::vector<Look>& looks, const std::function<void()>& take,
                         const std::function<void()>& give);

/// A thousand with `tools/test --long` (REVIEW_LONG); a few in the everyday suite.
[[nodiscard]] int rounds_of_a_race();

}  // namespace review::access_test
