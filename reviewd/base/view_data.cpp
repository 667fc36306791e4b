#include "reviewd/base/view_data.hpp"

#include <boost/json/serialize.hpp>
#include <string>
#include <utility>

namespace reviewd {
namespace {

using kainjow::mustache::data;

data list_of(const boost::json::array& items) {
  data list(data::type::list);
  // `push_back` copies, and what it copies here is small; the item itself is moved into its place. `list_value` is
  // const for readers of a list; this one is ours.
  auto& places = const_cast<kainjow::mustache::list&>(list.list_value());
  places.reserve(items.size());
  for (const auto& item : items) {
    places.emplace_back(false);
    places.back() = view_data(item);
  }
  return list;
}

}  // namespace

data view_data(const boost::json::object& view) {
  data object(data::type::object);
  for (const auto& [name, value] : view) object[std::string(name)] = view_data(value);
  return object;
}

data view_data(const boost::json::value& view) {
  if (view.is_object()) return view_data(view.get_object());
  if (view.is_array()) return list_of(view.get_array());
  if (view.is_bool()) return data(view.get_bool());
  if (view.is_null()) return data(false);
  if (view.is_string()) return view.get_string().empty() ? data(false) : data(std::string(view.get_string()));
  return data(boost::json::serialize(view));
}

}  // namespace reviewd
