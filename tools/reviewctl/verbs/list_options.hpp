#pragma once

#include "tools/reviewctl/service.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// --filter, --order-by and --limit, which every list of the service takes.
[[nodiscard]] std::vector<Option> list_options(const std::string& fields);
/// The list that these ask for.
Outcome<ListWish> list_wish(const Arguments& arguments, std::string path, std::string name);

/// `/v1/cases/26-0018`, or `/v1/programmes/p26-0001` where the reference is of a programme, and what stands below it.
[[nodiscard]] std::string case_path(const Arguments& arguments, std::string_view below = "");

}  // namespace reviewctl
