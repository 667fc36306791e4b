#include "reviewd/web/frame/asset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "libreview/base/embedded.hpp"
#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

struct Asset {
  std::string name;
  std::string address;
  std::string_view type;
  std::string_view bytes;
};

Asset made(std::string_view stem, std::string_view ending, std::string_view type) {
  const auto name = fmt::format("{}.{}", stem, ending);
  const auto bytes = review::embedded("web/assets/" + name);
  if (!bytes) throw std::logic_error("not compiled in: " + name);
  const auto digest = review::to_hex(review::sha256({*bytes})).substr(0, 12);
  return {name, fmt::format("/assets/{}-{}.{}", stem, digest, ending), type, *bytes};
}

const std::vector<Asset>& assets() {
  static const std::vector<Asset> all{
      made("review", "css", "text/css; charset=utf-8"),
      made("review", "js", "text/javascript; charset=utf-8"),
      made("icon", "svg", "image/svg+xml"),
  };
  return all;
}

}  // namespace

std::optional<Response> asset(const Request& request) {
  const auto found = std::find_if(assets().begin(), assets().end(), [&](const Asset& each) {
    return request.method == "GET" && each.address == request.path;
  });
  if (found == assets().end()) return std::nullopt;
  Response response{200, std::string(found->type), std::string(found->bytes)};
  response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.route = "asset";
  return response;
}

const std::string& asset_address(std::string_view name) {
  const auto found =
      std::find_if(assets().begin(), assets().end(), [&](const Asset& each) { return each.name == name; });
  if (found == assets().end()) throw std::logic_error("there is no asset " + std::string(name));
  return found->address;
}

}  // namespace reviewd
