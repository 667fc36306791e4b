#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/http/request.hpp"
#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// What can be done with an embargo from its page, each in one step: extend it, name readers, propose to lift it, lift
/// it. `typed` is what was sent before and was refused. None where it is lifted.
[[nodiscard]] std::vector<Section> embargo_forms(const boost::json::value& embargo, const std::string& address,
                                                 int version, const NameValues& typed);

/// The entry that the form says; null for no deed that there is.
[[nodiscard]] boost::json::value embargo_entry(const std::string& embargo, const NameValues& typed);

/// A refusal of the API with the names of the questions in place of those of the entry.
[[nodiscard]] boost::json::value at_questions(boost::json::value problem, const std::string& deed);

}  // namespace reviewd
