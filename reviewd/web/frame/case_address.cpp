#include "reviewd/web/frame/case_address.hpp"

#include "reviewd/http/percent.hpp"

namespace reviewd {

std::string case_address(const PageCall& call) { return "/cases/" + percent_encoded(call.path("case")); }

std::string case_api(const PageCall& call) { return "/v1" + case_address(call); }

}  // namespace reviewd
