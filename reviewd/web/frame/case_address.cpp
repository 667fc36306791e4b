#include "reviewd/web/frame/case_address.hpp"

#include "reviewd/web/words/record_words.hpp"

namespace reviewd {

std::string case_address(const PageCall& call) { return record_address(call.record()); }

std::string case_api(const PageCall& call) { return "/v1" + case_address(call); }

}  // namespace reviewd
