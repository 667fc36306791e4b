#include "reviewd/settings/sign_on_config.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "reviewd/settings/config_text.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

Result<std::string> secret_of(const std::string& folder, const std::string& name) {
  const auto file = std::filesystem::path(folder) / name;
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
    return refuse(Code::not_found, "sign-on: the file of the client's secret cannot be read.");
  }
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0 || found.st_uid != ::geteuid()) {
    return refuse(Code::not_permitted, "sign-on: the file of the client's secret must be for its owner alone (0600).");
  }
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  auto secret = text.str();
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (!in || secret.empty()) return refuse(Code::not_found, "sign-on: the client's secret cannot be read.");
  return secret;
}

Result<void> read_key(const std::string& folder, std::string_view key, const toml::node& value, SignOnConfig& config) {
  if (key == "tenants" || key == "second-factors") {
    auto texts = config_texts(value, "sign-on", key);
    if (!texts) return refuse(texts.error());
    if (texts->empty()) return refuse(Code::wrong_type, fmt::format("sign-on.{} names one at least.", key));
    auto& into = key == "tenants" ? config.tenants : config.second_factors;
    for (auto& text : *texts) into.insert(std::move(text));
    return {};
  }
  auto* const into = key == "issuer"               ? &config.issuer
                     : key == "client-id"          ? &config.client
                     : key == "client-secret-file" ? &config.secret
                     : key == "address"            ? &config.address
                     : key == "words"              ? &config.words
                                                   : nullptr;
  if (into == nullptr) return refuse(Code::unknown_field, fmt::format("sign-on has no setting {}.", key));
  auto text = config_text(value, "sign-on", key);
  if (!text) return refuse(text.error());
  if (key == "client-secret-file") text = secret_of(folder, *text);
  if (!text) return refuse(text.error());
  *into = std::move(*text);
  return {};
}

}  // namespace

bool is_safe_address(const std::string& address) {
  const auto scheme = address.find("://");
  if (scheme == std::string::npos) return false;
  const auto host = address.substr(scheme + 3, address.find('/', scheme + 3) - scheme - 3);
  const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
    return c > ' ' && c < 0x7F && c != '?' && c != '#' && c != '@' && c != '\\';
  });
  if (!plain || host.empty() || host.front() == ':') return false;
  if (address.starts_with("https://")) return true;
  const auto name = host.substr(0, host.front() == '[' ? host.find(']') + 1 : host.find(':'));
  const bool here =
      name == "[::1]" || (name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos);
  return here && address.starts_with("http://");
}

std::string origin_of(const std::string& address) {
  const auto scheme = address.find("://");
  return address.substr(0, address.find('/', scheme == std::string::npos ? 0 : scheme + 3));
}

Result<SignOnConfig> read_sign_on(const std::string& folder, const toml::node& value) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "sign-on is a table.");
  SignOnConfig config;
  for (const auto& [key, node] : *table) {
    if (const auto read = read_key(folder, key.str(), node, config); !read) return refuse(read.error());
  }
  if (config.issuer.empty() || config.client.empty() || config.address.empty()) {
    return refuse(Code::missing_field, "sign-on needs issuer, client-id and address.");
  }
  if (!is_safe_address(config.issuer)) {
    return refuse(Code::malformed, "sign-on: issuer is an address that begins with https://.");
  }
  if (!is_safe_address(config.address) || origin_of(config.address) != config.address) {
    return refuse(Code::malformed, "sign-on: address is such as https://reviews.example.org, with nothing after it.");
  }
  return config;
}

}  // namespace reviewd
