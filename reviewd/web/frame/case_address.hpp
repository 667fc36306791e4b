#pragma once

#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The case that the address of the page names: its page, `/cases/26-0001`.
[[nodiscard]] std::string case_address(const PageCall& call);
/// The same case in the API: `/v1/cases/26-0001`.
[[nodiscard]] std::string case_api(const PageCall& call);

}  // namespace reviewd
