#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Who hears what a group cannot settle: a body, an agency or a group of the partnership, such as `Chairs forum`.
[[nodiscard]] std::string hearer_words(const std::string& body);
/// How an action of the API stands, in words: never by a colour alone.
[[nodiscard]] std::string action_standing(const boost::json::value& action);
/// How far it has reached, and which steps were left out.
[[nodiscard]] std::string action_reached(const boost::json::value& action);
/// When it is due, how late it is, and how often that day moved later.
[[nodiscard]] std::string action_due(const boost::json::value& action);
/// Who owns it, and who in the agency sees to it.
[[nodiscard]] std::string action_owner(const boost::json::value& action, const Register& known);
/// Why a group hears of it, in words.
[[nodiscard]] std::string exception_words(const boost::json::value& action);

}  // namespace reviewd
