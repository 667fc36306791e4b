#include "reviewd/web/frame/review_address.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/case_address.hpp"

namespace reviewd {
namespace {

std::string below(const std::string& of_case, const PageCall& call) {
  return of_case + "/reviews/" + percent_encoded(call.path("review"));
}

}  // namespace

std::string review_address(const PageCall& call) { return below(case_address(call), call); }

std::string review_api(const PageCall& call) { return below(case_api(call), call); }

}  // namespace reviewd
