#include "reviewd/web/words/access_words.hpp"

#include "libreview/access/role.hpp"

namespace reviewd {

std::string role_of_words(const std::string& role) {
  const auto found = review::find_role(role);
  return found ? std::string(review::role_words(*found)) : role;
}

std::vector<std::pair<std::string, std::string>> role_choices() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto role : review::roles()) all.emplace_back(review::role_name(role), review::role_words(role));
  return all;
}

}  // namespace reviewd
