#include "reviewd/documents/upload_limit.hpp"

#include <algorithm>

#include "libreview/vocabulary/record_name.hpp"

namespace reviewd {
namespace {

constexpr std::int64_t around_the_file = 64 * 1024;

}  // namespace

std::int64_t upload_limit(std::string_view method, std::string_view path, const DocumentSettings& settings,
                          std::int64_t usual) {
  if (method != "POST") return usual;
  const auto in_record = [&](std::string_view before, std::string_view end) {
    return path.ends_with(end) && path.starts_with(before) && review::has_members(path.substr(before.size()));
  };
  const bool of_api = in_record("/v1/", "/documents");
  const bool of_page = in_record("/", "/documents/add");
  if (of_api) return std::max(usual, settings.most_bytes + around_the_file);
  if (of_page) return std::max(usual, 2 * settings.most_bytes + around_the_file);
  return usual;
}

}  // namespace reviewd
