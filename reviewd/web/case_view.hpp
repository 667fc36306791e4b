#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/render.hpp"
#include "reviewd/web/timeline.hpp"

namespace reviewd {

/// The page of a case, from the case and a page of its updates as the API gives them.
/// `may_record` shows what can come next.
[[nodiscard]] View case_view(const boost::json::value& of_case, const Updates& updates, bool may_record);

/// What stands at the top of every page of a case: `reference`, `name`, `stage`, `caseAddress`.
void put_identity(View& view, const boost::json::value& of_case);

}  // namespace reviewd
