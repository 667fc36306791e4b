#include "reviewd/settings/config_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace reviewd {

using review::Code;
using review::refuse;
using review::Result;

Result<std::string> config_text(const toml::node& value, std::string_view table, std::string_view key) {
  auto text = value.value<std::string>();
  if (!text || text->empty()) return refuse(Code::wrong_type, fmt::format("{}.{} is a text.", table, key));
  return std::move(*text);
}

Result<std::vector<std::string>> config_texts(const toml::node& value, std::string_view table, std::string_view key) {
  const auto* list = value.as_array();
  if (list == nullptr) return refuse(Code::wrong_type, fmt::format("{}.{} is a list of texts.", table, key));
  std::vector<std::string> texts;
  for (const auto& each : *list) {
    auto text = config_text(each, table, key);
    if (!text) return refuse(text.error());
    texts.push_back(std::move(*text));
  }
  return texts;
}

}  // namespace reviewd
