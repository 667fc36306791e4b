#pragma once

#include <spdlog/logger.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace reviewd {

/// A value in a log line. Ids, enumerations and numbers only: no names, no free text of a case, no raw addresses.
using LogValue = std::variant<std::string_view, std::int64_t, double, bool>;
using LogFields = std::initializer_list<std::pair<std::string_view, LogValue>>;

/// A logger that writes one JSON object a line on standard error: `time` (UTC, milliseconds), `level`, then `event`
/// and its fields, or `message` where plain text was logged. Everything is escaped, so no value can end its line.
[[nodiscard]] std::shared_ptr<spdlog::logger> make_json_logger(spdlog::level::level_enum level);
/// The same lines into another sink, for tests.
[[nodiscard]] std::shared_ptr<spdlog::logger> make_json_logger(spdlog::level::level_enum level, spdlog::sink_ptr sink);

/// Logs one event. `event` is a fixed name such as `request`.
void log_event(spdlog::logger& logger, spdlog::level::level_enum level, std::string_view event, LogFields fields);

/// `text` as a JSON string with its quotes; control characters and bytes that are not UTF-8 are escaped.
[[nodiscard]] std::string json_quoted(std::string_view text);

}  // namespace reviewd
