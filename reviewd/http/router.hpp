#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// One address and one method. In a pattern `{name}` takes one whole segment, or its part before a custom verb
/// (`/v1/tokens/{token}:revoke`); everything else stands for itself (`/v1/cases/-/clocks`, `/v1/journal:verify`).
struct Route {
  std::string method;
  std::string pattern;
  std::string name;  ///< for logs, metrics and the dispatch of whoever owns the table
};

/// What the table says about a request.
struct RouteMatch {
  enum class Kind { found, not_found, method_not_allowed, options };
  Kind kind = Kind::not_found;
  const Route* route = nullptr;  ///< set where found; lives as long as the router
  NameValues parameters;         ///< of the path, decoded
  std::string allow;             ///< for the Allow header, where the path is known

  /// The path parameter of that name; empty where the pattern has none.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// A table of routes. Literal segments win over those with a verb, and these over plain parameters, from the left.
class Router {
 public:
  /// Throws std::invalid_argument for a broken pattern, and for two routes that would take the same requests.
  explicit Router(std::vector<Route> routes);

  [[nodiscard]] RouteMatch match(std::string_view method, const std::vector<std::string>& segments) const;
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Piece {
    enum class Kind { literal, with_verb, parameter };
    Kind kind;
    std::string name;  ///< of the parameter, or the literal itself
    std::string verb;  ///< with its colon

    [[nodiscard]] std::optional<std::string_view> takes(std::string_view segment) const;
  };
  static std::vector<Piece> pieces_of(const std::string& pattern);
  [[nodiscard]] bool fits(std::size_t route, const std::vector<std::string>& segments) const;
  [[nodiscard]] bool wins(std::size_t left, std::size_t right) const;
  [[nodiscard]] bool same_address(std::size_t left, std::size_t right) const;

  std::vector<Route> routes_;
  std::vector<std::vector<Piece>> pieces_;
};

/// The answer that needs no handler: 404, 405 or 204, the last two with Allow; nothing where a route was found.
[[nodiscard]] std::optional<Response> answer_without_route(const RouteMatch& match, std::string_view request_id);

}  // namespace reviewd
