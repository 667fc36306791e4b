#include "reviewd/settings/webhook_config.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

constexpr std::size_t most_retries = 20;
constexpr std::int64_t longest_wait = 7 * 24 * 3600;

Result<void> read_retries(const toml::node& value, std::vector<std::chrono::seconds>& retries) {
  const auto* list = value.as_array();
  if (list == nullptr || list->size() > most_retries) {
    return refuse(Code::wrong_type, fmt::format("webhooks.retry-seconds is a list of up to {} numbers.", most_retries));
  }
  retries.clear();
  for (const auto& each : *list) {
    const auto seconds = each.value<std::int64_t>().value_or(0);
    if (seconds < 1 || seconds > longest_wait) {
      return refuse(Code::wrong_type, "webhooks.retry-seconds holds whole seconds, from 1 up to a week.");
    }
    retries.emplace_back(seconds);
  }
  return {};
}

}  // namespace

Result<void> read_webhooks(const toml::node& value, WebhookSettings& settings) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "webhooks is a table.");
  for (const auto& [key, given] : *table) {
    if (key == "allow-private") {
      const auto* flag = given.as_boolean();
      if (flag == nullptr) return refuse(Code::wrong_type, "webhooks.allow-private is true or false.");
      settings.allow_private = flag->get();
    } else if (key == "retry-seconds") {
      if (const auto read = read_retries(given, settings.retries); !read) return read;
    } else {
      return refuse(Code::unknown_field, fmt::format("There is no setting webhooks.{}.", key.str()));
    }
  }
  return {};
}

}  // namespace reviewd
