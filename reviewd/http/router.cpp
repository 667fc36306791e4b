#include "reviewd/http/router.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "reviewd/http/problem.hpp"

namespace reviewd {

std::string_view RouteMatch::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

std::optional<std::string_view> Router::Piece::takes(std::string_view segment) const {
  if (kind == Kind::literal) return segment == name ? std::optional<std::string_view>(segment) : std::nullopt;
  if (kind == Kind::with_verb) {
    if (segment.size() <= verb.size() || !segment.ends_with(verb)) return std::nullopt;
    return segment.substr(0, segment.size() - verb.size());
  }
  return segment.empty() ? std::nullopt : std::optional<std::string_view>(segment);
}

std::vector<Router::Piece> Router::pieces_of(const std::string& pattern) {
  const auto broken = [&] { return std::invalid_argument(fmt::format("route pattern {}", pattern)); };
  if (!pattern.starts_with('/')) throw broken();
  std::vector<Piece> pieces;
  std::string_view rest = std::string_view(pattern).substr(1);
  while (true) {
    const auto slash = rest.find('/');
    const auto text = rest.substr(0, slash);
    const auto close = text.find('}');
    if (!text.starts_with('{')) {
      if (text.find_first_of("{}") != std::string_view::npos) throw broken();
      pieces.push_back({Piece::Kind::literal, std::string(text), {}});
    } else {
      if (close == std::string_view::npos || close == 1) throw broken();
      const auto verb = text.substr(close + 1);
      if (!verb.empty() && (!verb.starts_with(':') || verb.size() == 1)) throw broken();
      const auto kind = verb.empty() ? Piece::Kind::parameter : Piece::Kind::with_verb;
      pieces.push_back({kind, std::string(text.substr(1, close - 1)), std::string(verb)});
    }
    if (slash == std::string_view::npos) return pieces;
    rest.remove_prefix(slash + 1);
  }
}

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    pieces_.push_back(pieces_of(routes_[i].pattern));
    for (std::size_t j = 0; j < i; ++j) {
      if (routes_[i].method == routes_[j].method && same_address(i, j)) {
        throw std::invalid_argument(fmt::format("two routes for {} {}", routes_[i].method, routes_[i].pattern));
      }
    }
  }
}

bool Router::same_address(std::size_t left, std::size_t right) const {
  return std::equal(pieces_[left].begin(), pieces_[left].end(), pieces_[right].begin(), pieces_[right].end(),
                    [](const Piece& a, const Piece& b) {
                      return a.kind == b.kind && a.verb == b.verb &&
                             (a.kind != Piece::Kind::literal || a.name == b.name);
                    });
}

bool Router::fits(std::size_t route, const std::vector<std::string>& segments) const {
  return std::equal(pieces_[route].begin(), pieces_[route].end(), segments.begin(), segments.end(),
                    [](const Piece& piece, const std::string& segment) { return piece.takes(segment).has_value(); });
}

bool Router::wins(std::size_t left, std::size_t right) const {
  return std::lexicographical_compare(pieces_[left].begin(), pieces_[left].end(), pieces_[right].begin(),
                                      pieces_[right].end(),
                                      [](const Piece& a, const Piece& b) { return a.kind < b.kind; });
}

RouteMatch Router::match(std::string_view method, const std::vector<std::string>& segments) const {
  const bool all = method == "OPTIONS" && segments.size() == 1 && segments[0] == "*";
  std::optional<std::size_t> best;
  std::vector<std::size_t> fitting;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!all && !fits(i, segments)) continue;
    fitting.push_back(i);
    if (!best || wins(i, *best)) best = i;
  }
  RouteMatch result;
  if (!best) return result;
  std::set<std::string> methods = {"OPTIONS"};
  for (const auto i : fitting) {
    if (!all && !same_address(i, *best)) continue;
    methods.insert(routes_[i].method);
    if (routes_[i].method == "GET") methods.insert("HEAD");
    if (routes_[i].method == method) result.route = &routes_[i];
  }
  result.allow = fmt::format("{}", fmt::join(methods, ", "));
  result.kind = result.route          ? RouteMatch::Kind::found
                : method == "OPTIONS" ? RouteMatch::Kind::options
                                      : RouteMatch::Kind::method_not_allowed;
  if (!result.route) return result;
  const auto& pieces = pieces_[static_cast<std::size_t>(result.route - routes_.data())];
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == Piece::Kind::literal) continue;
    result.parameters.emplace_back(pieces[i].name, *pieces[i].takes(segments[i]));
  }
  return result;
}

std::optional<Response> answer_without_route(const RouteMatch& match, std::string_view request_id) {
  if (match.kind == RouteMatch::Kind::found) return std::nullopt;
  Response response;
  if (match.kind == RouteMatch::Kind::options) {
    response.status = 204;
    response.route = "options";
  } else if (match.kind == RouteMatch::Kind::method_not_allowed) {
    const std::string says = fmt::format("This address takes {}.", match.allow);
    response = problem(review::Refusal{review::Code::method_not_allowed, says}, request_id);
    response.route = "method-not-allowed";
  } else {
    response = problem(review::Refusal{review::Code::not_found, "There is nothing at this address."}, request_id);
    response.route = "not-found";
  }
  if (!match.allow.empty()) response.headers.emplace_back("Allow", match.allow);
  return response;
}

}  // namespace reviewd
