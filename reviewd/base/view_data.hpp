#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <kainjow/mustache.hpp>

namespace reviewd {

/// A view as mustache takes it. An empty text and null are false, so that a section shows nothing of them; a number is
/// written out.
[[nodiscard]] kainjow::mustache::data view_data(const boost::json::value& view);
[[nodiscard]] kainjow::mustache::data view_data(const boost::json::object& view);

}  // namespace reviewd
