#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace reviewd {

/// What can be recorded next in a case of the API, for somebody who may record: `usual`, the steps that the stage
/// usually takes next and that are open, with `label` and `address`; `later`, the steps that are not open yet, with
/// `label` and `why`.
[[nodiscard]] boost::json::object next_steps(const boost::json::value& of_case);

}  // namespace reviewd
