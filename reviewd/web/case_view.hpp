#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/render.hpp"

namespace reviewd {

/// The page of a case, from the case and its entries as the API gives them. `page` is that of the updates, from 1.
/// `may_record` shows what can come next.
[[nodiscard]] View case_view(const boost::json::value& of_case, const boost::json::array& entries, std::size_t page,
                             bool may_record);

/// What stands at the top of every page of a case: `reference`, `name`, `stage`, `caseAddress`.
void put_identity(View& view, const boost::json::value& of_case);

}  // namespace reviewd
