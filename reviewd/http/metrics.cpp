#include "reviewd/http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace reviewd {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out.push_back('\\');
    if (c == '\n') {
      out += "\\n";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string label_text(const NameValues& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    out += fmt::format("{}{}=\"{}\"", out.empty() ? "{" : ",", name, escaped(value));
  }
  return out.empty() ? out : out + "}";
}

void write_head(std::string& out, std::string_view name, std::string_view help, std::string_view type) {
  fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

void write_gauge(std::string& out, std::string_view name, std::string_view help, double value) {
  write_head(out, name, help, "gauge");
  fmt::format_to(std::back_inserter(out), "{} {}\n", name, value);
}

}  // namespace

void Metrics::connection_opened() {
  const std::lock_guard lock(mutex_);
  ++connections_;
  add("http_connections_total", "Connections taken.", {}, 1);
}

void Metrics::connection_closed() {
  const std::lock_guard lock(mutex_);
  --connections_;
}

void Metrics::connection_refused(std::string_view reason) {
  count("http_connections_refused_total", "Connections over a limit.", {{"reason", std::string(reason)}});
}

void Metrics::request_started() {
  const std::lock_guard lock(mutex_);
  ++in_flight_;
}

void Metrics::request_served(const Served& served) {
  const NameValues labels = {{"route", std::string(served.route)},
                             {"method", std::string(served.method)},
                             {"status", std::to_string(served.status)}};
  const std::lock_guard lock(mutex_);
  --in_flight_;
  add("http_requests_total", "Requests answered.", labels, 1);
  auto& histogram = durations_[std::string(served.route)];
  const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), served.seconds) - bounds.begin();
  ++histogram.buckets[static_cast<std::size_t>(bucket)];
  histogram.sum += served.seconds;
}

void Metrics::count(std::string_view name, std::string_view help, const NameValues& labels, std::uint64_t by) {
  const std::lock_guard lock(mutex_);
  add(name, help, labels, by);
}

void Metrics::add(std::string_view name, std::string_view help, const NameValues& labels, std::uint64_t by) {
  auto found = counters_.find(name);
  if (found == counters_.end()) found = counters_.emplace(name, Counter{std::string(help), {}}).first;
  found->second.series[label_text(labels)] += by;
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> read) {
  gauges(std::move(name), std::move(help), [read = std::move(read)] { return std::vector<Sample>{{{}, read()}}; });
}

void Metrics::gauges(std::string name, std::string help, std::function<std::vector<Sample>()> read, For who) {
  const std::lock_guard lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(read), who});
}

void Metrics::write_histograms(std::string& out) const {
  constexpr std::string_view name = "http_request_duration_seconds";
  if (!durations_.empty()) write_head(out, name, "Time from request to answer.", "histogram");
  const auto into = std::back_inserter(out);
  for (const auto& [route, histogram] : durations_) {
    std::uint64_t total = 0;
    const auto label = escaped(route);
    for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
      total += histogram.buckets[i];
      const auto bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : std::string("+Inf");
      fmt::format_to(into, "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, label, bound, total);
    }
    fmt::format_to(into, "{0}_sum{{route=\"{1}\"}} {2}\n{0}_count{{route=\"{1}\"}} {3}\n", name, label, histogram.sum,
                   total);
  }
}

std::string Metrics::text(For who) const {
  std::string out;
  std::vector<Gauge> gauges;
  {
    const std::lock_guard lock(mutex_);
    gauges = gauges_;
    for (const auto& [name, counter] : counters_) {
      write_head(out, name, counter.help, "counter");
      for (const auto& [labels, value] : counter.series) {
        fmt::format_to(std::back_inserter(out), "{}{} {}\n", name, labels, value);
      }
    }
    write_histograms(out);
    write_gauge(out, "http_connections", "Connections open now.", static_cast<double>(connections_));
    write_gauge(out, "http_requests_in_flight", "Requests being answered now.", static_cast<double>(in_flight_));
  }
  for (const auto& each : gauges) {
    if (each.who == For::this_machine && who != For::this_machine) continue;
    const auto samples = each.read();
    if (!samples.empty()) write_head(out, each.name, each.help, "gauge");
    for (const auto& [labels, value] : samples) {
      fmt::format_to(std::back_inserter(out), "{}{} {}\n", each.name, label_text(labels), value);
    }
  }
  return out;
}

}  // namespace reviewd
