#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "reviewd/http/metrics.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// How many clocks of each name are overdue, and when the next one is due: numbers for a monitor on this machine, which
/// name no case and leave out sealed ones. A day is told as its first second in UTC, in Unix seconds.
/// The storage thread counts, whoever scrapes reads what was counted last. Thread-safe.
class ClockGauges {
 public:
  /// Counts anew, if anything that decides the numbers is other than before. On the storage thread.
  void count(Storage& storage);
  /// Adds the gauges, one for each clock of the law. Before the first count there are none.
  static void add_to(Metrics& metrics, const std::shared_ptr<const ClockGauges>& gauges);

 private:
  /// What the numbers depend on.
  struct Standing {
    std::int64_t entries = -1;
    std::string today{};
    Settled settled{};
    [[nodiscard]] friend bool operator==(const Standing&, const Standing&) = default;
  };
  using Series = std::vector<Metrics::Sample>;
  struct Counted {
    Series overdue{};
    Series next_due{};
    Series calendar_ends{};
  };

  Standing standing_;  ///< of the storage thread alone
  mutable std::mutex mutex_;
  Counted counted_;
};

}  // namespace reviewd
