#pragma once

#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The case or programme that the address of the page names: its page, `/cases/26-0001`.
[[nodiscard]] std::string case_address(const PageCall& call);
/// The same in the API: `/v1/cases/26-0001`.
[[nodiscard]] std::string case_api(const PageCall& call);

}  // namespace reviewd
