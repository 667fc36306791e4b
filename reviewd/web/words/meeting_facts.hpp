#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the updates of one case say around a meeting, in words. `entries` are those of the API, oldest first; those
/// that were withdrawn or corrected are passed over, and a correction counts as what it put in their place.

/// The newest view of each agency: `agency`, `recommends`, `reasons`, `by`, `day` and `context`.
[[nodiscard]] boost::json::array agency_views(const boost::json::array& entries, const Register& known);
/// The documents that were filed as papers of the meeting: `title`, `address`.
[[nodiscard]] boost::json::array papers_of(const boost::json::array& entries, const std::string& meeting,
                                           const std::string& case_address);
/// The actions agreed on the day of the meeting or after: `what`, `owner`, `due`, `address`.
[[nodiscard]] boost::json::array actions_since(const boost::json::array& entries, const std::string& day,
                                               const std::string& case_address, const Register& known);
/// How each body that must sign stands since the newest decision: `body`, `state`, and `address` of the form where it
/// has not signed.
[[nodiscard]] boost::json::array sign_offs(const boost::json::array& entries, const std::vector<std::string>& bodies,
                                           const std::string& case_address);
/// The partners' decision that names the meeting: `words`, `address`; empty where there is none.
[[nodiscard]] boost::json::object decision_of_meeting(const boost::json::array& entries, const std::string& meeting,
                                                      const std::string& case_address);

/// The entries as they count: of the API's list, what is withdrawn or hidden is left out, and what is corrected has the
/// content of its correction.
[[nodiscard]] boost::json::array counted_entries(const boost::json::array& entries);

/// How a conflict of the person in the case is managed, by the newest declaration; empty where there is none.
[[nodiscard]] std::string managed_conflict(const boost::json::array& entries, const std::string& person);
/// The agency that the person sits on the panel for, by the newest membership; empty where there is none.
[[nodiscard]] std::string agency_of_member(const boost::json::array& entries, const std::string& person);

}  // namespace reviewd
