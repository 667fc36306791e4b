#include "reviewd/documents/upload_limit.hpp"

#include <algorithm>

namespace reviewd {
namespace {

constexpr std::int64_t around_the_file = 64 * 1024;

}  // namespace

std::int64_t upload_limit(std::string_view method, std::string_view path, const DocumentSettings& settings,
                          std::int64_t usual) {
  if (method != "POST") return usual;
  const bool of_api = path.starts_with("/v1/cases/") && path.ends_with("/documents");
  const bool of_page = path.starts_with("/cases/") && path.ends_with("/documents/add");
  if (of_api) return std::max(usual, settings.most_bytes + around_the_file);
  if (of_page) return std::max(usual, 2 * settings.most_bytes + around_the_file);
  return usual;
}

}  // namespace reviewd
