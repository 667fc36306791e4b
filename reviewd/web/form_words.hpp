#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// The text of a member; empty where there is none.
[[nodiscard]] std::string text_in(const boost::json::value& object, std::string_view key);
/// The list or the object of a member; an empty one where there is none.
[[nodiscard]] const boost::json::array& list_in(const boost::json::value& object, std::string_view key);
[[nodiscard]] const boost::json::object& object_in(const boost::json::value& object, std::string_view key);
/// What would be gone before it is read.
const boost::json::array& list_in(const boost::json::value&& object, std::string_view key) = delete;
const boost::json::object& object_in(const boost::json::value&& object, std::string_view key) = delete;
/// The whole number of a member; 0 where there is none.
[[nodiscard]] int number_in(const boost::json::value& object, std::string_view key);

/// Text for a template; false, which shows nothing, where it is empty.
[[nodiscard]] boost::json::value shown(const std::string& text);

/// `Tuesday 17 March 2026`, `March 2026` or `2026`; what is no day stays as it is.
[[nodiscard]] std::string day_words(const std::string& iso);
/// `Tue 17 Mar 2026`, for a narrow column; what is no whole day as `day_words` has it.
[[nodiscard]] std::string short_day_words(const std::string& iso);
/// `1 working day`, `5 working days`.
[[nodiscard]] std::string counted_words(int count, std::string_view one, std::string_view many);
/// `Police` for `POLICE`, for the bodies that the law names; others as they are.
[[nodiscard]] std::string body_words(const std::string& body);

/// The London day of an instant, in words.
[[nodiscard]] std::string instant_words(const std::string& instant);
/// `a-smith` for `people/a-smith`.
[[nodiscard]] std::string person_words(const std::string& person);
/// A label of the schema as it stands on a page: an entry is an update there.
[[nodiscard]] std::string screen_words(const std::string& label);
/// `Note added, Tuesday 17 March 2026`; empty for an entry whose content is hidden.
[[nodiscard]] std::string entry_label(const boost::json::value& entry);

}  // namespace reviewd
