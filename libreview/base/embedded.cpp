#include "libreview/base/embedded.hpp"

#include "libreview/base/embedded_files.hpp"

namespace review {

std::optional<std::string_view> embedded(std::string_view name) {
  for (const auto& file : embedded_files()) {
    if (file.name == name) return file.bytes;
  }
  return std::nullopt;
}

std::vector<std::string_view> embedded_names(std::string_view prefix) {
  std::vector<std::string_view> names;
  for (const auto& file : embedded_files()) {
    if (file.name.starts_with(prefix)) names.push_back(file.name);
  }
  return names;
}

}  // namespace review
