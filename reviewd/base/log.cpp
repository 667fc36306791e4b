#include "reviewd/base/log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <chrono>
#include <cmath>

#include "reviewd/base/utf8.hpp"

namespace reviewd {
namespace {

/// The address of this array marks a payload that is JSON already: text that was logged cannot imitate it.
constexpr char structured[] = "event";

class JsonLines : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
    using std::chrono::milliseconds;
    const auto since = std::chrono::floor<milliseconds>(message.time).time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(message.time);
    const auto level = spdlog::level::to_string_view(message.level);
    const std::string_view payload(message.payload.data(), message.payload.size());
    const bool is_event = message.source.filename == structured;
    fmt::format_to(std::back_inserter(out), "{{\"time\":\"{:%Y-%m-%dT%H:%M:%S}.{:03}Z\",\"level\":\"{}\",{}}}\n",
                   fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)), since.count() % 1000,
                   std::string_view(level.data(), level.size()),
                   is_event ? std::string(payload) : "\"message\":" + json_quoted(payload));
  }
  [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonLines>(); }
};

struct Written {
  std::string operator()(std::string_view text) const { return json_quoted(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return std::isfinite(number) ? fmt::format("{}", number) : "null"; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const char c = text.front();
    if (length == 0 || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.append(text.substr(0, length));
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  out.push_back('"');
  return out;
}

std::shared_ptr<spdlog::logger> make_json_logger(spdlog::level::level_enum level, spdlog::sink_ptr sink) {
  auto logger = std::make_shared<spdlog::logger>("reviewd", std::move(sink));
  logger->set_formatter(std::make_unique<JsonLines>());
  logger->set_level(level);
  logger->flush_on(spdlog::level::warn);
  return logger;
}

std::shared_ptr<spdlog::logger> make_json_logger(spdlog::level::level_enum level) {
  return make_json_logger(level, std::make_shared<spdlog::sinks::stderr_sink_mt>());
}

void log_event(spdlog::logger& logger, spdlog::level::level_enum level, std::string_view event, LogFields fields) {
  if (!logger.should_log(level)) return;
  std::string payload = "\"event\":" + json_quoted(event);
  for (const auto& [name, value] : fields) {
    payload += fmt::format(",{}:{}", json_quoted(name), std::visit(Written{}, value));
  }
  logger.log(spdlog::source_loc{structured, 1, ""}, level, spdlog::string_view_t(payload.data(), payload.size()));
}

}  // namespace reviewd
