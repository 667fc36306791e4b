#include "reviewd/http/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {

const std::vector<LimitRow>& limit_table() {
  constexpr std::int64_t hour = 3'600'000;
  constexpr std::int64_t gibibyte = 1024 * 1024 * 1024;
  static const std::vector<LimitRow> rows = {
      {"header-ms", "time for the whole header of a request", &Limits::header_time, 10, hour},
      {"body-ms", "time for the whole body of a request", &Limits::body_time, 10, hour},
      {"large-body-ms", "the same, where the route allows a larger body", &Limits::large_body_time, 10, hour},
      {"body-grace-ms", "time before a body must keep up its rate", &Limits::body_grace, 10, hour},
      {"body-rate", "bytes a second that a body must keep up after the grace", &Limits::body_rate, 1, gibibyte},
      {"idle-ms", "time that a connection may wait for its next request", &Limits::idle_time, 10, hour},
      {"connection-ms", "age at which a connection is closed after its answer", &Limits::connection_time, 10,
       24 * hour},
      {"handler-ms", "time for the answer to be made, then 503", &Limits::handler_time, 10, hour},
      {"write-ms", "time for the answer to be taken; more for a large one", &Limits::write_time, 10, hour},
      {"drain-ms", "time that requests in flight get when the service stops", &Limits::drain_time, 0, hour},
      {"target-bytes", "length of a request target, then 414", &Limits::target_bytes, 64, 64 * 1024},
      {"header-bytes", "length of a request header, then 431", &Limits::header_bytes, 256, 1024 * 1024},
      {"header-fields", "number of header fields, then 431", &Limits::header_fields, 4, 10'000},
      {"body-bytes", "length of a body, then 413", &Limits::body_bytes, 0, gibibyte},
      {"buffered-bytes", "bodies held in memory at once, then 503", &Limits::buffered_bytes, 1024, 64 * gibibyte},
      {"connection-requests", "requests on one connection", &Limits::connection_requests, 1, 1'000'000},
      {"connections", "connections at once", &Limits::connections, 1, 1'000'000},
      {"connections-per-address", "connections at once from one address; 0 means no limit",
       &Limits::connections_per_address, 0, 1'000'000},
      {"requests-per-second", "requests a second from one address, then 429; 0 means no limit",
       &Limits::requests_per_second, 0, 1'000'000},
      {"request-burst", "requests that an address may save up", &Limits::request_burst, 1, 1'000'000},
  };
  return rows;
}

review::Result<std::monostate> set_limit(Limits& limits, std::string_view name, std::int64_t value) {
  const auto& rows = limit_table();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const LimitRow& each) { return each.name == name; });
  if (row == rows.end()) return review::refuse(review::Code::unknown_field, fmt::format("There is no limit {}.", name));
  if (value < row->least || value > row->most) {
    return review::refuse(review::Code::wrong_type,
                          fmt::format("The limit {} is between {} and {}.", name, row->least, row->most));
  }
  if (const auto* time = std::get_if<std::chrono::milliseconds Limits::*>(&row->field)) {
    limits.** time = std::chrono::milliseconds(value);
  } else {
    limits.*std::get<std::int64_t Limits::*>(row->field) = value;
  }
  return std::monostate{};
}

}  // namespace reviewd
