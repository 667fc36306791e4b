#pragma once

#include "reviewd/web/home/cases_view.hpp"

namespace reviewd {

/// The panel of the filters: what can be chosen, and under `selected` what is, each with the `address` of the list
/// without it.
void put_filters(View& view, const CasesFacts& facts);

}  // namespace reviewd
