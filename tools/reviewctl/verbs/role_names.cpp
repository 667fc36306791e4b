#include "tools/reviewctl/verbs/role_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "libreview/access/role.hpp"

namespace reviewctl {

std::vector<std::string> role_names() {
  std::vector<std::string> names;
  for (const auto role : review::roles()) names.emplace_back(review::role_name(role));
  return names;
}

std::string person_and_role_wanted(const std::string& says) {
  return fmt::format("{}: --person NAME --role ROLE.\nA role is one of {}.", says, fmt::join(role_names(), ", "));
}

}  // namespace reviewctl
