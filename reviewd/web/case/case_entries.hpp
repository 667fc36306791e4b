#pragma once

#include <boost/json/array.hpp>
#include <string>

#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

/// Every update of a case that the visitor may see, as the API lists them, oldest first, however many pages it takes.
/// With `kinds` (names with commas between them), those of these kinds. Where the API refuses, `answer` says so.
struct CaseEntries {
  boost::json::array entries;
  ApiAnswer answer;
};
[[nodiscard]] CaseEntries case_entries(const PageCall& call, const std::string& case_id, const std::string& kinds = {});

}  // namespace reviewd
