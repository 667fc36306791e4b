#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/http/observer.hpp"
#include "reviewd/http/request.hpp"

namespace reviewd {

/// Counts what the service does and writes it as Prometheus text (exposition format 0.0.4). Thread-safe. Labels hold
/// route names, methods and statuses, never ids or paths, so the number of series stays small.
class Metrics : public RequestObserver {
 public:
  void connection_opened() override;
  void connection_closed() override;
  void connection_refused(std::string_view reason) override;
  void request_started() override;
  void request_served(const Served& served) override;

  /// Adds to a counter of another part of the service. The first call makes the series and fixes the help text.
  void count(std::string_view name, std::string_view help, const NameValues& labels = {}, std::uint64_t by = 1);
  /// A value read at the moment of the scrape, on the scraping thread, without the lock of the metrics held.
  void gauge(std::string name, std::string help, std::function<double()> read);
  /// One value of several under a name.
  struct Sample {
    NameValues labels;
    double value;
  };
  /// Who may read a value: everybody who reaches the service, or whoever asks on the machine itself.
  enum class For { everybody, this_machine };
  /// The same for a name with several values, each with labels of its own. Without a value the name is left out.
  void gauges(std::string name, std::string help, std::function<std::vector<Sample>()> read, For who = For::everybody);

  /// What `who` may read; this machine reads all.
  [[nodiscard]] std::string text(For who = For::this_machine) const;

 private:
  static constexpr std::array<double, 11> bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};
  struct Histogram {
    std::array<std::uint64_t, bounds.size() + 1> buckets{};  ///< not cumulative; the last holds what is over
    double sum = 0;
  };
  struct Counter {
    std::string help;
    std::map<std::string, std::uint64_t> series;  ///< by label text, braces included
  };
  struct Gauge {
    std::string name;
    std::string help;
    std::function<std::vector<Sample>()> read;
    For who;
  };
  void add(std::string_view name, std::string_view help, const NameValues& labels, std::uint64_t by);
  void write_histograms(std::string& out) const;

  mutable std::mutex mutex_;
  std::map<std::string, Counter, std::less<>> counters_;
  std::map<std::string, Histogram, std::less<>> durations_;  ///< by route
  std::vector<Gauge> gauges_;
  std::int64_t connections_ = 0;
  std::int64_t in_flight_ = 0;
};

}  // namespace reviewd
