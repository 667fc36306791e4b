#include "reviewd/api/two_people_table.hpp"

#include <algorithm>
#include <stdexcept>

namespace reviewd {

const std::vector<std::string_view>& two_people_table() {
  static const std::vector<std::string_view> names = {
      "proposeRole",
      "proposeSetting",
      "proposeClosures",
      "proposeInvitation",
      "invitePerson",
      "proposeReset",
      "resetAccount",
      "proposeToken",
      "issueToken",
      "proposeWebhook",
      "addWebhook",
      "proposeCaseExport",
      "exportCase",
      "proposeExport",
      "exportEntries",
      "proposeErasure",
      "proposeProgrammeErasure",
      "proposePast",
      "importPast",
      "approve",
      "refuseApproval",
      "withdrawApproval",
      "reviewGlass",
  };
  return names;
}

bool takes_two_people(std::string_view endpoint) {
  const auto& names = two_people_table();
  return std::find(names.begin(), names.end(), endpoint) != names.end();
}

void require_two_people(const Call& call) {
  if (call.match.route == nullptr || !takes_two_people(call.match.route->name)) {
    throw std::logic_error("an endpoint that takes two people is not in the table of those");
  }
}

const std::vector<std::string_view>& two_people_kinds() {
  static const std::vector<std::string_view> kinds = {"embargo-lift-proposed", "embargo-lifted",
                                                      "embargo-readers-named", "unseal-proposed", "case-unsealed"};
  return kinds;
}

}  // namespace reviewd
