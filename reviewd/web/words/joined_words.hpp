#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <string>
#include <string_view>

namespace reviewd {

/// The texts of a list in words, in its order and with commas between; as they are where no words are given. Empty
/// where the member is none, or an empty one.
[[nodiscard]] std::string joined_words(const boost::json::value& object, std::string_view list,
                                       const std::function<std::string(const std::string&)>& words = {});

}  // namespace reviewd
