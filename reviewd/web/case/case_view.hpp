#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/case/timeline.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What the page of a case tells besides the case itself.
struct CaseStory {
  Updates updates;             ///< one page of them
  boost::json::array counted;  ///< all of them as they count
  Register known;
  bool may_record = false;  ///< shows what can come next
};

/// The page of a case, from the case as the API gives it.
[[nodiscard]] View case_view(const boost::json::value& of_case, const CaseStory& story);

/// What stands at the top of every page of a case or a programme: `reference`, `name`, `stage`, `caseAddress`,
/// `recordWord`, `isProgramme`; of a programme, which is about no child, `recordTitle`.
void put_identity(View& view, const boost::json::value& of_case);

}  // namespace reviewd
