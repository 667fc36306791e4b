#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <utility>
#include <vector>

namespace reviewd {

/// What is proposed, in a line: `Role of a-smith: Chair`.
[[nodiscard]] std::string approval_title(const boost::json::value& approval);
/// What is proposed, part by part.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> proposal_facts(const boost::json::value& approval);
/// What happens if it is approved, for who decides.
[[nodiscard]] std::string approving_words(const boost::json::value& approval);
/// What is left to whoever proposed it while nobody decided.
[[nodiscard]] std::string waiting_words(const boost::json::value& approval);
/// `Approved by b-jones, Tuesday 17 March 2026`, or that it waits.
[[nodiscard]] std::string outcome_words(const boost::json::value& approval);

}  // namespace reviewd
