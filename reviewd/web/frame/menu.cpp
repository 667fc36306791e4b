#include "reviewd/web/frame/menu.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

#include "reviewd/web/frame/places.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// So many links stand on one line beside the one to the page of all places.
constexpr std::ptrdiff_t room = 8;

/// How much of the path an address accounts for; 0 where it is elsewhere.
std::size_t covers(std::string_view address, std::string_view path) {
  const bool below = address.size() > 1 && path.starts_with(address) && path.substr(address.size()).starts_with('/');
  return path == address || below ? address.size() : 0;
}

std::size_t covers(const Place& place, std::string_view path) {
  return std::max(covers(place.address, path), place.also.empty() ? 0 : covers(place.also, path));
}

}  // namespace

json::array menu(const PageCall& call) {
  const std::string_view path = call.request.path;
  auto all = places_of(call);
  std::erase_if(all, [](const Place& place) { return place.from == Place::From::within; });
  const bool all_fit = std::ssize(all) <= room;
  const auto here = std::ranges::max_element(all, {}, [&](const Place& place) { return covers(place, path); });
  const bool nowhere = here == all.end() || covers(*here, path) == 0;
  json::array links;
  bool told = false;
  for (auto place = all.begin(); place != all.end(); ++place) {
    if (place->from == Place::From::more && !all_fit) continue;
    const bool current = !nowhere && place == here;
    told = told || current;
    links.push_back(json::object{{"words", place->words}, {"address", place->address}, {"current", current}});
  }
  const bool behind = path == all_places || (!nowhere && !told);
  links.push_back(json::object{{"words", "More"}, {"address", all_places}, {"current", behind}});
  return links;
}

}  // namespace reviewd
