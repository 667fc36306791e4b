#pragma once

#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The review that the address of the page names: what its pages begin with, `/cases/26-0001/reviews/review-1`.
[[nodiscard]] std::string review_address(const PageCall& call);
/// The same review in the API: `/v1/cases/26-0001/reviews/review-1`.
[[nodiscard]] std::string review_api(const PageCall& call);

}  // namespace reviewd
