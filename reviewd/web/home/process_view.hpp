#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What happens at each stage, for agencies and families. Every time, and where it is written, comes from the API's law
/// as it is in force on the day.
[[nodiscard]] View process_view(const boost::json::value& law, const std::string& today);

}  // namespace reviewd
