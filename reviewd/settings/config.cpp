#include "reviewd/settings/config.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "reviewd/settings/mail_config.hpp"
#include "reviewd/settings/webhook_config.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

constexpr std::int64_t most_reserve = 1024;

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Result<std::string> beside(const std::string& config, const toml::node& value, std::string_view key) {
  const auto name = value.value<std::string>();
  if (!name) return refuse(Code::wrong_type, fmt::format("{} is the name of a file.", key));
  auto text = read_file(std::filesystem::path(config).parent_path() / *name);
  if (!text) return refuse(Code::not_found, fmt::format("The file that {} names cannot be read.", key));
  return std::move(*text);
}

Result<void> read_limits(const toml::node& value, Limits& limits) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "limits is a table.");
  for (const auto& [key, number] : *table) {
    const auto given = number.value<std::int64_t>();
    if (!given) return refuse(Code::wrong_type, fmt::format("The limit {} is a whole number.", key.str()));
    if (const auto set = set_limit(limits, key.str(), *given); !set) return refuse(set.error());
  }
  return {};
}

Result<void> read_check(const toml::node& value, DocumentSettings& documents) {
  const auto* words = value.as_array();
  if (words == nullptr || words->empty())
    return refuse(Code::wrong_type, "check is a list: a program and its arguments.");
  for (const auto& word : *words) {
    const auto text = word.value<std::string>();
    if (!text) return refuse(Code::wrong_type, "check is a list: a program and its arguments.");
    documents.check.push_back(*text);
  }
  const auto& program = documents.check.front();
  if (!program.starts_with('/') || ::access(program.c_str(), X_OK) != 0) {
    return refuse(Code::not_found, "check begins with the whole path of a program that can be run.");
  }
  return {};
}

Result<void> read_documents(const toml::node& value, DocumentSettings& documents) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "documents is a table.");
  for (const auto& [key, setting] : *table) {
    if (key == "check") {
      if (const auto read = read_check(setting, documents); !read) return read;
      continue;
    }
    if (key != "bytes" && key != "check-seconds") {
      return refuse(Code::unknown_field, fmt::format("There is no setting {} of documents.", key.str()));
    }
    const auto number = setting.value<std::int64_t>().value_or(0);
    const bool is_bytes = key == "bytes";
    if (number < 1 || number > (is_bytes ? 100 * 1024 * 1024 : 3600)) {
      return refuse(Code::wrong_type, fmt::format("The setting {} of documents is out of its bounds.", key.str()));
    }
    if (is_bytes) documents.most_bytes = number;
    if (!is_bytes) documents.check_time = std::chrono::seconds(number);
  }
  return {};
}

Result<void> read_sign_in(const toml::node& value, SignInLimits& limits) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "sign-in is a table.");
  for (const auto& [key, number] : *table) {
    const auto given = number.value<std::int64_t>();
    if (!given) return refuse(Code::wrong_type, fmt::format("The limit {} is a whole number.", key.str()));
    if (const auto set = set_sign_in_limit(limits, key.str(), *given); !set) return refuse(set.error());
  }
  return {};
}

Result<void> read_key(const std::string& file, std::string_view key, const toml::node& value, Config& config) {
  if (key == "limits") return read_limits(value, config.limits);
  if (key == "sign-on") {
    auto read = read_sign_on(std::filesystem::path(file).parent_path(), value);
    if (!read) return refuse(read.error());
    config.sign_on = std::move(*read);
    return {};
  }
  if (key == "documents") return read_documents(value, config.documents);
  if (key == "mail") return read_mail(file, value, config.mail);
  if (key == "webhooks") return read_webhooks(value, config.webhooks);
  if (key == "sign-in") return read_sign_in(value, config.sign_in);
  if (key == "reserve-mebibytes") {
    const auto given = value.value<std::int64_t>();
    if (!given || *given < 0 || *given > most_reserve) {
      return refuse(Code::wrong_type, fmt::format("reserve-mebibytes is a whole number up to {}.", most_reserve));
    }
    config.reserve_bytes = *given * 1024 * 1024;
    return {};
  }
  if (key == "pepper-file") {
    const auto name = value.value<std::string>();
    if (!name || name->empty()) return refuse(Code::wrong_type, "pepper-file is the name of a file.");
    config.pepper_file = (std::filesystem::path(file).parent_path() / *name).string();
    return {};
  }
  if (key == "overlay" || key == "closures") {
    auto text = beside(file, value, key);
    if (!text) return refuse(text.error());
    if (key == "overlay") config.overlay_name = value.value_or(std::string());
    (key == "overlay" ? config.overlay_text : config.closures_text) = std::move(*text);
    return {};
  }
  if (key == "allowed-hosts") {
    const auto* hosts = value.as_array();
    if (hosts == nullptr) return refuse(Code::wrong_type, "allowed-hosts is a list of names.");
    for (const auto& host : *hosts) {
      const auto name = host.value<std::string>();
      if (!name || name->empty()) return refuse(Code::wrong_type, "allowed-hosts is a list of names.");
      config.limits.allowed_hosts.push_back(*name);
    }
    return {};
  }
  return refuse(Code::unknown_field, fmt::format("There is no setting {}.", key));
}

}  // namespace

Result<Config> read_config(const std::string& file) {
  const auto text = read_file(file);
  if (!text) return refuse(Code::not_found, "The configuration file cannot be read.");
  Config config;
  try {
    const auto table = toml::parse(*text);
    for (const auto& [key, value] : table) {
      if (const auto read = read_key(file, key.str(), value, config); !read) return refuse(read.error());
    }
  } catch (const toml::parse_error& error) {
    return refuse(Code::malformed, fmt::format("The configuration file cannot be read: line {}, {}.",
                                               error.source().begin.line, error.description()));
  }
  return config;
}

}  // namespace reviewd
