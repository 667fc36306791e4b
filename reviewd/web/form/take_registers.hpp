#pragma once

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// Asks the API for the names that the visitor may see: agencies, people, local authorities and the bodies that sign.
/// Where the visitor may not see a list, its fields take any name.
void take_registers(const PageCall& call, Offers& offers);

}  // namespace reviewd
