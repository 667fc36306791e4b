#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// A proposal to lift an embargo that still stands.
struct LiftProposal {
  std::string by;
  std::string condition;  ///< what must have happened first, where it was agreed beforehand
};

/// Oldest first. An extension, and proceedings that are open again, end what was proposed before. `entries` is the
/// API's list of the updates about the embargo.
[[nodiscard]] std::vector<LiftProposal> lift_proposals(const boost::json::value& embargo,
                                                       const boost::json::value& entries);

/// What an embargo is, who reads through it, and how far lifting it has come, each part under its own heading.
[[nodiscard]] std::vector<Section> embargo_facts(const boost::json::value& of_case, const boost::json::value& embargo,
                                                 const boost::json::value& entries, const Register& known);

/// Every turn that it took, oldest first; `case_address` is the page of the case.
[[nodiscard]] Section embargo_history(const boost::json::value& embargo, const boost::json::value& entries,
                                      const Register& known, const std::string& case_address);

}  // namespace reviewd
