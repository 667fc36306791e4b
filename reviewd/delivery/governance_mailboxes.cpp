#include "reviewd/delivery/governance_mailboxes.hpp"

namespace reviewd {

std::vector<std::string> governance_mailboxes(Storage& storage) {
  const auto& set = storage.config().mail.governance;
  if (set.empty() && storage.store().practice()) return {"information-governance@example.org"};
  return set;
}

}  // namespace reviewd
